package dev.tinyland.gate.lint.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes seeded YAML with random scalars in random styles, and remembers what it wrote. */
final class YamlEmitter {
  private static final String[] WORDS = {
    "attic",
    "push",
    "ci",
    "a#b",
    "x:y",
    "--flag",
    "it's",
    "\"q\"",
    "back\\slash",
    "$(cmd)",
    "\u00E9t\u00E9",
    "\uD83D\uDE00",
    "${{",
    "}}",
    "{a}",
    "[b]",
    "|",
    "> out",
    "&&",
    "*",
    "#",
    "# hash",
    "\ttab",
    "end\\"
  };
  private static final String[] PLAIN_WORDS = {
    "attic", "push", "a#b", "x:y", "it's", "\u00E9t\u00E9", "\uD83D\uDE00", "end\\", "$(cmd)", "a-b"
  };

  private final Random random;
  private final String lineBreak;
  private final StringBuilder text = new StringBuilder();
  private final List<String> values = new ArrayList<>();

  YamlEmitter(long seed) {
    this.random = new Random(seed);
    this.lineBreak = new String[] {"\n", "\n", "\r\n", "\r"}[random.nextInt(4)];
  }

  String text() {
    return text.toString();
  }

  /** The values in file order, without the keys. */
  List<String> values() {
    return values;
  }

  YamlEmitter document() {
    mapping(0, 3);
    return this;
  }

