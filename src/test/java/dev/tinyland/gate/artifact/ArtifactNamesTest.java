package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"gate-report", "a", "A name with blanks", "ö.json", "a,b;c='d'", "..", "%"})
  void these_are_names(String name) {
    assertThat(ArtifactNames.problem(name)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = ';',
      value = {
        "a\"b;double quote \"",
        "a:b;colon :",
        "a<b;less-than sign <",
        "a>b;greater-than sign >",
        "a|b;vertical bar |",
        "a*b;star *",
        "a?b;question mark ?",
        "a\\b;backslash \\",
        "a/b;slash /"
      })
  void the_character_that_cannot_be_in_a_name_is_named(String name, String character) {
    assertThat(ArtifactNames.problem(name))
        .isEqualTo("The name of an artifact cannot contain a " + character + ": `" + name + "`.");
  }

  @Test
  void line_breaks_are_shown_as_escapes() {
    assertThat(ArtifactNames.problem("a\nb"))
        .isEqualTo("The name of an artifact cannot contain a line break: `a\\nb`.");
    assertThat(ArtifactNames.problem("a\r")).contains("carriage return");
  }

  @Test
  void a_name_is_neither_empty_nor_endless() {
    assertThat(ArtifactNames.problem("")).isNotNull();
    assertThat(ArtifactNames.problem(" ")).isNotNull();
    assertThat(ArtifactNames.problem("x".repeat(200))).isNull();
    assertThat(ArtifactNames.problem("x".repeat(201))).contains("200 characters");
  }

  @Test
  void paths_may_hold_slashes_and_nothing_else_of_these() {
    assertThat(ArtifactNames.pathProblem("a/b/c.txt")).isNull();
    assertThat(ArtifactNames.pathProblem("a\\b")).isNull();
    assertThat(ArtifactNames.pathProblem("a/b?"))
        .isEqualTo("The path of a file in an artifact cannot contain a question mark ?: `a/b?`.");
  }

  @ParameterizedTest
  @CsvSource({"2,gate-2", "'',gate-1", "0,gate-1", "-3,gate-1", "x,gate-1"})
  void the_attempt_is_appended(String attempt, String name) {
    Map<String, String> environment = Map.of("GITHUB_RUN_ATTEMPT", attempt);
    assertThat(ArtifactNames.withAttempt("gate", environment)).isEqualTo(name);
    assertThat(ArtifactNames.withAttempt("gate", Map.of())).isEqualTo("gate-1");
  }

  @ParameterizedTest
  @CsvSource({"report.json,report-2.json", "report,report-2", "a.b.c,a.b-2.c", ".env,.env-2"})
  void of_a_file_it_stands_before_the_extension(String name, String full) {
    Map<String, String> environment = Map.of("GITHUB_RUN_ATTEMPT", "2");
    assertThat(ArtifactNames.fileWithAttempt(name, environment)).isEqualTo(full);
  }
}
