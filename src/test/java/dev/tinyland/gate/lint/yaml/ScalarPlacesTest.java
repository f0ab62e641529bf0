package dev.tinyland.gate.lint.yaml;

import static dev.tinyland.gate.lint.yaml.Yamls.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarPlacesTest {
  /** Where a part of the value of key {@code k} is written. */
  private static String find(String text, String part) {
    Scalar scalar = Yamls.scalar(Yamls.root(text), "k");
    int at = scalar.value().indexOf(part);
    assertThat(at).as(scalar.value()).isNotNegative();
    return place(scalar.spanOf(at, at + part.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"k: x push y", "k: 'xpush y'", "k: \"xpush y\"", "k: &a push", "{k: xyzpush}"})
  void onOneLine(String text) {
    int column = text.indexOf("push") + 1;
    assertThat(find(text, "push")).isEqualTo("1:%d-1:%d".formatted(column, column + 4));
  }

  @Test
  void plainAcrossLines() {
    String text = "k: one\n  two   \n\n\n  push here # no\n";
    assertThat(find(text, "two")).isEqualTo("2:3-2:6");
    assertThat(find(text, " two")).isEqualTo("1:7-2:6");
    assertThat(find(text, "\n\n")).isEqualTo("3:1-5:1");
    assertThat(find(text, "push here")).isEqualTo("5:3-5:12");
  }

  @Test
  void singleQuoted() {
    assertThat(find("k: 'it''s push'", "push")).isEqualTo("1:11-1:15");
    assertThat(find("k: 'it''s push'", "'")).isEqualTo("1:7-1:9");
    assertThat(find("k: 'a\n\n  b\n  push'", "push")).isEqualTo("4:3-4:7");
  }

  @Test
  void doubleQuoted() {
    assertThat(find("k: \"\\x41\\u00e9\\U0001F600push\"", "push")).isEqualTo("1:25-1:29");
    assertThat(find("k: \"a\\x41b\"", "A")).isEqualTo("1:6-1:10");
    assertThat(find("k: \"a\\U0001F600b\"", "\uD83D\uDE00")).isEqualTo("1:6-1:16");
    assertThat(find("k: \"a\\tpush\"", "push")).isEqualTo("1:8-1:12");
    assertThat(find("k: \"a\\npush\"", "\n")).isEqualTo("1:6-1:8");
    assertThat(find("k: \"a \\\n   b \\\n  push\"", "push")).isEqualTo("3:3-3:7");
    assertThat(find("k: \"a \\\n\n   push\"", "\npush")).isEqualTo("2:1-3:8");
    assertThat(find("k: \"a  \n \t\n push\"", "push")).isEqualTo("3:2-3:6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k: |\n  a\n  push\n",
        "k: |-\n  a\n  push",
        "k: |+ # note\n  a\n  push\n\n\n",
        "k: !!str |\n  a\n  push\n",
        "k: &x\n  |2\n  push\n"
      })
  void literal(String text) {
    assertThat(find(text, "push")).isEqualTo("3:3-3:7");
  }

  @Test
  void literalWithIndentationIndicator() {
    assertThat(find("k: |2\n    a\n  push\n", "push")).isEqualTo("3:3-3:7");
    assertThat(find("k: |1-\n   push\n", "  push")).isEqualTo("2:2-2:8");
    assertThat(find("k: |-4\n     push\n", " push")).isEqualTo("2:5-2:10");
  }

  @Test
  void literalWithBlankLines() {
    String text = "k: |\n\n  a\n \n      \n  push\n";
    assertThat(find(text, "\na")).isEqualTo("2:1-3:4");
    assertThat(find(text, "    ")).isEqualTo("5:3-5:7");
    assertThat(find(text, "push\n")).isEqualTo("6:3-7:1");
  }

  @Test
  void literalWithEmojiAndCarriageReturns() {
    String text = "k: |\r\n  \uD83D\uDE00 a\r\n  \uD83D\uDE00 push\r\n";
    assertThat(find(text, "push")).isEqualTo("3:5-3:9");
    assertThat(find(text.replace("\r\n", "\r"), "push")).isEqualTo("3:5-3:9");
  }

  @Test
  void folded() {
    String text = "k: >\n  one\n  two\n\n  three\n   more\n  push\n  end\n";
    assertThat(find(text, "two")).isEqualTo("3:3-3:6");
    assertThat(find(text, "one two")).isEqualTo("2:3-3:6");
    assertThat(find(text, "\nthree")).isEqualTo("4:1-5:8");
    assertThat(find(text, " more")).isEqualTo("6:3-6:8");
    assertThat(find(text, "\npush")).isEqualTo("6:8-7:7");
    assertThat(find(text, "push end")).isEqualTo("7:3-8:6");
  }

  @Test
  void foldedWithChomping() {
    assertThat(find("k: >-\n\n  push\n", "push")).isEqualTo("3:3-3:7");
    assertThat(find("k: >+\n  a\n\n\n", "\n\n\n")).isEqualTo("2:4-5:1");
    assertThat(find("k: >2\n   a\n  push\n", "push")).isEqualTo("3:3-3:7");
  }

  @Test
  void emptyPartsAreEmptySpans() {
    Scalar scalar = Yamls.scalar(Yamls.root("k: 'a''b'"), "k");
    assertThat(place(scalar.spanOf(0, 0))).isEqualTo("1:5-1:5");
    assertThat(place(scalar.spanOf(2, 2))).isEqualTo("1:8-1:8");
    assertThat(place(scalar.spanOf(3, 3))).isEqualTo("1:9-1:9");
  }

  @Test
  void offsetsOutsideTheValueAreMovedIn() {
    Scalar scalar = Yamls.scalar(Yamls.root("k: 'a''b'"), "k");
    assertThat(place(scalar.spanOf(-5, 99))).isEqualTo("1:5-1:9");
    assertThat(place(scalar.spanOf(2, 1))).isEqualTo("1:8-1:8");
  }

  @Test
  void halfAPairMeansTheWholeCharacter() {
    Scalar scalar = Yamls.scalar(Yamls.root("k: a\uD83D\uDE00b"), "k");
    assertThat(place(scalar.spanOf(1, 2))).isEqualTo("1:5-1:6");
    assertThat(place(scalar.spanOf(2, 3))).isEqualTo("1:5-1:6");
  }

  @Test
  void aDisagreementGivesTheFirstPlace() {
    ScalarPlaces places = ScalarPlaces.of("k: 'abc'\n", 3, 8, Scalar.Style.SINGLE_QUOTED, "other");
    assertThat(places.isKnown()).isFalse();
    assertThat(places.startOf(4)).isEqualTo(3);
    assertThat(places.endOf(4)).isEqualTo(3);
  }
}
