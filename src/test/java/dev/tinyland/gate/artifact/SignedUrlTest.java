package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://h/c/b?sig=%2B&se=1,https://h/c/b?sig=%2B&se=1&comp=block",
    "https://h/c/b,https://h/c/b?comp=block",
    "http://h:8/c%20d?sig=a#x,http://h:8/c%20d?sig=a&comp=block"
  })
  void parameters_are_added_and_nothing_else_is_touched(String address, String result)
      throws UploadFailure {
    assertThat(SignedUrl.of(address).with("comp=block")).hasToString(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/c/b?sig=s3cret", "ftp://h/?sig=s3cret", "https://h/ ?sig=s3cret"})
  void what_is_no_address_is_not_repeated(String address) {
    assertThatThrownBy(() -> SignedUrl.of(address))
        .isInstanceOf(UploadFailure.class)
        .hasMessage("The artifact service gave no address to upload to.")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "sv=1&sig=a%2Bb%3D a+b=,a%252Bb%253D",
        "sig=plain&x=sig plain",
        "sig=a%2bb a+b,a%252Bb,a%252bb",
        "SIG=a%3d a=,a%253D,a%253d",
        "signature=x ''",
        "sig= ''"
      })
  void signatures_are_hidden_in_all_their_spellings(String query, String masks)
      throws UploadFailure {
    Trial trial = new Trial("http://127.0.0.1:1");
    SignedUrl.of("https://h/b?" + query).mask(trial.runnerLog());
    assertThat(String.join(",", trial.log().lines().map(line -> line.substring(12)).toList()))
        .isEqualTo(masks);
  }

  @Test
  void it_prints_without_its_query() throws UploadFailure {
    assertThat(SignedUrl.of("https://h/b?sig=x")).hasToString("https://h/b");
  }
}
