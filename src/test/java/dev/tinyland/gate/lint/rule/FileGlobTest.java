package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which upload paths hold the file that a failed apply leaves behind. */
class FileGlobTest {
  private static final String FILE = "tofu/stacks/attic/errored.tfstate";

  @ParameterizedTest
  @ValueSource(
      strings = {
        FILE,
        "**/errored.tfstate",
        "**",
        ".",
        "tofu",
        "tofu/",
        "tofu/**",
        "tofu/stacks/*/errored.tfstate",
        "tofu/stacks/attic/*.tfstate",
        "tofu/stacks/attic/*",
        "tofu/stacks/att?c",
        "tofu/**/errored.*",
        "**/stacks/**"
      })
  void covers(String pattern) {
    assertThat(FileGlob.covers(pattern, FILE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "errored.tfstate",
        "*.tfstate",
        "tofu/*/errored.tfstate",
        "tofu/stacks/arc-runners",
        "tofu/stacks/attic/*.log",
        "stacks",
        "tofu/stacks/attic/errored.tfstate/x",
        "**/terraform.tfstate"
      })
  void does_not_cover(String pattern) {
    assertThat(FileGlob.covers(pattern, FILE)).isFalse();
  }
}
