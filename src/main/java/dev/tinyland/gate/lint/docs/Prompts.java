package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.markdown.Line;
import java.util.List;

/** Tells the commands of a transcript from what they print. */
final class Prompts {
  private static final List<String> SIGNS = List.of("$ ", "❯ ", "➜ ", "% ", "λ ", "> $ ");

  /** A prompt with user, host and folder in it is no longer than this. */
  private static final int LONGEST = 60;

  private Prompts() {}

  /** Whether the block has prompts, so that only what follows them is run. */
  static boolean in(List<Line> lines) {
    for (Line line : lines) {
      if (length(line.text()) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many UTF-16 units of the line are a prompt; 0 for none. A {@code #} is taken as a remark.
   */
  static int length(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    for (String sign : SIGNS) {
      if (line.startsWith(sign, start)) {
        return start + sign.length();
      }
    }
    int named = named(line.substring(start));
    return named == 0 ? 0 : start + named;
  }

  /** {@code user@host:~$ }, {@code [root@host ~]# }, {@code (venv) $ }, {@code ~/project ❯ }. */
  private static int named(String line) {
    for (String sign : List.of("$ ", "# ", "❯ ", "% ")) {
      int at = line.indexOf(sign);
      if (at > 0 && at < LONGEST && isPlace(line.substring(0, at).strip())) {
        return at + sign.length();
      }
    }
    return 0;
  }

  private static boolean isPlace(String before) {
    if (before.isEmpty()) {
      return false;
    }
    char first = before.charAt(0);
    boolean oneWord = before.indexOf(' ') < 0;
    boolean host = before.indexOf('@') > 0;
    boolean bracketed = first == '[' && before.endsWith("]") && host;
    boolean environment = first == '(' && before.endsWith(")") && oneWord;
    return bracketed || environment || (oneWord && (host || first == '~'));
  }
}
