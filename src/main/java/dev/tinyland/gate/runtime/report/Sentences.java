package dev.tinyland.gate.runtime.report;

import java.util.ArrayList;
import java.util.List;

/** Takes a text of ours apart, so that what is to be done can be read line by line. */
final class Sentences {
  private Sentences() {}

  /** Ends a sentence where a full stop and a blank are followed by a capital letter. */
  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf(". "); i >= 0; i = text.indexOf(". ", i + 1)) {
      if (i + 2 < text.length() && Character.isUpperCase(text.charAt(i + 2))) {
        sentences.add(text.substring(start, i + 1));
        start = i + 2;
      }
    }
    sentences.add(text.substring(start));
    return sentences;
  }
}
