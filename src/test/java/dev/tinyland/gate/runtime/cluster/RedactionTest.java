package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets do not come out; what an operator needs does. */
class RedactionTest {
  private static final Redaction REDACTION = new Redaction(List.of("given/secret+1"));

  private static String line(String text) {
    return REDACTION.line(text, 2000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-06T00:58:53Z ERROR local disk /data health is faulty, returning error",
        "NoSuchBucket: The specified bucket does not exist",
        "Storage resources are insufficient for the write operation: tofu-state/",
        "image rustfs/rustfs@sha256:0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
        "pod attic-rustfs-openebs-6d5f7c9b8d-x2x7k uid 1b2c3d4e-aaaa-bbbb-cccc-0123456789ab",
        "secrets \"attic-rustfs-credentials\" is forbidden: User"
            + " \"system:serviceaccount:nix-cache:gate-reader\" cannot list resource",
        "GET http://rustfs.nix-cache.svc:9000/tofu-state/attic/terraform.tfstate 500",
        "token expired",
      })
  void what_is_no_secret_stays(String text) {
    assertThat(line(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          access_key=rustfsadmin error=FaultyDisk|access_key=[redacted] error=FaultyDisk
          {"secretKey":"a\\"b","bucket":"x"}|{"secretKey":[redacted],"bucket":"x"}
          Credentials { access_key: "abc", secret_key: Some("def") }|Credentials { access_key: [redacted], secret_key: Some([redacted]) }
          Authorization: AWS4-HMAC-SHA256 Credential=x/y, Signature=z|Authorization: [redacted]
          sent Bearer abc.def and more|sent Bearer [redacted]
          PUT https://u:p@s3.example/b/k?X-Amz-Signature=00ff done|PUT https://[redacted]@s3.example/b/k?[redacted] done
          GET /b/k?X-Amz-Signature=00ff&x=1 403|GET /b/k?[redacted] 403
          X-Amz-Signature=00ff&partNumber=1|X-Amz-Signature=[redacted]&partNumber=1
          access key rustfsadmin is unknown|access key [redacted] is unknown
          key AKIAIOSFODNN7EXAMPLE|key [redacted]
          jwt eyJhbGciOiJI.eyJzdWIi.c2ln end|jwt [redacted] end
          has given/secret+1 or given%2Fsecret%2B1|has [redacted] or [redacted]
          password: correct horse battery|password: [redacted]
          sk cache-1:AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrStUvWxYz0123456789==|sk [redacted]
          """)
  void what_is_a_secret_goes(String text, String expected) {
    assertThat(line(text)).isEqualTo(expected);
  }

  @Test
  void colours_and_what_nobody_sees_do_not_hide_a_secret() {
    assertThat(line("\u001b[3maccess_key\u001b[0m\u001b[2m=\u001b[0mrustfsadmin"))
        .isEqualTo("access_key=[redacted]");
    assertThat(line("given/se\u200bcret+1")).isEqualTo("[redacted]");
  }

  @Test
  void keys_in_several_lines_go_whole_also_without_an_end() {
    String key = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nline two\n";
    assertThat(
            REDACTION.lines(
                "before\nkey -----BEGIN PRIVATE KEY-----\n"
                    + key
                    + "-----END PRIVATE KEY-----\nafter\n\n-----BEGIN RSA PRIVATE KEY-----\n"
                    + key,
                200))
        .containsExactly("before", "key [redacted]", "after", "[redacted]");
    assertThat(line("a -----BEGIN EC PRIVATE KEY-----\\nMHc\\n-----END EC PRIVATE KEY----- b"))
        .isEqualTo("a [redacted] b");
  }

  @Test
  void lines_are_bounded_and_not_in_the_middle_of_a_character() {
    assertThat(REDACTION.line("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
    assertThat(REDACTION.line("x".repeat(8) + "😀😀", 10)).isEqualTo("x".repeat(8) + "…");
  }

  @Test
  void what_a_runner_would_act_on_is_visible() {
    assertThat(line("##[error]a\rb")).isEqualTo("##\\[error]ab");
  }

  /** Every shape in which a program writes a secret, with every alphabet of secrets. */
  @Test
  void planted_secrets_never_come_out() {
    Random random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      String secret = secret(random);
      String planted = noise(random) + shape(random, secret) + noise(random);

      String shown = line(planted);

      assertThat(shown).as(planted).doesNotContain(secret);
      assertThat(line(shown)).as("twice: " + planted).doesNotContain(secret);
    }
  }

  @Test
  void known_secrets_never_come_out_wherever_they_stand() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String secret = secret(random);
      Redaction redaction = new Redaction(List.of(secret));
      String planted = noise(random) + secret + noise(random);

      assertThat(redaction.line(planted, 4000)).as(planted).doesNotContain(secret);
    }
  }

  @Test
  void any_text_comes_out_as_one_visible_line_within_its_bound() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(80); j >= 0; j--) {
        text.appendCodePoint(
            random.nextInt(4) == 0 ? random.nextInt(0x11000) : 32 + random.nextInt(96));
      }
      String shown = REDACTION.line(text.toString(), 100);
      assertThat(shown)
          .hasSizeLessThanOrEqualTo(100)
          .doesNotContain("\n", "\r", "\u001b", "\u2028");
    }
  }

  private static String secret(Random random) {
    String alphabet =
        switch (random.nextInt(4)) {
          case 0 -> "abcdefghijklmnopqrstuvwxyz";
          case 1 -> "0123456789abcdef";
          case 2 -> "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
          default -> "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!$*%@:";
        };
    StringBuilder secret = new StringBuilder("q7");
    for (int i = 8 + random.nextInt(40); i > 0; i--) {
      secret.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return secret.append("7q").toString();
  }

  private static String shape(Random random, String secret) {
    List<String> shapes =
        List.of(
            "access_key=%s",
            "RUSTFS_SECRET_KEY=%s",
            "secretAccessKey: %s",
            "\"password\":\"%s\"",
            "\\\"api_key\\\":\\\"%s\\\"",
            "token => '%s'",
            "session_token: Some(\"%s\")",
            "AWS_SESSION_TOKEN=%s",
            "ATTIC_TOKEN = %s",
            "Authorization: Bearer %s",
            "authorization: %s",
            "\"Authorization\": \"Basic %s\"",
            "('authorization', 'AWS4-HMAC-SHA256 Credential=%s/20260506/r/s3/aws4_request')",
            "Cookie: session=%s",
            "using bearer %s",
            "https://user:%s@host.example/path",
            "https://%s@host.example/path",
            "https://host.example/b/k?X-Amz-Credential=a&X-Amz-Signature=%s",
            "https://host.example/b#access=%s",
            "GET /b/k?uploadId=%s HTTP/1.1",
            "X-Amz-Security-Token=%s",
            "passphrase was set, passphrase=%s",
            "access key %s rejected",
            "the secret key is %s",
            "eyJ%s.eyJzdWIiOiJ4In0.c2ln",
            "ghp_%s",
            "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----");
    String shape = shapes.get(random.nextInt(shapes.size()));
    boolean word = shape.startsWith("eyJ") || shape.startsWith("ghp");
    return shape.replace("%s", word ? secret.replaceAll("[^A-Za-z0-9_-]", "") + "" : secret);
  }

  private static String noise(Random random) {
    List<String> noises =
        List.of(
            "",
            " ",
            "2026-05-06T00:58:53Z  WARN rustfs::server: ",
            "{\"level\":\"ERROR\",",
            " level=error ",
            "; ",
            ", bucket: tofu-state ",
            " \u001b[31mred\u001b[0m ",
            " https://host.example/a?b=c ",
            "\t");
    return noises.get(random.nextInt(noises.size()));
  }
}
