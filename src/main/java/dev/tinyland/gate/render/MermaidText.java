package dev.tinyland.gate.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Foreign text as a label of a Mermaid graph.
 *
 * <p>Mermaid reads a quoted label as Markdown with HTML, entities, icons and formulas. So
 * everything that can mean something is written as a number entity; what remains reads as it
 * stands.
 */
final class MermaidText {
  /** Letters a line may have before it is broken at a blank. */
  private static final int WIDTH = 44;

  /** Longer labels are cut, so that no graph outgrows what GitHub draws. */
  private static final int LONGEST = 280;

  /** Punctuation that never means anything between other characters. */
  private static final String PLAIN = " ,'()/?·●◐…";

  private static final String ZERO_WIDTH_SPACE = "#8203;";

  private MermaidText() {}

  /** A quoted label of several texts, each on lines of its own. */
  static String label(String... texts) {
    StringBuilder out = new StringBuilder("\"");
    for (String text : texts) {
      for (String line : lines(Visible.line(text))) {
        out.append(out.length() == 1 ? "" : "<br/>");
        appendEscaped(out, line);
      }
    }
    return out.append('"').toString();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : cut(text).split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(LONGEST - 2));
    return text.substring(0, split ? LONGEST - 2 : LONGEST - 1) + "…";
  }

  private static void appendEscaped(StringBuilder out, String line) {
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      if (isWord(line, i, c) || PLAIN.indexOf(c) >= 0 || isBetween(line, i)) {
        out.appendCodePoint(c);
      } else if (c == '"') {
        out.append("#quot;");
      } else {
        out.append('#').append(c).append(';');
      }
      out.append(isStillRead(line, i) ? ZERO_WIDTH_SPACE : "");
      i += Character.charCount(c);
    }
  }

  /**
   * Formulas, icons, line breaks and Mermaid's own form of entities are looked for once more after
   * the entities were resolved.
   */
  private static boolean isStillRead(String line, int index) {
    return line.startsWith("$$", index)
        || line.startsWith(":fa-", index)
        || line.startsWith("\\n", index)
        || line.startsWith("\uFB02\u00B0", index)
        || line.startsWith("\u00B6\u00DF", index);
  }

  /**
   * A letter or digit, but for a surprise: a line with {@code direction LR} in it is a statement
   * even between quotes.
   */
  private static boolean isWord(String line, int index, int c) {
    return Character.isLetterOrDigit(c) && !line.startsWith("direction", index);
  }

  /**
   * Punctuation within a line and between words. At the start of a line it begins lists, rules and
   * headings; a dot after {@code www} and a colon in front of a slash begin a link.
   */
  private static boolean isBetween(String line, int index) {
    if (index + 1 == line.length()) {
      return false;
    }
    char before = index == 0 ? ' ' : line.charAt(index - 1);
    char after = line.charAt(index + 1);
    return switch (line.charAt(index)) {
      case '-', '_' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
      case '.' ->
          (Character.isLetter(after) || after == '/')
              && !Character.isDigit(before)
              && (before | 0x20) != 'w';
      case ':' -> Character.isLetter(before) && (after == ' ' || Character.isDigit(after));
      case '=', '!' -> index > 0 && (after == '=' || after == ' ');
      default -> false;
    };
  }
}
