package dev.tinyland.gate.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.testing.FileCommandReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCommandsTest {
  private static final List<String> PIECES =
      List.of("gate_end", "gate_end_", "_", "\n", "\r", "=", "<<", "x=y", "other<<gate_end", " ");

  @TempDir Path folder;

  private Path outputs() {
    return folder.resolve("outputs");
  }

  private FileCommands commands() {
    return new FileCommands(Map.of("GITHUB_OUTPUT", outputs().toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proven", "a\nb", "a\n", "x=y", "gate_end", "a\ngate_end\nverdict=x"})
  void a_value_arrives_as_it_is_and_sets_nothing_else(String value) throws IOException {
    commands().outputs(Map.of("report", value));
    assertThat(FileCommandReader.read(Files.readString(outputs())))
        .isEqualTo(Map.of("report", value));
  }

  @Test
  void no_value_forges_an_output() throws IOException {
    Random random = new Random(4);
    for (int round = 0; round < 500; round++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (String name : List.of("one", "two")) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
          value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        values.put(name, value.toString());
      }
      Files.deleteIfExists(outputs());
      commands().outputs(values);
      assertThat(FileCommandReader.read(Files.readString(outputs()))).isEqualTo(values);
    }
  }

  @Test
  void what_an_earlier_step_wrote_stays() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
    FileCommands commands = new FileCommands(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    commands.summary("after\n");
    assertThat(summary).hasContent("before\nafter\n");
    commands.outputs(Map.of("verdict", "proven"));
    assertThat(folder).isDirectoryContaining("glob:**summary.md");
  }
}
