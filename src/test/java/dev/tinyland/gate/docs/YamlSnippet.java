package dev.tinyland.gate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block of YAML on a page: a workflow, a part of one, a configuration, or a hook. */
final class YamlSnippet {
  private static final String ACTION = "gloriousflywheel/gate-action";
  private static final String REUSABLE = ".github/workflows/quarantine-gate.yml";

  private final Snippet snippet;
  private final Sandbox sandbox;

  YamlSnippet(Snippet snippet, Sandbox sandbox) {
    this.snippet = snippet;
    this.sandbox = sandbox;
  }

  void tried() throws IOException {
    YamlNode.Mapping root = mapping(YamlReader.read("snippet.yml", bytes(snippet.text())).root());
    if (root.get("repos") != null) {
      hook();
    } else if (root.get("jobs") != null) {
      workflow(root, snippet.text());
    } else if (root.get("steps") != null) {
      String steps = snippet.text().indent(4);
      workflow(null, "jobs:\n  job:\n    runs-on: ubuntu-24.04\n" + steps);
    } else {
      assertThat(
              PolicyReader.read(
                      "gate.yml",
                      bytes(snippet.text()),
                      Linter.vocabulary(KnowledgeBaseReader.builtIn()))
                  .problems())
          .as("%s", snippet)
          .isEmpty();
    }
  }

  private void hook() {
    String hooks = Pages.read(Path.of(".pre-commit-hooks.yaml"));
    assertThat(snippet.text()).contains("id: gate-lint");
    assertThat(hooks).contains("id: gate-lint");
  }

  /** The gate itself has nothing against it, and each of its steps can be run. */
  private void workflow(YamlNode.@Nullable Mapping root, String text) throws IOException {
    // What is let pass for a while is let pass for as long as there are tests.
    String lasting = text.replaceAll("until 20\\d\\d-", "until 2999-");
    String whole = ("\n" + lasting).contains("\non:") ? lasting : "on: push\n" + lasting;
    Path file = Files.createTempFile(sandbox.root(), "snippet", ".yml");
    Files.writeString(file, whole);
    CommandRun lint = CommandRun.of("lint", "--fail-on", "note", file.toString());
    assertThat(lint.code()).as("%s: %s", snippet, lint.out() + lint.err()).isZero();
    Files.delete(file);
    for (YamlNode.Entry job : root == null ? List.<YamlNode.Entry>of() : entries(root, "jobs")) {
      job(mapping(job.value()));
    }
  }

  private void job(YamlNode.Mapping job) throws IOException {
    if (job.get("uses") instanceof YamlNode.Scalar called) {
      assertThat(called.value()).isEqualTo(ACTION + "/" + REUSABLE + "@v0");
      assertThat(declared()).containsAll(names(job));
      return;
    }
    assertThat(job.get("steps")).isInstanceOf(YamlNode.Sequence.class);
    if (job.get("steps") instanceof YamlNode.Sequence steps) {
      for (YamlNode step : steps.items()) {
        step(mapping(step));
      }
    }
  }

  private void step(YamlNode.Mapping step) throws IOException {
    if (step.get("run") instanceof YamlNode.Scalar script) {
      Sandbox.Run run = sandbox.bash("export FINDINGS=1\n" + script.value());
      assertThat(run.code()).as("%s: %s", snippet, run.output()).isIn(0, 1, 3);
    } else if (step.get("uses") instanceof YamlNode.Scalar used
        && used.value().startsWith(ACTION)) {
      assertThat(used.value()).isIn(ACTION + "@v0", ACTION + "/lane@v0");
      if (snippet.text().contains("command: ")) {
        check(step);
        return;
      }
      CommandRun run = action(step, Map.of());
      assertThat(run.code()).as("%s: %s", snippet, run.out() + run.err()).isIn(0, 1, 3);
      assertThat(run.out()).as("%s", snippet).contains("write surface");
    }
  }

  /** A check of the state path, where nothing is wrong with it. */
  private void check(YamlNode.Mapping step) throws IOException {
    try (Lab lab = Lab.start(sandbox.root().resolveSibling("lab"))) {
      Map<String, String> environment = new HashMap<>(lab.environment());
      if (snippet.text().contains("command: rustfs-state-authority-canary")) {
        environment.put("INPUT_CACHE", lab.environment().get("LAB_CACHE"));
      }
      CommandRun run = action(step, environment);
      assertThat(run.code()).as("%s: %s", snippet, run.out() + run.err()).isZero();
      assertThat(run.out()).as("%s", snippet).contains(": proven");
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Without the rights and the services of a run, which is said and is no failure. */
  private CommandRun action(YamlNode.Mapping step, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", sandbox.root().toString());
    for (YamlNode.Entry input : entries(step, "with")) {
      String value = ((YamlNode.Scalar) input.value()).value();
      String hash = variables.getOrDefault("LAB_STORE_HASH", "");
      environment.put(
          "INPUT_" + input.key().value().toUpperCase(Locale.ROOT),
          value.replace("${{ vars.CANARY_STORE_HASH }}", hash));
    }
    return CommandRun.in(environment, InputStream.nullInputStream());
  }

  private static List<String> declared() {
    YamlNode root = YamlReader.read(REUSABLE, bytes(Pages.read(Path.of(REUSABLE)))).root();
    YamlNode on = mapping(root).get("on");
    YamlNode inputs = mapping(mapping(mapping(on).get("workflow_call")).get("inputs"));
    return mapping(inputs).entries().stream().map(entry -> entry.key().value()).toList();
  }

  private static List<String> names(YamlNode.Mapping job) {
    return entries(job, "with").stream().map(entry -> entry.key().value()).toList();
  }

  private static List<YamlNode.Entry> entries(YamlNode.Mapping node, String key) {
    return node.get(key) instanceof YamlNode.Mapping mapping ? mapping.entries() : List.of();
  }

  private static YamlNode.Mapping mapping(@Nullable YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw new AssertionError("a mapping is expected, not " + node);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
