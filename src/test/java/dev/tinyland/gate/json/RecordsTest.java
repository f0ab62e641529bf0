package dev.tinyland.gate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
  private enum Color {
    RED,
    GREEN
  }

  private record Inner(String name, @Nullable String note) {}

  private record Outer(int count, Color color, Inner inner, List<Inner> all, boolean done) {}

  private static final Outer OUTER =
      new Outer(3, Color.GREEN, new Inner("a\n\u2028", null), List.of(new Inner("b", "\"")), true);

  @Test
  void a_record_comes_back_as_it_was() {
    String text = Records.text(OUTER);
    assertThat(text).startsWith("{\n  \"count\" : 3,\n  \"color\" : \"GREEN\",").endsWith("}\n");
    assertThat(Records.read(text, Outer.class)).isEqualTo(OUTER);
  }

  @Test
  void what_a_newer_version_added_is_passed_over() {
    assertThat(Records.read(Records.text(OUTER).replaceFirst("\\{", "{\"new\":1,"), Outer.class))
        .isEqualTo(OUTER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"count\" : 3,|''|count",
        "\"name\" : \"b\"|\"name\" : null|all[0].name is missing",
        "\"GREEN\"|\"BLUE\"|BLUE",
        "\"done\" : true|\"done\" : null|null",
        "\"done\" : true|\"done\" : true, \"done\" : false|done",
      })
  void what_is_missing_or_wrong_is_said(String good, String bad, String message) {
    String text = Records.text(OUTER);
    assertThat(text).contains(good);
    assertThatThrownBy(() -> Records.read(text.replace(good, bad), Outer.class))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"null", "'{} {}'", "''", "[1]"})
  void other_json_is_no_record(String text) {
    assertThatThrownBy(() -> Records.read(text, Outer.class))
        .isInstanceOf(JsonSyntaxException.class);
  }
}
