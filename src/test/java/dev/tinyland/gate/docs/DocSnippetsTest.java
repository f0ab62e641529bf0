package dev.tinyland.gate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a page tells its reader to do is done here. */
class DocSnippetsTest {
  /** Blocks of data and of output, which nobody runs. */
  private static final Set<String> SHOWN = Set.of("", "text", "json", "mermaid");

  /** What only our own machines run: by the recipe or the script that runs it there. */
  private static final List<String> OURS = List.of("mvn ", "just ", "bench/");

  /** What asks a state path. */
  private static final List<String> LIVE =
      List.of("gate tofu-state-", "gate rustfs-", "gate ha-state-");

  /** The clone breaks the policy, so a lint ends with 1 unless the block itself looks at that. */
  private static final String RED_IS_NO_FAILURE =
      "gate() { command gate \"$@\" || { code=$?; [ \"$1\" = lint ] && [ $code = 1 ]; }; }\n";

  @TempDir Path folder;

  /** The pages that people read; those of rules, and the reference, have tests of their own. */
  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      pages.addAll(files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
    }
    return pages;
  }

  @TestFactory
  List<DynamicTest> every_block_does_what_it_says() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (Snippet snippet : Snippet.of(page)) {
        if (!SHOWN.contains(snippet.info())) {
          tests.add(DynamicTest.dynamicTest(snippet.toString(), () -> tried(snippet)));
        }
      }
    }
    return tests;
  }

  @Test
  void pages_have_blocks() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(8);
    assertThat(Snippet.of(Path.of("docs/consumer.md"))).hasSizeGreaterThan(6);
  }

  private void tried(Snippet snippet) throws IOException {
    switch (snippet.info()) {
      case "sh" -> shell(snippet);
      case "yaml" -> new YamlSnippet(snippet, sandbox(snippet)).tried();
      case "console" -> console(snippet);
      case "just" -> recipes(snippet);
      default -> throw new AssertionError(snippet + ": how is a block of this kind tried?");
    }
  }

  private Sandbox sandbox(Snippet snippet) throws IOException {
    String name = snippet.page().getFileName() + "-" + snippet.line();
    return Sandbox.in(Files.createDirectories(folder.resolve(name)));
  }

  private void shell(Snippet snippet) throws IOException {
    // The commands of Docker are run by the end-to-end test, which has an engine.
    if (snippet.text().contains("docker ")) {
      return;
    }
    StringBuilder script = new StringBuilder();
    for (String line : snippet.text().lines().toList()) {
      if (OURS.stream().anyMatch(line::startsWith)) {
        ours(snippet, line.replaceFirst(" *#.*", ""));
      } else {
        script.append(line).append('\n');
      }
    }
    String text = RED_IS_NO_FAILURE + script.toString().replace("./gate ", "gate ");
    Sandbox.Run run =
        LIVE.stream().anyMatch(text::contains) ? inLab(snippet, text) : sandbox(snippet).bash(text);
    assertThat(run.code()).as("%s ended with %d:%n%s", snippet, run.code(), run.output()).isZero();
    assertThat(run.output())
        .as("%s", snippet)
        .doesNotContain("gate: there is no", "Unknown option");
  }

  /** With a state path on loopback, as the variables of an operator name it. */
  private Sandbox.Run inLab(Snippet snippet, String script) throws IOException {
    try (Lab lab = Lab.start(folder.resolve("lab-" + snippet.line()))) {
      return sandbox(snippet).bash(script, lab.environment());
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static void ours(Snippet snippet, String command) {
    String own = Pages.read(Path.of(".ci/run")) + Pages.read(Path.of("justfile"));
    String tool = command.split(" ")[0];
    String recipe = tool.equals("just") ? "\n" + command.split(" ")[1] : tool;
    assertThat(own).as("%s: %s", snippet, command).contains(recipe);
  }

  /** A prompt, and what is printed. */
  private void console(Snippet snippet) throws IOException {
    List<String> lines = snippet.text().lines().toList();
    assertThat(lines.getFirst()).as("%s", snippet).startsWith("$ ");
    if (snippet.page().endsWith("README.md")) {
      return;
    }
    Sandbox.Run run = sandbox(snippet).bash(lines.getFirst().substring(2) + " || true");
    assertThat(run.output().stripTrailing())
        .as("%s", snippet)
        .isEqualTo(String.join("\n", lines.subList(1, lines.size())));
  }

  private static void recipes(Snippet snippet) {
    String recipes = Pages.read(Path.of("gate.just"));
    String listed = snippet.text().replaceFirst("(?s).*#", "").strip();
    for (String recipe : listed.split(", *")) {
      assertThat(recipes).as("%s", snippet).containsPattern("(?m)^" + recipe + "\\b");
    }
    assertThat(snippet.text().getBytes(UTF_8)).isNotEmpty();
  }
}
