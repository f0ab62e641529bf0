package dev.tinyland.gate.render;

/** Foreign text inside GitHub Markdown, so that it shows as it is and nothing of it is markup. */
public final class MarkdownText {
  /** What GitHub's Markdown gives a meaning within a line. */
  private static final String MARKS = "\\`*_[]<>|~&$";

  /**
   * Stands where GitHub would read a name, an issue or an address: it makes links of those after
   * Markdown is done, so that no backslash helps, and a name in a comment is notified. Shows
   * nothing.
   */
  private static final String BREAK = "&#8203;";

  private MarkdownText() {}

  /**
   * Prose in which a pair of backticks marks code, as our messages use them. A backtick without a
   * partner is shown.
   */
  public static String prose(String text) {
    String visible = Visible.line(text);
    StringBuilder out = new StringBuilder(visible.length() + 16);
    int start = 0;
    while (start < visible.length()) {
      int open = visible.indexOf('`', start);
      int close = open < 0 ? -1 : visible.indexOf('`', open + 1);
      if (close < 0) {
        appendEscaped(out, visible.substring(start));
        return out.toString();
      }
      appendEscaped(out, visible.substring(start, open));
      if (close == open + 1) {
        out.append("\\`\\`");
      } else {
        appendCode(out, visible.substring(open + 1, close));
      }
      start = close + 1;
    }
    return out.toString();
  }

  /** A code span that is also fit for a table cell; nothing for an empty text. */
  public static String code(String text) {
    StringBuilder out = new StringBuilder(text.length() + 4);
    appendCode(out, Visible.line(text));
    return out.toString();
  }

  /** The same for the places where GitHub reads HTML: a summary line. */
  static String htmlProse(String text) {
    String visible = Visible.line(text);
    StringBuilder out = new StringBuilder(visible.length() + 16);
    boolean code = false;
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (c == '`' && (code || visible.indexOf('`', i + 1) > 0)) {
        code = !code;
        out.append(code ? "<code>" : "</code>");
      } else {
        appendHtml(out, c);
        out.append(!code && startsReference(visible, i) ? BREAK : "");
      }
    }
    return out.toString();
  }

  static String htmlCode(String text) {
    String visible = Visible.line(text);
    StringBuilder out = new StringBuilder(visible.length() + 16).append("<code>");
    for (int i = 0; i < visible.length(); i++) {
      appendHtml(out, visible.charAt(i));
    }
    return out.append("</code>").toString();
  }

  /** A fenced block whose fence is longer than any run of backticks in it. */
  static String fenced(String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + "text\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
  }

  private static void appendCode(StringBuilder out, String visible) {
    if (visible.isEmpty()) {
      return;
    }
    if (!visible.isBlank() && isPlainCode(visible)) {
      out.append('`').append(visible).append('`');
      return;
    }
    // Backticks, bars and backslashes end a code span or a table cell; their numbers never do.
    out.append("<code>");
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      boolean word = c > 0x7E || c == ' ' || Character.isLetterOrDigit(c);
      if (word) {
        out.append(c);
      } else {
        out.append("&#").append((int) c).append(';');
      }
    }
    out.append("</code>");
  }

  private static boolean isPlainCode(String visible) {
    return visible.indexOf('`') < 0 && visible.indexOf('|') < 0 && visible.indexOf('\\') < 0;
  }

  private static void appendEscaped(StringBuilder out, String visible) {
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      boolean mark = MARKS.indexOf(c) >= 0 && !(c == '_' && isInsideWord(visible, i));
      boolean reference = startsReference(visible, i);
      if (mark || (!reference && startsLink(visible, i))) {
        out.append('\\');
      }
      out.append(c).append(reference ? BREAK : "");
    }
  }

  /**
   * Whether the character is the one within {@code @name}, {@code #1}, {@code GH-1} or {@code
   * https://} that the text must be broken after.
   */
  private static boolean startsReference(String text, int index) {
    boolean digitFollows = index + 1 < text.length() && Character.isDigit(text.charAt(index + 1));
    return switch (text.charAt(index)) {
      case '@' -> true;
      case '#' -> digitFollows;
      case '-' -> digitFollows && text.regionMatches(true, index - 2, "GH", 0, 2);
      case ':' -> text.startsWith("//", index + 1);
      default -> false;
    };
  }

  /** GitHub reads an underscore between letters as a part of the word. */
  private static boolean isInsideWord(String text, int index) {
    return index > 0
        && index + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(index - 1))
        && Character.isLetterOrDigit(text.charAt(index + 1));
  }

  /** Bare addresses become links at {@code mailto:} and {@code www.}, emoji names at a colon. */
  private static boolean startsLink(String text, int index) {
    char c = text.charAt(index);
    if (c == ':') {
      return index + 1 < text.length() && text.charAt(index + 1) != ' ';
    }
    return c == '.' && index > 0 && (text.charAt(index - 1) | 0x20) == 'w';
  }

  private static void appendHtml(StringBuilder out, char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.append(c);
    }
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
