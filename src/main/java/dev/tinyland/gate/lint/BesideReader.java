package dev.tinyland.gate.lint;

import dev.tinyland.gate.lint.docs.Documentation;
import dev.tinyland.gate.lint.docs.PageReader;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.lint.passage.Passages;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.surface.Judge;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.Walk;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what is no workflow and no action, and what rules on hosts ask for in those. Only a file
 * that holds one of the words looked for is read at all.
 */
final class BesideReader {
  /** Parts of names under which caches and state are set; {@code -} and {@code _} are the same. */
  private static final List<String> SETTINGS =
      List.of(
          "remote_executor",
          "remote-executor",
          "remote_cache",
          "bazel-cache",
          "backend \"s3\"",
          "backend-config",
          "tofu_backend_s3",
          "tofu_ha_state");

  private final Policy policy;
  private final KnowledgeBase knowledge;
  private final WordSearch writers;
  private final WordSearch names;

  BesideReader(Policy policy, KnowledgeBase knowledge) {
    this.policy = policy;
    this.knowledge = knowledge;
    this.writers = new WordSearch(knowledge.writerWords());
    List<String> words = new ArrayList<>(SETTINGS);
    for (String host : policy.outOfContract()) {
      if (!host.isBlank()) {
        words.add(host.toLowerCase(Locale.ROOT));
      }
    }
    this.names = new WordSearch(words);
  }

  /** Whether a text other than a workflow has to be looked at. */
  boolean canMatter(String text) {
    return names.findsAny(text) || (hasFence(text) && writers.findsAny(text));
  }

  private static boolean hasFence(String text) {
    return text.contains("```") || text.contains("~~~");
  }

  /** What the pages show. */
  Documentation documentation(List<SourceFile> pages, Walk walk, Judge judge) {
    List<SourceFile> relevant = new ArrayList<>();
    for (SourceFile page : pages) {
      if (canMatter(page.text())) {
        relevant.add(page);
      }
    }
    if (relevant.isEmpty()) {
      return Documentation.NONE;
    }
    PageReader reader =
        new PageReader(
            walk, judge, knowledge, writers::findsAny, names::findsAny, policy.docs().historical());
    return Documentation.of(Workers.map(relevant.size(), i -> reader.read(relevant.get(i))));
  }

  /** The passages of all files but pages, in order of their paths. */
  List<Passage> passages(Checkout checkout, List<SourceFile> texts) {
    List<Passage> passages = new ArrayList<>();
    for (Checkout.Read read : checkout.all()) {
      if (names.findsAny(read.file().text())) {
        YamlNode root = checkout.parsed(read).document().root();
        if (root != null) {
          Passages.addYaml(root, names::findsAny, passages);
        }
      }
    }
    for (SourceFile text : texts) {
      if (names.findsAny(text.text())) {
        passages.add(Passages.ofFile(text));
      }
    }
    return passages;
  }
}
