package dev.tinyland.gate.runtime.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3BackendTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "TOFU_BACKEND_S3_ACCESS_KEY_ID", "canary-a",
          "TOFU_BACKEND_S3_SECRET_ACCESS_KEY", "canary-s");

  private static final String FILE =
      """
      # The interim path.
      bucket = "tofu-state"  // of all stacks
      key    = "attic/terraform.tfstate"
      region = "eu-central-1"
      endpoints = {
        s3 = "http://rustfs.nix-cache:9000/", sts: "http://none"
      }
      use_path_style              = true /* as RustFS
        wants it */
      skip_credentials_validation = true
      max_retries = 5
      allowed_account_ids = ["1", "2",]
      access_key = "canary-f\\u0041"
      secret_key = "canary-\\"g"
      """;

  @Test
  void the_variables_of_an_operator() {
    S3Backend backend =
        S3Backend.of(
            Map.of(
                "TOFU_BACKEND_S3_ENDPOINT", "https://s3.example:9000",
                "TOFU_BACKEND_S3_REGION", "garage",
                "TOFU_BACKEND_S3_BUCKET", "tofu-state",
                "TOFU_BACKEND_S3_KEY", "k",
                "TOFU_BACKEND_S3_USE_PATH_STYLE", "false",
                "TOFU_BACKEND_S3_ACCESS_KEY_ID", "canary-a",
                "TOFU_BACKEND_S3_SECRET_ACCESS_KEY", "canary-s",
                "TOFU_BACKEND_S3_SESSION_TOKEN", "canary-t"));
    assertThat(backend.bucket()).isEqualTo("tofu-state");
    assertThat(backend.key()).isEqualTo("k");
    assertThat(backend.settings().endpoint()).hasToString("https://s3.example:9000");
    assertThat(backend.settings().region()).isEqualTo("garage");
    assertThat(backend.settings().pathStyle()).isFalse();
    assertThat(backend.settings().credentials().sessionToken()).isEqualTo("canary-t");
    assertThat(backend.settings().credentials().origin()).isEqualTo("TOFU_BACKEND_S3_*");
    assertThat(backend.toString()).doesNotContain("canary");
  }

  @Test
  void a_backend_file() {
    S3Backend backend = S3Backend.of("attic.s3.tfbackend", FILE, Map.of());
    assertThat(backend.bucket()).isEqualTo("tofu-state");
    assertThat(backend.key()).isEqualTo("attic/terraform.tfstate");
    assertThat(backend.settings().endpoint()).hasToString("http://rustfs.nix-cache:9000");
    assertThat(backend.settings().region()).isEqualTo("eu-central-1");
    assertThat(backend.settings().pathStyle()).isTrue();
    assertThat(backend.settings().credentials().accessKeyId()).isEqualTo("canary-fA");
    assertThat(backend.settings().credentials().secretAccessKey()).isEqualTo("canary-\"g");
    assertThat(backend.settings().credentials().origin()).isEqualTo("attic.s3.tfbackend");
  }

  @Test
  void a_block_in_a_configuration() {
    S3Backend backend =
        S3Backend.of(
            "backend.tf",
            "terraform {\n  backend \"s3\" {\n    bucket = \"b-1\"\n"
                + "    endpoints = { s3 = \"http://h:1\" }\n  }\n}\n",
            KEYS);
    assertThat(backend.bucket()).isEqualTo("b-1");
    assertThat(backend.settings().credentials().origin()).isEqualTo("TOFU_BACKEND_S3_*");
  }

  @Test
  void keys_of_aws_are_named_as_such() {
    S3Backend backend =
        S3Backend.of(
            Map.of(
                "TOFU_BACKEND_S3_ENDPOINT", "http://h:1",
                "AWS_ACCESS_KEY_ID", "canary-a",
                "AWS_SECRET_ACCESS_KEY", "canary-s"));
    assertThat(backend.settings().credentials().origin()).isEqualTo("AWS_*");
  }

  @Test
  void missing_credentials_are_an_error_that_names_the_variables() {
    assertThatThrownBy(() -> S3Backend.of(Map.of("TOFU_BACKEND_S3_ENDPOINT", "http://h:1")))
        .isInstanceOf(S3SettingsException.class)
        .hasMessageContaining("TOFU_BACKEND_S3_ACCESS_KEY_ID")
        .hasMessageContaining("TOFU_BACKEND_S3_SECRET_ACCESS_KEY");
  }

  @Test
  void halves_of_two_places_are_not_put_together() {
    assertThatThrownBy(() ->
            S3Backend.of(
                Map.of(
                    "TOFU_BACKEND_S3_ENDPOINT", "http://h:1",
                    "TOFU_BACKEND_S3_ACCESS_KEY_ID", "canary-a",
                    "AWS_ACCESS_KEY_ID", "canary-b",
                    "AWS_SECRET_ACCESS_KEY", "canary-s")))
        .isInstanceOf(S3SettingsException.class)
        .hasMessageStartingWith("TOFU_BACKEND_S3_SECRET_ACCESS_KEY is missing");
  }

  @Test
  void a_missing_endpoint_is_named() {
    assertThatThrownBy(() -> S3Backend.of(KEYS))
        .isInstanceOf(S3SettingsException.class)
        .hasMessageContaining("TOFU_BACKEND_S3_ENDPOINT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h",
        "h:9000",
        "http://user:canary@h",
        "http://h/path",
        "http://h?x=canary",
        "http://",
        "http://a b"
      })
  void what_is_no_address_of_a_server(String endpoint) {
    assertThatThrownBy(() -> S3Settings.endpoint(endpoint, "THE_VARIABLE"))
        .isInstanceOf(S3SettingsException.class)
        .hasMessageStartingWith("THE_VARIABLE")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = \"x|f:1:7: the text in quotes has no end",
        "a = \"${b}\"|f:1:7: the text holds a template, which is not computed here",
        "a = var.b|f:1:5: the value of a is no literal",
        "a = <<EOT|f:1:5: the value of a is no literal",
        "a = 1 b = 2|f:1:7: something follows the value",
        "a|f:1:2: an equals sign or a block is missing",
        "= 1|f:1:1: a key is missing",
        "a = { b = 1|f:1:12: a closing brace is missing",
        "a = \"\\q\"|f:1:8: there is no such escape",
        "/* x|f:1:5: the comment has no end",
        "a = [1|f:1:7: the list has no end",
        "a = \"1\" }|f:1:9: something follows the value"
      })
  void a_file_that_is_none_is_refused_with_the_place(String text, String message) {
    assertThatThrownBy(() -> BackendFile.read("f", text))
        .isInstanceOf(S3SettingsException.class)
        .hasMessageStartingWith(message.substring(0, 4))
        .hasMessage(message);
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> BackendFile.read("f", "bucket = \"a\"\nbucket = \"b\"\n"))
        .hasMessage("f:2:10: bucket stands twice");
  }

  @Test
  void only_literals_with_dollars_are_texts() {
    assertThat(BackendFile.read("f", "a = \"5$ $${x} 100%\"").texts())
        .containsEntry("a", "5$ ${x} 100%");
  }
}
