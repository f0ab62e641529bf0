package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarInfoParserTest {
  private static final String HASH = "8iv5j0f2difw6wg9vwj9r2raacb08fkv";
  private static final String OTHER = "0fk4jf0rm8aiv5hldz5pppwpa1dcirh3";
  private static final String DIGEST = "0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73";

  /** As Attic writes it, and one key that nobody knows. */
  private static final String ATTIC =
      """
      StorePath: /nix/store/%1$s-statix-0.5.8
      URL: nar/%1$s.nar
      Compression: zstd
      NarHash: sha256:%3$s
      NarSize: 3330176
      References: %2$s-etc %1$s-statix-0.5.8
      Deriver: %2$s-statix.drv
      System: x86_64-linux
      Sig: main:AAAA
      Sig: other:BBBB
      """
          .formatted(HASH, OTHER, DIGEST);

  @Test
  void a_file_of_attic_is_read() throws NarInfoException {
    NarInfo info = parse(ATTIC);
    assertThat(info.storePath()).hasToString("/nix/store/" + HASH + "-statix-0.5.8");
    assertThat(info.url()).isEqualTo("nar/" + HASH + ".nar");
    assertThat(info.compression()).isEqualTo("zstd");
    assertThat(info.fileHash()).isNull();
    assertThat(info.fileSize()).isNull();
    assertThat(info.narHash()).hasToString("sha256:" + DIGEST);
    assertThat(info.narSize()).isEqualTo(3_330_176);
    assertThat(info.references())
        .extracting(StorePath::name)
        .containsExactly("etc", "statix-0.5.8");
    assertThat(info.signatures()).containsExactly("main:AAAA", "other:BBBB");
    assertThat(info.other()).containsExactly(new NarInfo.Field("System", "x86_64-linux"));
  }

  @Test
  void the_signed_text_has_sorted_references() throws NarInfoException {
    assertThat(parse(ATTIC).fingerprint())
        .isEqualTo(
            "1;/nix/store/%1$s-statix-0.5.8;sha256:%3$s;3330176;/nix/store/%2$s-etc,/nix/store/%1$s-statix-0.5.8"
                .formatted(HASH, OTHER, DIGEST));
  }

  @Test
  void a_file_without_compression_is_one_of_bzip2() throws NarInfoException {
    assertThat(parse(ATTIC.replace("Compression: zstd\n", "")).compression()).isEqualTo("bzip2");
  }

  @Test
  void a_file_without_references_has_none() throws NarInfoException {
    assertThat(parse(ATTIC.replaceAll("References: .*", "References: ")).references()).isEmpty();
    assertThat(parse(ATTIC.replaceAll("References: .*\n", "")).references()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NarSize: 3330176     | NarSize: 3330176\\nNarSize: 1  | 6 | 1  | the key stands a second time",
        "System: x86_64-linux | System: a\\nSystem: b          | 9 | 1  | the key stands a second time",
        "NarSize: 3330176     | NarSize: -1                   | 5 | 10 | not a number of bytes",
        "NarSize: 3330176     | NarSize: 99999999999999999999 | 5 | 10 | not a number of bytes",
        "NarSize: 3330176     | NarSize: 0                    | 5 | 10 | no archive has no bytes",
        "NarSize: 3330176     | NarSize:                      | 5 | 9  | no space after the key",
        "NarSize: 3330176     | NarSize:3330176               | 5 | 9  | no space after the key",
        "NarSize: 3330176     | Size: 1                       | 1 | 1  | NarSize is missing",
        "NarSize: 3330176     | nothing                       | 5 | 1  | a line without a key",
        "NarHash: sha256:     | NarHash: sha1:                | 4 | 10 | sha1 proves nothing",
        "NarHash: sha256:0    | NarHash: sha256:e             | 4 | 10 | not the 32 bytes",
        "URL: nar             | URL: ../nar                   | 2 | 6  | leaves the folder",
        "-etc                 | /../etc                       | 6 | 13 | not a hash of 32 characters",
        "/nix/store/8         | /nix/store/9                  | 1 | 12 | not the one that was asked for",
        "/nix/store/8         | nix/store/8                   | 1 | 12 | not an absolute path",
        "x86_64               | x86\\t64                      | 8 | 12 | a control character",
        "zstd                 | zstd\\r                       | 3 | 18 | a control character",
        "Deriver:             | \\nDeriver:                   | 7 | 1  | a line without a key"
      })
  void what_is_wrong_has_a_place(String from, String to, int line, int column, String message) {
    String text = ATTIC.replace(from, to.translateEscapes());
    assertThat(text).isNotEqualTo(ATTIC);
    assertThatThrownBy(() -> parse(text))
        .asInstanceOf(InstanceOfAssertFactories.type(NarInfoException.class))
        .satisfies(e -> {
          assertThat(e).hasMessageContaining(message);
          assertThat(e.line() + ":" + e.column()).isEqualTo(line + ":" + column);
        });
  }

  @Test
  void a_file_that_was_cut_is_told_from_a_whole_one_at_each_place() {
    for (int length = 0; length < ATTIC.length(); length++) {
      String cut = ATTIC.substring(0, length);
      if (!cut.endsWith("\n") || length < ATTIC.indexOf("References")) {
        assertThatThrownBy(() -> parse(cut)).isInstanceOf(NarInfoException.class);
      }
    }
  }

  @Test
  void bytes_that_are_no_text_have_a_place() {
    byte[] bytes = ATTIC.replace("x86_64", "\u00ff86").getBytes(ISO_8859_1);
    assertThatThrownBy(() -> NarInfoParser.parse(bytes, HASH))
        .asInstanceOf(InstanceOfAssertFactories.type(NarInfoException.class))
        .satisfies(e -> assertThat(e.line() + ":" + e.column()).isEqualTo("8:9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nar/a.nar.xz",
        "nar/a.nar?hash=b",
        "a",
        "https://cdn.example.org/a/../b?c",
        "a..b/c"
      })
  void these_urls_may_stand_in_a_file(String url) {
    assertThat(CacheUrl.fault(url)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "//host/nar",
        "../nar",
        "nar/../../x",
        "nar/%2e%2E/x",
        "nar/.%2e/x",
        "nar%2f..%2fx",
        "nar/%5c..",
        "./nar",
        "file:///etc/passwd",
        "ftp://host/x",
        "https:nar",
        "https://user:word@host/x",
        "nar/a b",
        "nar/a#b",
        "?a=b",
        "nar\\x",
        ""
      })
  void these_urls_may_not(String url) {
    assertThat(CacheUrl.fault(url)).isNotNull();
  }

  private static NarInfo parse(String text) throws NarInfoException {
    return NarInfoParser.parse(text.getBytes(UTF_8), HASH);
  }
}
