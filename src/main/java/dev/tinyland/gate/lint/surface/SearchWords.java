package dev.tinyland.gate.lint.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words that tell by a quick search which texts have to be looked at. */
final class SearchWords {
  private SearchWords() {}

  /**
   * Lower-case words of which at least one stands in every file that can matter by itself: those of
   * what writes, and of what rules ask for beside writes.
   */
  static List<String> all(KnowledgeBase knowledge) {
    List<String> words = new ArrayList<>(knowledge.operations().spellings());
    words.addAll(knowledge.operations().gate());
    words.addAll(knowledge.clients().names());
    words.addAll(knowledge.endpoints());
    for (Credential credential : knowledge.credentialInputs()) {
      words.add(Wildcard.longestPart(credential.all().getFirst()));
    }
    words.addAll(writers(knowledge));
    return distinct(words);
  }

  /**
   * Lower-case words of which at least one stands in every text that can write by itself, but for
   * those that do it by a client or to an endpoint: the longest fixed part of each reference, its
   * switch, the paths of uploads.
   */
  static List<String> writers(KnowledgeBase knowledge) {
    List<String> words = new ArrayList<>(knowledge.hooks());
    words.add(knowledge.uploadPath());
    words.add(knowledge.uploadHeader());
    for (String bucket : knowledge.buckets()) {
      words.add("s3://" + bucket);
    }
    for (KnownAction action : knowledge.actions()) {
      for (String pattern : action.uses()) {
        words.add(Wildcard.longestPart(pattern));
      }
      if (action.switchInput() != null) {
        words.add(action.switchInput());
      }
    }
    return distinct(words);
  }

  private static List<String> distinct(List<String> words) {
    List<String> distinct = new ArrayList<>();
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean covered = distinct.stream().anyMatch(lower::contains);
      if (!covered) {
        distinct.removeIf(other -> other.contains(lower));
        distinct.add(lower);
      }
    }
    return List.copyOf(distinct);
  }
}
