package dev.tinyland.gate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void a_file() throws IOException {
    assumeFalse(Boolean.getBoolean("golden.update"), "an update never fails");
    Files.writeString(folder.resolve("a.txt"), "one\n");
  }

  @Test
  void accepts_the_content_of_the_file() {
    Golden.in(folder).matchesAll(Map.of("a.txt", "one\n"));
    assertThat(folder.resolve("a.txt")).hasContent("one");
  }

  @Test
  void refuses_other_text_and_a_missing_file() {
    assertThatThrownBy(() -> Golden.in(folder).matches("a.txt", "two\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("golden.update");
    assertThatThrownBy(() -> Golden.in(folder).matches("b.txt", ""))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("b.txt");
  }

  @Test
  void refuses_a_file_that_no_test_writes() throws IOException {
    Files.writeString(folder.resolve("old.txt"), "");
    assertThatThrownBy(() -> Golden.in(folder).matchesAll(Map.of("a.txt", "one\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("old.txt");
  }
}
