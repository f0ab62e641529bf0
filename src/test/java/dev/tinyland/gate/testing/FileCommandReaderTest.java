package dev.tinyland.gate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCommandReaderTest {
  private final Map<String, String> pairs = new LinkedHashMap<>();

  @Test
  void whichever_sign_comes_first_decides() {
    assertThat(FileCommandReader.read("a=1<<2\nb<<=\nx\ny\n=\n\nc=\n", pairs)).isNull();
    assertThat(pairs)
        .containsExactly(Map.entry("a", "1<<2"), Map.entry("b", "x\ny"), Map.entry("c", ""));
  }

  @Test
  void nothing_is_stripped_and_a_later_value_wins() {
    assertThat(FileCommandReader.read(" a = 1\r\na<<E\n\nE\n a =2", pairs)).isNull();
    assertThat(pairs).containsExactly(Map.entry(" a ", "2"), Map.entry("a", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "word|Invalid format 'word'",
        "=1|Invalid format '=1'. Name must not be empty",
        "<<E|Invalid format '<<E'. Name must not be empty and delimiter must not be empty",
        "a<<|Invalid format 'a<<'. Name must not be empty and delimiter must not be empty",
        "a<<E;x;|Invalid value. Matching delimiter not found 'E'",
        "a<<E;x;E~;|Invalid value. Matching delimiter not found 'E'",
        "a<<E;x|Invalid value. EOF marker missing new line.",
      })
  void errors_are_the_runners(String text, String error) {
    String file = "kept=1\n" + text.replace(';', '\n').replace('~', '\r');
    assertThat(FileCommandReader.read(file, pairs)).isEqualTo(error);
    assertThat(pairs).containsOnlyKeys("kept");
  }
}
