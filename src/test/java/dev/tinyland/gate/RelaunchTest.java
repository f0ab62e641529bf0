package dev.tinyland.gate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands the image starts anew, and that the files that decide it name commands. */
class RelaunchTest {
  @TempDir Path home;

  @BeforeEach
  void layOut() throws IOException {
    Files.createFile(Files.createDirectory(home.resolve("checks")).resolve("verdict"));
    Files.createFile(home.resolve("java.options"));
  }

  @Test
  void a_check_gets_the_options_the_class_path_and_the_cache_of_the_checks() {
    Relaunch relaunch = Relaunch.of(home.toString(), Map.of(), "verdict", "a folder");
    assertThat(requireNonNull(relaunch).command())
        .containsExactly(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + home.resolve("checks.options"),
            "-XX:AOTCache=" + home.resolve("checks.aot"),
            "-cp",
            home.resolve("lib/checks.jar").toString(),
            "dev.tinyland.gate.Main",
            "verdict",
            "a folder");
  }

  @Test
  void the_command_of_the_action_is_an_input() {
    Map<String, String> environment = Map.of("INPUT_COMMAND", "verdict");
    assertThat(Relaunch.of(home.toString(), environment)).isNotNull();
    assertThat(Relaunch.of(home.toString(), environment, "lint")).isNull();
    assertThat(Relaunch.of(home.toString(), Map.of())).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reach", "--help", "", ".", "..", "../java.options", "no/such"})
  void everything_else_stays_where_it_is(String command) {
    assertThat(Relaunch.of(home.toString(), Map.of(), command)).isNull();
  }

  @Test
  void the_commands_that_exist_are_named_as_they_are_typed() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/build/layout/checks"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).contains("attic-nar-integrity-check", "verdict");
      assertThat(names).doesNotContain("lint", "reach", "eval", "rules", "explain", "config");
    }
  }
}
