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
      if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 || isBetween(line, i)) {
        out.appendCodePoint(c);
      } else if (c == '"') {
        out.append("#quot;");
      } else {
        out.append('#').append(c).append(';');
      }
      i += Character.charCount(c);
    }
  }

  /**
   * A dot, a colon or a hyphen within a word. At the start of a line they begin lists and rules, in
   * front of a slash or after {@code www} a link.
   */
  private static boolean isBetween(String line, int index) {
    char c = line.charAt(index);
    if (index == 0 || index + 1 == line.length()) {
      return false;
    }
    char before = line.charAt(index - 1);
    char after = line.charAt(index + 1);
    return switch (c) {
      case '-' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
      case '.' -> Character.isLetter(before) && Character.isLetter(after) && (before | 0x20) != 'w';
      case ':' -> Character.isLetter(before) && (after == ' ' || Character.isDigit(after));
      default -> false;
    };
  }
}
