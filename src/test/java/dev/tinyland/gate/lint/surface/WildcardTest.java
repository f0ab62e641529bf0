package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a/b,     a/b,       true
          a/b,     A/B,       true
          a/b,     a/bc,      false
          '*/b',   x/y/b,     true
          '*/b',   b,         false
          '*/b',   ./b,       true
          a*c,     ac,        true
          a*c,     abcbc,     true
          a*c,     abcb,      false
          '*x*y*', 1x2y3,     true
          '*x*y*', 1y2x3,     false
          '*',     '',        true
          '',      a,         false
          """)
  void a_star_is_any_text(String pattern, String text, boolean matches) {
    assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
  }

  @Test
  void any_of_several() {
    assertThat(Wildcard.matchesAny(List.of("a", "b*"), "bc")).isTrue();
    assertThat(Wildcard.matchesAny(List.of(), "bc")).isFalse();
  }

  @Test
  void references_lose_what_changes_nothing() {
    assertThat(References.name("o/r/p@v1")).isEqualTo("o/r/p");
    assertThat(References.name("o/r//p/@v1")).isEqualTo("o/r/p");
    assertThat(References.name("./a/../b/")).isEqualTo("./b");
    assertThat(References.name("$/a/b")).isEqualTo("$/a/b");
    assertThat(References.name("./a@v1")).isEqualTo("./a");
    assertThat(References.pathInRepository("o/r/a/b")).isEqualTo("a/b");
    assertThat(References.pathInRepository("o/r")).isNull();
    assertThat(References.pathInRepository("o")).isNull();
  }
}
