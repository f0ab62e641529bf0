package dev.tinyland.gate.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for any of several words in one pass, ASCII letters ignoring case. The words begin with an
 * ASCII character and are in lower case.
 */
final class WordSearch {
  private static final int ASCII = 128;

  /** For each first character the words that begin with it. */
  private final String[][] byFirst = new String[ASCII][];

  WordSearch(List<String> words) {
    List<List<String>> lists = new ArrayList<>();
    for (int c = 0; c < ASCII; c++) {
      lists.add(new ArrayList<>());
    }
    for (String word : words) {
      char first = word.charAt(0);
      lists.get(first).add(word);
      if (first >= 'a' && first <= 'z') {
        lists.get(first - 'a' + 'A').add(word);
      }
    }
    for (int c = 0; c < ASCII; c++) {
      byFirst[c] = lists.get(c).toArray(new String[0]);
    }
  }

  /** Whether any word stands in the text. */
  boolean findsAny(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        continue;
      }
      String[] words = byFirst[c];
      // Sets the bit that tells the cases apart: the whole comparison is dear.
      int second = words.length > 0 && i + 1 < length ? text.charAt(i + 1) | 0x20 : 0;
      for (int w = 0; w < words.length; w++) {
        boolean begins = words[w].length() < 2 || (words[w].charAt(1) | 0x20) == second;
        if (begins && text.regionMatches(true, i, words[w], 0, words[w].length())) {
          return true;
        }
      }
    }
    return false;
  }
}
