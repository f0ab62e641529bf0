package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NixBase32Test {
  @Test
  void the_hash_of_nothing_is_the_known_one() {
    assertThat(NixBase32.encode(Sample.sha256(new byte[0])))
        .isEqualTo("0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73");
    assertThat(NixBase32.encode(Sample.sha256("hello\n".getBytes(UTF_8))))
        .isEqualTo(byDivision(Sample.sha256("hello\n".getBytes(UTF_8))));
  }

  @Test
  void what_was_encoded_is_decoded_to_the_same() {
    Random random = new Random(32);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(70)];
      random.nextBytes(bytes);
      String text = NixBase32.encode(bytes);
      assertThat(text).hasSize(NixBase32.length(bytes.length)).isEqualTo(byDivision(bytes));
      assertThat(NixBase32.decode(text, bytes.length)).isEqualTo(bytes);
    }
  }

  @Test
  void a_text_is_the_encoding_of_one_value_only() {
    assertThat(NixBase32.decode("0".repeat(51), 32)).isNull();
    assertThat(NixBase32.decode("z" + "0".repeat(51), 32)).as("bits beyond the last byte").isNull();
    assertThat(NixBase32.decode("1" + "0".repeat(51), 32)).isNotNull();
    for (char c : "eoutEA!é".toCharArray()) {
      assertThat(NixBase32.decode(c + "0".repeat(31), 20)).as("%s", c).isNull();
    }
  }

  /** The bytes as one number, from the last to the first, in base 32. */
  private static String byDivision(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    BigInteger number = new BigInteger(1, reversed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < NixBase32.length(bytes.length); i++) {
      text.append(NixBase32.ALPHABET.charAt(number.mod(BigInteger.valueOf(32)).intValue()));
      number = number.shiftRight(5);
    }
    return text.reverse().toString();
  }
}
