package dev.tinyland.gate.lint.passage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --remote_executor=grpc://x:1                | remote_executor | grpc://x:1
          --remote_executor grpc://x:1 //...          | remote_executor | grpc://x:1
          --remote_executor="$CACHE"                  | remote_executor | $CACHE
          export BAZEL_REMOTE_EXECUTOR='grpc://x'     | bazel_remote_executor | grpc://x
          BAZEL_REMOTE_EXECUTOR=${A:-$B} bazel build  | bazel_remote_executor | ${A:-$B}
          echo "BAZEL_REMOTE_EXECUTOR=x" >> "$F"      | bazel_remote_executor | x
          bazel-remote-executor: "x"                  | bazel_remote_executor | x
          remote_executor = "x"                       | remote_executor | x
          --remote_executor=${{ env.A && env.B }}     | remote_executor | ${{ env.A && env.B }}
          """)
  void what_is_set_is_read(String text, String name, String value) {
    Passage passage = Passages.ofFile(new SourceFile("x", text));
    List<Settings.Setting> settings = Settings.of(passage, "remote_executor");
    assertThat(settings).hasSize(1);
    assertThat(settings.getFirst().name()).isEqualTo(name);
    assertThat(settings.getFirst().value()).isEqualTo(value);
    assertThat(text.substring(settings.getFirst().from(), settings.getFirst().to()))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# --remote_executor=x",
        "use \"${REMOTE_EXECUTOR:-$CACHE}\"",
        "if [ -n \"$REMOTE_EXECUTOR\" ]; then",
        "the --remote_executor",
        "--remote_executor=",
        "nothing at all"
      })
  void what_sets_nothing_is_not(String text) {
    Passage passage = Passages.ofFile(new SourceFile("x", text));
    assertThat(Settings.of(passage, "remote_executor")).isEmpty();
  }

  @Test
  void values_of_yaml_are_set_by_their_keys() {
    String text =
        """
        env:
          BAZEL_REMOTE_EXECUTOR: x y
        inputs:
          remote-executor:
            description: remote_executor=no
            default: z
        name: remote_executor=no
        run: bazel --remote_executor=w
        """;
    List<Passage> passages = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Passages.addYaml(
        Objects.requireNonNull(YamlReader.read("a.yml", bytes).root()),
        word ->
            word.toLowerCase(java.util.Locale.ROOT).replace('-', '_').contains("remote_executor"),
        passages);
    assertThat(passages)
        .flatExtracting(passage -> Settings.of(passage, "remote_executor"))
        .extracting(Settings.Setting::value)
        .containsExactly("x y", "z", "w");
    assertThat(passages.getLast().span(8, 12).toString()).isEqualTo("a.yml:8:14");
  }
}
