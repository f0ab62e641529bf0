package dev.tinyland.gate.runtime.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Sha256;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Body;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body must be, and that nothing of it is kept. */
class StateBodyTest {
  private static Body read(byte[] bytes) throws IOException {
    return StateBody.read(new ByteArrayInputStream(bytes));
  }

  private static Body read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  @Test
  void a_plain_state() throws IOException {
    assertThat(read(States.PLAIN))
        .isEqualTo(
            new Body(
                Shape.PLAIN,
                null,
                null,
                null,
                4,
                7L,
                Sha256.of(States.LINEAGE.getBytes(UTF_8)),
                2,
                "1.10.6"));
  }

  @Test
  void an_encrypted_state() throws IOException {
    Body body = read(States.ENCRYPTED);
    assertThat(body.shape()).isEqualTo(Shape.ENCRYPTED);
    assertThat(body.fault()).isNull();
    assertThat(body.serial()).isEqualTo(9);
    assertThat(body.lineageSha256()).isEqualTo(Sha256.of(States.LINEAGE.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r\n"})
  void nothing_but_blanks(String text) throws IOException {
    assertThat(read(text).shape()).isEqualTo(Shape.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"serial\": 7|\"serial\": 7, \"serial\": 8|MALFORMED|a key twice in one object",
        "\"serial\": 7|\"serial\": 7, \"Serial\": 3|MALFORMED|a key twice in one object",
        "\"serial\": 7|\"Serial\": 7|NOT_A_STATE|a key in capital letters",
        "\"type\": \"http\"|\"type\": 1, \"type\": 2|MALFORMED|a key twice in one object",
        "\"serial\": 7|\"serial\": -1|NOT_A_STATE|serial is no whole number",
        "\"serial\": 7|\"serial\": 7.0|NOT_A_STATE|serial is no whole number",
        "\"serial\": 7|\"serial\": \"7\"|NOT_A_STATE|serial is no whole number",
        "\"serial\": 7|\"serial\": 99999999999999999999|NOT_A_STATE|serial is no whole number",
        "\"serial\": 7,||NOT_A_STATE|serial is missing",
        "\"outputs\": {|\"outs\": {|NOT_A_STATE|outputs is missing",
        "\"version\": 4|\"version\": 3|UNKNOWN_VERSION|a state of another version",
        "\"version\": 4|\"version\": 5|UNKNOWN_VERSION|a state of another version",
        "\"version\": 4|\"version\": \"4\"|NOT_A_STATE|version is no whole number",
        "\"version\": 4|\"version\": 04|MALFORMED|not JSON",
        "\"version\": 4,||NOT_A_STATE|version is missing",
        "\"check_results\": null|\"check_results\": {}|NOT_A_STATE|check_results is no list",
        "\"1.10.6\"|\"canary-of-an-output-77aa\"|NOT_A_STATE|terraform_version is no version",
        "\"resources\": [|\"resources\": [7,|NOT_A_STATE|a resource is no object",
        "\"serial\": 7|\"serial\": NaN|MALFORMED|not JSON",
        "\"serial\": 7,|\"serial\": 7,,|MALFORMED|not JSON",
        "\"serial\": 7,|\"serial\": 7, /* */|MALFORMED|not JSON"
      })
  void one_thing_wrong(String good, String bad, Shape shape, String fault) throws IOException {
    String text = States.PLAIN.replaceFirst(Pattern.quote(good), bad == null ? "" : bad);
    assertThat(text).isNotEqualTo(States.PLAIN);
    Body body = read(text);
    assertThat(body.shape()).isEqualTo(shape);
    assertThat(body.fault()).isEqualTo(fault);
    assertThat(Records.text(body)).doesNotContain("canary", "http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{}", "0", "]", "\0", "// end", "\uFEFF"})
  void text_after_the_value(String tail) throws IOException {
    assertThat(read(States.PLAIN + tail).shape()).isEqualTo(Shape.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"text\"", "4", "{}"})
  void json_that_is_no_state(String text) throws IOException {
    assertThat(read(text).shape()).isEqualTo(Shape.NOT_A_STATE);
  }

  @Test
  void a_byte_order_mark_is_no_json() throws IOException {
    assertThat(read("\uFEFF" + States.PLAIN).shape()).isEqualTo(Shape.MALFORMED);
  }

  @Test
  void a_page_of_html_is_no_json() throws IOException {
    Body body = read("<html>" + States.CANARY + "</html>");
    assertThat(body.shape()).isEqualTo(Shape.MALFORMED);
    assertThat(Records.text(body)).doesNotContain("canary");
  }

  @Test
  void the_place_of_a_fault_is_told() throws IOException {
    Body body = read("{\n  \"version\": 4,\n  \"serial\": 7 7}");
    assertThat(body.fault()).isEqualTo("not JSON");
    assertThat(body.line()).isEqualTo(3);
    assertThat(body.column()).isBetween(14, 16);
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused_wherever_they_stand() throws IOException {
    byte[] good = States.PLAIN.getBytes(UTF_8);
    for (byte[] bad :
        new byte[][] {
          {(byte) 0xC0, (byte) 0xAF}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xFF}
        }) {
      int inText = States.PLAIN.indexOf(States.CANARY);
      byte[] mixed = new byte[good.length + bad.length];
      System.arraycopy(good, 0, mixed, 0, inText);
      System.arraycopy(bad, 0, mixed, inText, bad.length);
      System.arraycopy(good, inText, mixed, inText + bad.length, good.length - inText);
      Body body = read(mixed);
      assertThat(body.shape()).isEqualTo(Shape.MALFORMED);
      assertThat(body.fault()).isEqualTo("not UTF-8");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Y2FuYXJ5LW9mLWFuLW91dHB1dA==\"|\"not base 64!\"|encrypted_data is no Base64",
        "\"Y2FuYXJ5LW9mLWFuLW91dHB1dA==\"|7|encrypted_data is no text",
        "\"serial\":9,||serial is missing",
        "\"meta\":{|\"mata\":{|meta is missing",
        "\"v0\"|0|encryption_version is no text"
      })
  void an_encrypted_state_with_one_thing_wrong(String good, String bad, String fault)
      throws IOException {
    Body body = read(States.ENCRYPTED.replace(good, bad == null ? "" : bad));
    assertThat(body.shape()).isEqualTo(Shape.NOT_A_STATE);
    assertThat(body.fault()).isEqualTo(fault);
  }

  /** No proper beginning of a state is a state. */
  @Test
  void every_cut_is_seen() throws IOException {
    for (String state : new String[] {States.PLAIN.strip(), States.ENCRYPTED}) {
      byte[] bytes = state.getBytes(UTF_8);
      for (int length = 0; length < bytes.length; length++) {
        Body body = read(Arrays.copyOf(bytes, length));
        assertThat(body.shape()).as("%s bytes", length).isIn(Shape.EMPTY, Shape.MALFORMED);
      }
    }
  }

  /** Whatever is done to a body: an answer, no exception, and nothing of what it says. */
  @Test
  void mutated_bodies_are_judged_without_being_quoted() throws IOException {
    Random random = new Random(20_261_121);
    byte[] good = States.PLAIN.getBytes(UTF_8);
    int refused = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = good.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Body body = read(bytes);
      if (body.shape() != Shape.PLAIN) {
        refused++;
        assertThat(body.fault()).isNotNull();
      }
      assertThat(Records.text(body)).doesNotContain("canary", "77aa", "managed", "terraform_data");
    }
    assertThat(refused).isGreaterThan(1000);
  }

  /** Structural bytes carry the meaning: taking away any one of them is seen. */
  @Test
  void no_structural_byte_can_be_missing() throws IOException {
    String compact = States.PLAIN.replaceAll("(?m)\\s*\\n\\s*", "");
    for (int i = 0; i < compact.length(); i++) {
      if ("{}[]:,".indexOf(compact.charAt(i)) >= 0) {
        Body body = read(compact.substring(0, i) + compact.substring(i + 1));
        assertThat(body.shape())
            .as("without %s at %s", compact.charAt(i), i)
            .isNotEqualTo(Shape.PLAIN);
      }
    }
  }

  @Test
  void a_deep_body_ends_in_a_fault_and_not_in_an_overflow() throws IOException {
    Body body = read("{\"x\":" + "[".repeat(100_000));
    assertThat(body.shape()).isEqualTo(Shape.MALFORMED);
    assertThat(body.fault()).isEqualTo("too deep, or a key or number too long");
  }

  @Test
  void a_long_text_is_passed_over() throws IOException {
    String text = States.PLAIN.replaceFirst(States.CANARY, "x".repeat(3_000_000));
    assertThat(read(text).shape()).isEqualTo(Shape.PLAIN);
  }
}
