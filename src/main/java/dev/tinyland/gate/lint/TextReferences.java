package dev.tinyland.gate.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * The references of a workflow as far as its bare text tells: what follows each word {@code uses}.
 * More is found than a parser would find, never less.
 */
final class TextReferences {
  private TextReferences() {}

  /** Everything that a {@code uses} could name. */
  static List<String> in(String text) {
    List<String> references = new ArrayList<>();
    for (int at = text.indexOf("uses"); at >= 0; at = text.indexOf("uses", at + 1)) {
      int start = at + "uses".length();
      while (start < text.length() && " :\"'".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      int end = start;
      while (end < text.length() && " \"',}#\r\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (end > start) {
        references.add(text.substring(start, end));
      }
    }
    return references;
  }

  /** Whether one of them stands elsewhere: an alias, a block scalar, the next line. */
  static boolean anyElsewhere(String text) {
    for (int at = text.indexOf("uses"); at >= 0; at = text.indexOf("uses", at + 1)) {
      int i = at + "uses".length();
      while (i < text.length() && " :\"'".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      if (i < text.length() && "*&>|!?\r\n".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
