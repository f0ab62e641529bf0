package dev.tinyland.gate.lint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private final List<Problem> problems = new ArrayList<>();

  private SourceFile decode(byte[] bytes) {
    return YamlReader.decode("file.yml", bytes, problems);
  }

  @Test
  void utf8() {
    String text = "a: \u00E9 \uD83D\uDE00 \uFFFD\n";
    assertThat(decode(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    assertThat(problems).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoText() {
    byte[] bytes = "\uFEFFa: b".getBytes(StandardCharsets.UTF_8);
    assertThat(decode(bytes).text()).isEqualTo("a: b");
    assertThat(problems).isEmpty();
    YamlDocument document = YamlReader.read("file.yml", bytes);
    assertThat(Yamls.place(document.root() == null ? null : document.root().span()))
        .isEqualTo("1:1-1:5");
  }

  @ParameterizedTest
  @CsvSource({
    "613a2062 0a c3 28, 2:1, 0xc3, 5",
    "613a20 ff, 1:4, 0xff, 3",
    "613a20 f09f9880 80, 1:5, 0x80, 7",
    "613a20 c0 80, 1:4, 0xc0, 3",
    "613a20 eda080, 1:4, 0xed, 3",
    "613a20 e2 82, 1:4, 0xe2, 3",
  })
  void theFirstBadByteIsReported(String hex, String place, String name, int offset) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    SourceFile file = decode(bytes);
    assertThat(file.text()).contains("\uFFFD");
    assertThat(problems)
        .singleElement()
        .extracting(Yamls::describe)
        .isEqualTo(place + " the byte " + name + " at offset " + offset + " is not UTF-8");
  }

  @Test
  void utf16IsReadButReported() {
    byte[] little = "\uFEFFrun: x\n".getBytes(StandardCharsets.UTF_16LE);
    byte[] big = "\uFEFFrun: x\n".getBytes(StandardCharsets.UTF_16BE);
    for (byte[] bytes : List.of(little, big)) {
      problems.clear();
      assertThat(decode(bytes).text()).isEqualTo("run: x\n");
      assertThat(problems)
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .contains("UTF-16");
    }
  }

  @Test
  void nothingIsAFile() {
    assertThat(decode(new byte[0]).text()).isEmpty();
    assertThat(problems).isEmpty();
  }
}
