package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void ordinary_text_stays_the_same_object() {
    String text = "Step `a` writes [x] # 1 :: {}";
    assertThat(Visible.line(text)).isSameAs(text);
    assertThat(Visible.line("größe 日本 💥 ✔️")).isEqualTo("größe 日本 💥 ✔️");
  }

  @Test
  void what_acts_or_hides_is_shown() {
    assertThat(Visible.line("a\nb\r\tc")).isEqualTo("a\\nb\\r\\tc");
    assertThat(Visible.line("\u001B[31mred")).isEqualTo("\\u001B[31mred");
    assertThat(Visible.line("\u202Eabc\u2066\u200B\u00AD"))
        .isEqualTo("\\u202Eabc\\u2066\\u200B\\u00AD");
    assertThat(Visible.line("\u2028\u0085\u007F")).isEqualTo("\\u2028\\u0085\\u007F");
    assertThat(Visible.line("x\uD83D")).isEqualTo("x\\uD83D");
    assertThat(Visible.line("\uDB40\uDC41")).isEqualTo("\\u{E0041}");
    assertThat(Visible.line("a\u3164b\u034F")).isEqualTo("a\\u3164b\\u034F");
  }

  @Test
  void the_runners_bracket_command_is_broken_up() {
    assertThat(Visible.line("##[error]x")).isEqualTo("##\\[error]x");
    assertThat(Visible.line("###[error]x")).isEqualTo("###\\[error]x");
    assertThat(Visible.line("# #[ok]")).isEqualTo("# #[ok]");
  }

  @Test
  void nothing_hidden_is_left_of_any_text() {
    Hostile hostile = new Hostile(3);
    for (int round = 0; round < 2000; round++) {
      String visible = Visible.line(hostile.text(20));
      assertThat(visible.codePoints().noneMatch(Visible::isHidden)).as(visible).isTrue();
      assertThat(visible).doesNotContain("##[");
    }
  }
}
