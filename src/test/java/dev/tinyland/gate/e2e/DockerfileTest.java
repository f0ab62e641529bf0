package dev.tinyland.gate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The Dockerfile keeps to what every builder takes and what the runner asks of an action. */
class DockerfileTest {
  private static final Set<String> PORTABLE =
      Set.of("ARG", "FROM", "WORKDIR", "COPY", "RUN", "ENV", "LABEL", "ENTRYPOINT");

  private final String text = read("Dockerfile");
  private final List<String> instructions = instructions(text);

  @Test
  void uses_no_instruction_that_a_builder_lacks_or_an_action_must_not_have() {
    assertThat(instructions).isNotEmpty().allMatch(line -> PORTABLE.contains(word(line)));
    // A frontend would have to be pulled, also where there is no network.
    assertThat(text.lines().findFirst().orElseThrow()).doesNotContain("syntax=");
    assertThat(text).doesNotContain("<<", "--chmod", "--mount", "--link", "--parents");
  }

  @Test
  void every_command_is_a_list_so_that_no_shell_reads_it() {
    assertThat(instructions)
        .filteredOn(line -> Set.of("RUN", "ENTRYPOINT").contains(word(line)))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.matches("(RUN|ENTRYPOINT) \\[\".*\"]"));
    assertThat(instructions.getLast()).startsWith("ENTRYPOINT [\"/opt/gate/runtime/bin/java\"");
  }

  @Test
  void bases_are_arguments_with_a_tag_of_their_own() {
    assertThat(instructions)
        .contains("ARG BUILD_BASE=maven:3.9-eclipse-temurin-25", "ARG BASE=debian:bookworm-slim")
        .filteredOn(line -> word(line).equals("FROM"))
        .allMatch(line -> line.matches("FROM \\$\\{(BUILD_)?BASE}( AS [a-z]+)?"));
  }

  @Test
  void the_last_stage_runs_nothing_and_copies_one_folder() {
    int last = 0;
    for (int i = 0; i < instructions.size(); i++) {
      last = word(instructions.get(i)).equals("FROM") ? i : last;
    }
    assertThat(instructions.subList(last, instructions.size()))
        .extracting(DockerfileTest::word)
        .containsExactly("FROM", "COPY", "ENV", "ARG", "LABEL", "ENTRYPOINT");
  }

  @Test
  void says_which_version_it_is() {
    String pom = read("pom.xml");
    int start = pom.indexOf("<version>") + "<version>".length();
    String version = pom.substring(start, pom.indexOf("</version>"));
    assertThat(text).contains("org.opencontainers.image.version=\"" + version + "\"");
    assertThat(text).contains("org.opencontainers.image.licenses=\"Apache-2.0\"");
  }

  @Test
  void the_context_leaves_everything_out_but_what_is_copied() {
    List<String> ignored =
        read(".dockerignore").lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(ignored.getFirst()).isEqualTo("*");
    for (String line : instructions) {
      if (line.startsWith("COPY ") && !line.contains("--from=")) {
        String[] words = line.split(" ");
        for (String source : List.of(words).subList(1, words.length - 1)) {
          assertThat(ignored).contains("!" + source);
        }
      }
    }
  }

  private static List<String> instructions(String text) {
    List<String> instructions = new ArrayList<>();
    for (String line : text.replace("\\\n", "").split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        instructions.add(line.strip());
      }
    }
    return instructions;
  }

  private static String word(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
