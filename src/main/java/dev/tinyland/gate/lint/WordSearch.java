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
      for (int w = 0; w < words.length; w++) {
        if (text.regionMatches(true, i, words[w], 0, words[w].length())) {
          return true;
        }
      }
    }
    return false;
  }
}
