package dev.tinyland.gate.lint;

import dev.tinyland.gate.lint.docs.Documentation;
import dev.tinyland.gate.lint.docs.Example;
import dev.tinyland.gate.lint.docs.PageReader;
import dev.tinyland.gate.lint.docs.Words;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.lint.passage.Passages;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.surface.Judge;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.Walk;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what is no workflow and no action, and what rules on hosts ask for in those. Only a file
 * that holds one of the words looked for is read at all.
 */
final class BesideReader implements Words {
  /** Parts of names under which caches and state are set; {@code -} and {@code _} are the same. */
  private static final List<String> SETTINGS =
      List.of(
          "remote_executor",
          "remote-executor",
          "bazel-cache",
          "backend \"s3\"",
          "backend-config",
          "tofu_backend_s3",
          "tofu_ha_state");

  /** What makes other programs call a client. */
  private static final List<String> UPLOADS = List.of("--attic-cache", "post-build-hook");

  private final Policy policy;
  private final KnowledgeBase knowledge;
  private final ByteSearch hosts;
  private final ByteSearch settings = new ByteSearch(SETTINGS);
  private final ByteSearch writers;
  private final ByteSearch clients;
  private final ByteSearch subcommands;
  private final ByteSearch endpoints;
  private final ByteSearch copies = new ByteSearch(List.of(" copy "));
  private final ByteSearch calls = new ByteSearch(List.of("uses"));
  private final ByteSearch credentials = new ByteSearch(List.of("token", "key", "inherit"));

  BesideReader(Policy policy, KnowledgeBase knowledge) {
    this.policy = policy;
    this.knowledge = knowledge;
    this.writers = new ByteSearch(knowledge.writerWords());
    this.clients = new ByteSearch(knowledge.clientNames());
    List<String> uploads = new ArrayList<>(UPLOADS);
    uploads.addAll(knowledge.clientSubcommands());
    this.subcommands = new ByteSearch(uploads);
    this.endpoints = new ByteSearch(knowledge.endpoints());
    List<String> names = new ArrayList<>();
    for (String host : policy.outOfContract()) {
      if (host.length() > 1) {
        names.add(host.toLowerCase(Locale.ROOT));
      }
    }
    this.hosts = new ByteSearch(names);
  }

  /** Whether a page has to be looked at: for a host in it, or for what a code block shows. */
  boolean pageCanMatter(byte[] text) {
    return hosts.findsAny(text)
        || ((settings.findsAny(text) || couldWrite(text, 0, text.length))
            && FencedText.any(
                text,
                (all, from, to) -> settings.find(all, from, to) >= 0 || couldWrite(all, from, to)));
  }

  /** Whether a script or a file of configuration has to be looked at. */
  boolean textCanMatter(byte[] text) {
    return hosts.findsAny(text) || settings.findsAny(text);
  }

  /** Whether a pipeline of GitLab has to be looked at. */
  boolean gitlabCanMatter(byte[] text) {
    return couldWrite(text, 0, text.length);
  }

  /** Whether a text holds a word of something that writes. */
  private boolean couldWrite(byte[] text, int from, int to) {
    return writers.find(text, from, to) >= 0
        || (clients.find(text, from, to) >= 0
            && (subcommands.find(text, from, to) >= 0
                || (calls.find(text, from, to) >= 0 && credentials.find(text, from, to) >= 0)))
        || (copies.find(text, from, to) >= 0 && endpoints.find(text, from, to) >= 0);
  }

  @Override
  public boolean canMatter(String section) {
    return pageCanMatter(bytes(section));
  }

  @Override
  public boolean canWrite(String code) {
    byte[] bytes = bytes(code);
    return couldWrite(bytes, 0, bytes.length);
  }

  @Override
  public boolean canName(String code) {
    return textCanMatter(bytes(code));
  }

  @Override
  public boolean namesHost(String text) {
    return hosts.findsAny(bytes(text));
  }

  /** The words are ASCII, so what the encoding has no letter for does not matter. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What the pages show, and what pipelines of GitLab run. */
  Documentation documentation(Linter.Beside beside, Walk walk, Judge judge) {
    List<SourceFile> pages = beside.pages();
    if (pages.isEmpty() && beside.gitlab().isEmpty()) {
      return Documentation.NONE;
    }
    PageReader reader = new PageReader(walk, judge, knowledge, this, policy.docs().historical());
    Documentation docs =
        Documentation.of(Workers.map(pages.size(), i -> reader.read(pages.get(i))));
    List<Example> pipelines = new ArrayList<>();
    for (SourceFile pipeline : beside.gitlab()) {
      pipelines.addAll(reader.pipeline(pipeline));
    }
    return docs.withPipelines(pipelines);
  }

  /** The passages of all files but pages, in order of their paths. */
  List<Passage> passages(Checkout checkout, List<SourceFile> texts) {
    List<Passage> passages = new ArrayList<>();
    for (Checkout.Read read : checkout.all()) {
      if (canName(read.file().text())) {
        YamlNode root = checkout.parsed(read).document().root();
        if (root != null) {
          Passages.addYaml(root, this::canName, passages);
        }
      }
    }
    for (SourceFile text : texts) {
      if (canName(text.text())) {
        passages.add(Passages.ofFile(text));
      }
    }
    return passages;
  }
}
