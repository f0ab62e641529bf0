package dev.tinyland.gate.lint;

import dev.tinyland.gate.lint.program.CodeReferences;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files can matter: those that hold a word of the knowledge base, those that start a program
 * or call something that is not there to be seen, and those that lead to one of them. The rest is
 * not walked.
 */
final class Relevance {
  /** Beside the words of the knowledge base; "\\x61ttic" in a quoted scalar is a word too. */
  private static final List<String> ALWAYS = List.of("attic", "inherit", "\\x", "\\u");

  private final KnowledgeBase knowledge;
  private final WordSearch words;

  Relevance(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    List<String> all = new ArrayList<>(ALWAYS);
    for (String word : knowledge.words()) {
      boolean covered = false;
      for (String always : ALWAYS) {
        covered |= word.contains(always);
      }
      if (!covered) {
        all.add(word);
      }
    }
    words = new WordSearch(all);
  }

  /** Whether the text holds a word, or an escape that could spell one. */
  boolean mentions(String text) {
    return words.findsAny(joined(text));
  }

  /** The files that can matter, by path; those that a reference leads to among them. */
  Set<String> relevant(Checkout checkout, List<Checkout.Read> named) {
    Set<String> relevant = new LinkedHashSet<>();
    Map<String, List<String>> callers = new HashMap<>();
    CodeReferences code = new CodeReferences(checkout, knowledge::mentionsAnything);
    Deque<Checkout.Read> open = new ArrayDeque<>(named);
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Checkout.Read file = open.remove();
      String path = file.file().path();
      if (!seen.add(path)) {
        continue;
      }
      if (matters(file, code)) {
        relevant.add(path);
        continue;
      }
      for (String reference : references(file)) {
        String local = knowledge.localForm(reference);
        Checkout.Read target = local == null ? null : checkout.resolve(path, local);
        if (target != null) {
          callers.computeIfAbsent(target.file().path(), key -> new ArrayList<>()).add(path);
          open.add(target);
        } else if (knowledge.knows(reference) || Checkout.localPath(reference) != null) {
          relevant.add(path);
        }
      }
    }
    addCallers(callers, relevant);
    return relevant;
  }

  /** Whether a file has to be parsed before it is known what it calls. */
  boolean canMatter(String path, String text, CodeReferences code) {
    return mentions(text)
        || TextReferences.anyElsewhere(text)
        || code.leadsSomewhere(text, path, "");
  }

  private boolean matters(Checkout.Read file, CodeReferences code) {
    if (!file.parsed()) {
      return false;
    }
    Action action = file.action();
    boolean program = action != null && !(action.runs() instanceof Action.Runs.Composite);
    return program || mentions(file.file().text()) || runsSubcommand(file, code);
  }

  /**
   * A client's name may be put together when a script runs; its subcommand stands there. And a
   * script may start code of the repository.
   */
  private boolean runsSubcommand(Checkout.Read file, CodeReferences code) {
    String path = file.file().path();
    for (Walked each : steps(file)) {
      switch (each.step().body()) {
        case Step.Body.Run run -> {
          String script = run.script().value();
          String folder = each.folder();
          if (knowledge.mentionsSubcommand(script) || code.leadsSomewhere(script, path, folder)) {
            return true;
          }
        }
        case Step.Body.Uses uses -> {
          for (YamlNode.Scalar value : uses.with().entries().values()) {
            if (knowledge.mentionsSubcommand(value.value())) {
              return true;
            }
          }
        }
        case Step.Body.Other() -> {}
      }
    }
    return false;
  }

  private static void addCallers(Map<String, List<String>> callers, Set<String> relevant) {
    Deque<String> open = new ArrayDeque<>(relevant);
    while (!open.isEmpty()) {
      for (String caller : callers.getOrDefault(open.remove(), List.of())) {
        if (relevant.add(caller)) {
          open.add(caller);
        }
      }
    }
  }

  private static List<String> references(Checkout.Read file) {
    if (!file.parsed()) {
      return TextReferences.in(file.file().text());
    }
    List<String> references = new ArrayList<>();
    if (file.workflow() != null) {
      for (Job job : file.workflow().jobs()) {
        if (job.body() instanceof Job.Body.Call call) {
          references.add(call.reference().value().strip());
        }
      }
    }
    for (Walked each : steps(file)) {
      if (each.step().body() instanceof Step.Body.Uses uses) {
        references.add(uses.reference().value().strip());
      }
    }
    return references;
  }

  /** A step, and the folder in which its script runs. */
  private record Walked(Step step, String folder) {}

  private static List<Walked> steps(Checkout.Read file) {
    List<Walked> all = new ArrayList<>();
    if (file.workflow() != null) {
      for (Job job : file.workflow().jobs()) {
        if (job.body() instanceof Job.Body.Steps(List<Step> steps)) {
          addAll(steps, job.defaultDirectory(), all);
        }
      }
    }
    if (file.action() != null
        && file.action().runs() instanceof Action.Runs.Composite(List<Step> steps)) {
      addAll(steps, null, all);
    }
    return all;
  }

  private static void addAll(
      List<Step> steps, YamlNode.@Nullable Scalar byDefault, List<Walked> to) {
    for (Step step : steps) {
      YamlNode.Scalar folder = step.directory() == null ? byDefault : step.directory();
      to.add(new Walked(step, folder == null ? "" : folder.value().strip()));
    }
  }

  /** Lines that a backslash at the end continues, as one. */
  private static String joined(String text) {
    int at = continuation(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder joined = new StringBuilder(text.length());
    int start = 0;
    while (at >= 0) {
      joined.append(text, start, at);
      start = text.indexOf('\n', at) + 1;
      while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
        start++;
      }
      at = continuation(text, start);
    }
    return joined.append(text, start, text.length()).toString();
  }

  /** The next backslash at the end of a line, or -1. */
  private static int continuation(String text, int from) {
    for (int at = text.indexOf('\\', from); at >= 0; at = text.indexOf('\\', at + 1)) {
      if (text.startsWith("\n", at + 1) || text.startsWith("\r\n", at + 1)) {
        return at;
      }
    }
    return -1;
  }
}
