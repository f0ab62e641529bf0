package dev.tinyland.gate.lint.surface;

import java.util.Locale;

/**
 * Looks for a write in a text that is not read as a shell script: Python, PowerShell, JavaScript, a
 * Dockerfile. It cannot tell what runs, so what it finds is a doubt.
 */
final class OpaqueText {
  /** How far behind the client's name its subcommand may stand, in UTF-16 units. */
  private static final int NEAR = 240;

  private OpaqueText() {}

  /** Whether the text names a client and, soon after, a writing subcommand; or an upload. */
  static boolean mentionsWrite(String text, KnowledgeBase knowledge) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String client : knowledge.clients().names()) {
      for (int at = lower.indexOf(client); at >= 0; at = lower.indexOf(client, at + 1)) {
        if (standsAlone(lower, at, client.length(), true)
            && !inComment(lower, at)
            && writes(lower, at + client.length(), knowledge)) {
          return true;
        }
      }
    }
    int upload = lower.indexOf(knowledge.uploadPath());
    return upload >= 0 && !inComment(lower, upload);
  }

  private static boolean writes(String lower, int from, KnowledgeBase knowledge) {
    for (String word : knowledge.clients().writing()) {
      for (int at = lower.indexOf(word, from);
          at >= 0 && at - from <= NEAR;
          at = lower.indexOf(word, at + 1)) {
        if (standsAlone(lower, at, word.length(), false) && !inComment(lower, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A client's name may go on with a hyphen, as {@code attic-client} does; a subcommand not. */
  private static boolean standsAlone(String text, int at, int length, boolean mayGoOn) {
    int end = at + length;
    boolean begins = at == 0 || !isWord(text.charAt(at - 1), mayGoOn);
    return begins && (end == text.length() || !isWord(text.charAt(end), mayGoOn));
  }

  private static boolean isWord(char c, boolean hyphenParts) {
    return Character.isLetterOrDigit(c) || c == '_' || (c == '-' && !hyphenParts);
  }

  /** Whether the line is a comment from its first character on. */
  static boolean inComment(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    while (start < at && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    return text.charAt(start) == '#' || text.startsWith("//", start);
  }
}
