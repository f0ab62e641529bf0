package dev.tinyland.gate.runtime.nar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NixHashTest {
  private static final String BASE32 =
      "sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73";

  @Test
  void all_forms_of_a_hash_are_the_same_hash() {
    byte[] digest = Sample.sha256(new byte[0]);
    String base64 = Base64.getEncoder().encodeToString(digest);
    assertThat(NixHash.parse(BASE32)).hasToString(BASE32);
    assertThat(NixHash.parse("sha256:" + HexFormat.of().formatHex(digest))).hasToString(BASE32);
    assertThat(NixHash.parse("sha256:" + base64)).hasToString(BASE32);
    assertThat(NixHash.parse("sha256-" + base64)).hasToString(BASE32);
    assertThat(NixHash.of("sha256", digest)).hasToString(BASE32);
    assertThat(NixHash.parse("sha512:" + "0".repeat(103)).digestName()).isEqualTo("SHA-512");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256",
        "sha256:",
        "sha256:0mdqa9w1",
        "md5:0mdqa9w1p6cmli6976v4wi0sw9",
        "sha1:0mdqa9w1p6cmli6976v4wi0sw9r4p5pr",
        "sha3:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
        "sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c7e",
        "sha256-0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
        "sha256:xyz3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8"
      })
  void anything_else_is_refused_without_being_quoted(String text) {
    assertThatThrownBy(() -> NixHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("0mdqa9w1");
  }
}
