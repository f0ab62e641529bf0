package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected values are those that GitHub's uploader gives for the same texts. */
class LineHashesTest {
  @Test
  void an_empty_file_has_one_line() {
    assertThat(LineHashes.of("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void blanks_do_not_count() {
    assertThat(LineHashes.of(" a\nb\n  \t\tc\n d"))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
  }

  @Test
  void the_kind_of_line_break_does_not_matter() {
    String text = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n";
    String[] expected = {
      "e9496ae3ebfced30:1",
      "fb7c023a8b9ccb3f:1",
      "ce8ba1a563dcdaca:1",
      "e20e36e16fcb0cc8:1",
      "b3edc88f2938467e:1",
      "c8e28b0b4002a3a0:1",
      "c129715d7a2bc9a3:1"
    };
    assertThat(LineHashes.of(text)).containsExactly(expected);
    assertThat(LineHashes.of(text.replace('\n', '\r'))).containsExactly(expected);
    assertThat(LineHashes.of(text.replace("\n", "\r\n"))).containsExactly(expected);
  }

  @Test
  void equal_lines_are_counted() {
    assertThat(LineHashes.of("Lorem ipsum dolor sit amet.\n".repeat(10)))
        .containsExactly(
            "a7f2ff13bc495cf2:1",
            "a7f2ff13bc495cf2:2",
            "a7f2ff13bc495cf2:3",
            "a7f2ff13bc495cf2:4",
            "a7f2ff13bc495cf2:5",
            "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1");
  }

  @Test
  void short_lines_are_told_apart_by_what_follows() {
    assertThat(LineHashes.of("x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n"))
        .containsExactly(
            "e54938cc54b302f1:1",
            "bb609acbe9138d60:1",
            "1131fd5871777f34:1",
            "5c482a0f8b35ea28:1",
            "54517377da7028d2:1",
            "2c644846cb18d53e:1",
            "f1b89f20de0d133:1",
            "c129715d7a2bc9a3:1");
  }

  @Test
  void characters_are_utf_16_units() {
    assertThat(LineHashes.of("push-cache: \"false\"\n"))
        .containsExactly("bc80beba6bb4e543:1", "c129715d7a2bc9a3:1");
    assertThat(LineHashes.of("é💥\n")).containsExactly("37cfc1c5856b2490:1", "c129715d7a2bc9a3:1");
  }

  @Test
  void many_lines_have_as_many_hashes() {
    assertThat(LineHashes.of("a\n".repeat(1000))).hasSize(1001).doesNotContainNull();
  }
}