  private void mapping(int indent, int depth) {
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      text.append(" ".repeat(indent)).append('k').append(i).append(':');
      value(indent, depth);
    }
  }

  private void value(int indent, int depth) {
    int deeper = indent + 1 + random.nextInt(4);
    if (depth > 0 && random.nextInt(3) == 0) {
      text.append(random.nextBoolean() ? " # note" : "").append(lineBreak);
      mapping(deeper, depth - 1);
    } else if (depth > 0 && random.nextInt(4) == 0) {
      text.append(lineBreak);
      int size = 1 + random.nextInt(3);
      for (int i = 0; i < size; i++) {
        text.append(" ".repeat(deeper)).append('-');
        value(deeper, 0);
      }
    } else {
      text.append(' ').append(random.nextInt(8) == 0 ? "!!str " : "");
      scalar(indent, deeper);
    }
  }

  private void scalar(int indent, int deeper) {
    switch (random.nextInt(5)) {
      case 0 -> plain(deeper);
      case 1 -> singleQuoted(deeper);
      case 2 -> doubleQuoted(deeper);
      case 3 -> literal(indent, deeper);
      default -> folded(indent, deeper);
    }
    while (random.nextInt(4) == 0) {
      // Blank lines are content only after "keep", which writes its own.
      text.append("# between").append(lineBreak);
    }
  }

  private String words(String[] from) {
    StringBuilder result = new StringBuilder(from[random.nextInt(from.length)]);
    for (int i = random.nextInt(6); i > 0; i--) {
      result.append(' ').append(from[random.nextInt(from.length)]);
    }
    return result.toString();
  }

  private void plain(int deeper) {
    String value = "w " + words(PLAIN_WORDS);
    values.add(value);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' && random.nextInt(3) == 0) {
        text.append("  ".repeat(random.nextInt(2))).append(lineBreak).append(" ".repeat(deeper));
      } else {
        text.append(c);
      }
    }
    text.append(random.nextBoolean() ? " # after" : "").append(lineBreak);
  }

  private void singleQuoted(int deeper) {
    StringBuilder value = new StringBuilder();
    text.append('\'');
    for (int line = random.nextInt(3); line >= 0; line--) {
      String words = words(WORDS).strip();
      value.append(words);
      text.append(words.replace("'", "''"));
      if (line > 0) {
        value.append(fold(deeper));
      }
    }
    text.append('\'').append(lineBreak);
    values.add(value.toString());
  }

  /** Writes a fold with 0 to 2 blank lines and gives what it stands for. */
  private String fold(int deeper) {
    int blankLines = random.nextInt(3);
    text.append(" ".repeat(random.nextInt(3))).append(lineBreak);
    for (int i = 0; i < blankLines; i++) {
      text.append(" ".repeat(random.nextInt(4))).append(lineBreak);
    }
    text.append(" ".repeat(deeper));
    return blankLines == 0 ? " " : "\n".repeat(blankLines);
  }

  private void doubleQuoted(int deeper) {
    StringBuilder value = new StringBuilder();
    text.append('"');
    for (int line = random.nextInt(3); line >= 0; line--) {
      String words = words(WORDS).strip();
      value.append(words);
      words.codePoints().forEach(this::escaped);
      if (line > 0 && random.nextBoolean()) {
        value.append(fold(deeper));
      } else if (line > 0) {
        text.append('\\').append(lineBreak).append(" ".repeat(deeper));
      }
    }
    text.append('"').append(lineBreak);
    values.add(value.toString());
  }

  private void escaped(int point) {
    int choice = random.nextInt(10);
    if (choice == 0 && point < 0x100) {
      text.append("\\x%02x".formatted(point));
    } else if (choice == 1 && point < 0x10000) {
      text.append("\\u%04X".formatted(point));
    } else if (choice == 2) {
      text.append("\\U%08x".formatted(point));
    } else if (point == '"' || point == '\\') {
      text.append('\\').appendCodePoint(point);
    } else if (point == '\t') {
      text.append("\\t");
    } else {
      text.appendCodePoint(point);
    }
  }

  private void literal(int indent, int deeper) {
    StringBuilder value = new StringBuilder();
    StringBuilder written = new StringBuilder();
    int lines = 1 + random.nextInt(5);
    boolean indicator = false;
    for (int i = 0; i < lines; i++) {
      String line = i < lines - 1 && random.nextInt(4) == 0 ? "" : blanks() + words(WORDS);
      indicator |= value.toString().isBlank() && line.startsWith(" ");
      value.append(line).append('\n');
      written.append(line.isEmpty() ? "" : " ".repeat(deeper)).append(line).append(lineBreak);
    }
    block('|', indicator ? deeper - indent : 0, value, written);
  }

  private String blanks() {
    return " ".repeat(Math.max(0, random.nextInt(8) - 5));
  }

  private void folded(int indent, int deeper) {
    StringBuilder value = new StringBuilder();
    StringBuilder written = new StringBuilder();
    boolean wasText = false;
    int blankLines = 0;
    boolean first = true;
    boolean indicator = false;
    int lines = 1 + random.nextInt(6);
    for (int i = 0; i < lines; i++) {
      if (i < lines - 1 && random.nextInt(4) == 0) {
        written.append(lineBreak);
        blankLines++;
        continue;
      }
      String line = blanks() + words(WORDS);
      boolean isText = line.charAt(0) != ' ' && line.charAt(0) != '\t';
      indicator |= first && line.startsWith(" ");
      if (!first && !(wasText && isText)) {
        value.append('\n');
      }
      value.append(!first && wasText && isText && blankLines == 0 ? " " : "\n".repeat(blankLines));
      value.append(line);
      written.append(" ".repeat(deeper)).append(line).append(lineBreak);
      wasText = isText;
      blankLines = 0;
      first = false;
    }
    block('>', indicator ? deeper - indent : 0, value.append('\n'), written);
  }

  /** Writes the header, the lines and the chomping; the value ends with one line feed. */
  private void block(char style, int indicator, StringBuilder value, StringBuilder written) {
    text.append(style).append(indicator > 0 ? Integer.toString(indicator) : "");
    int chomping = random.nextInt(3);
    text.append(chomping == 0 ? "-" : chomping == 1 ? "+" : "");
    text.append(random.nextInt(4) == 0 ? " # header" : "").append(lineBreak).append(written);
    if (chomping == 0) {
      value.setLength(value.length() - 1);
    } else if (chomping == 1) {
      int extra = random.nextInt(3);
      value.append("\n".repeat(extra));
      text.append(lineBreak.repeat(extra));
    }
    values.add(value.toString());
  }
}
