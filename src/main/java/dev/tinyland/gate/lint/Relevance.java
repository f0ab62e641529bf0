package dev.tinyland.gate.lint;

import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which files can matter: those that hold a word of the knowledge base, and those that call one of
 * them, directly or not. The rest is parsed, so that a broken file is noticed, but not walked.
 */
final class Relevance {
  private static final List<String> ALWAYS = List.of("attic", "secrets: inherit");

  private final List<String> words;

  Relevance(KnowledgeBase knowledge) {
    words = new ArrayList<>(ALWAYS);
    for (String word : knowledge.words()) {
      if (ALWAYS.stream().noneMatch(word::contains)) {
        words.add(word);
      }
    }
  }

  /** Whether the text holds a word, or an escape that could spell one. */
  boolean mentions(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    // "\x61ttic" in a quoted scalar is a word too.
    return lower.contains("\\x") || lower.contains("\\u");
  }

  /** The files that can matter, by path. */
  Set<String> relevant(List<Checkout.Read> files) {
    Set<String> relevant = new LinkedHashSet<>();
    Deque<Checkout.Read> open = new ArrayDeque<>();
    for (Checkout.Read file : files) {
      if (mentions(file.file().text())) {
        relevant.add(file.file().path());
        open.add(file);
      }
    }
    while (!open.isEmpty()) {
      String name = callableName(open.remove().file().path());
      for (Checkout.Read file : files) {
        if (!relevant.contains(file.file().path()) && file.file().text().contains(name)) {
          relevant.add(file.file().path());
          open.add(file);
        }
      }
    }
    return relevant;
  }

  /** What a reference to the file must end in: its folder for an action, its name for a workflow. */
  private static String callableName(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    if (!name.equals("action.yml") && !name.equals("action.yaml")) {
      return name;
    }
    if (slash < 0) {
      return "./";
    }
    String folder = path.substring(0, slash);
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

}
