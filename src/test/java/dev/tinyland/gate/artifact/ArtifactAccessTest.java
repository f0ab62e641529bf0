package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.artifact.ArtifactAccess.Available;
import dev.tinyland.gate.artifact.ArtifactAccess.Unavailable;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactAccessTest {
  private static ArtifactAccess with(String variable, String value) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "ACTIONS_RUNTIME_TOKEN", Trial.TOKEN,
                "ACTIONS_RESULTS_URL", "https://results.example/",
                "GITHUB_SERVER_URL", "https://github.com"));
    environment.put(variable, value);
    return ArtifactAccess.of(environment);
  }

  private static String reason(ArtifactAccess access) {
    return switch (access) {
      case Unavailable(String reason) -> reason;
      case Available available -> throw new AssertionError(available);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "https://results.example/a/b?c=d,https://results.example",
    "https://results.example:8443/,https://results.example:8443",
    "HTTP://user:password@127.0.0.1:99,http://127.0.0.1:99"
  })
  void only_the_origin_counts(String address, String origin) {
    assertThat(with("ACTIONS_RESULTS_URL", address))
        .isEqualTo(new Available(URI.create(origin), Trial.TOKEN, Trial.RUN, Trial.JOB));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://GITHUB.com", "https://acme.ghe.com", "http://x.localhost:1", ""})
  void these_hosts_have_the_service(String server) {
    assertThat(with("GITHUB_SERVER_URL", server)).isInstanceOf(Available.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example",
        "https://evilgithub.com",
        "https://ghe.com",
        "not an address"
      })
  void these_have_not(String server) {
    assertThat(reason(with("GITHUB_SERVER_URL", server))).contains("GitHub Enterprise Server");
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(reason(with("ACTIONS_RUNTIME_TOKEN", ""))).contains("no ACTIONS_RUNTIME_TOKEN");
    assertThat(reason(with("ACTIONS_RESULTS_URL", ""))).contains("no ACTIONS_RESULTS_URL");
    assertThat(reason(ArtifactAccess.of(Map.of()))).contains("no ACTIONS_RUNTIME_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"results.example", "file:///etc", "https://", "https:// /", "::"})
  void an_address_has_to_be_one(String address) {
    assertThat(reason(with("ACTIONS_RESULTS_URL", address))).contains("no http or https address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "no json",
        "{\"scp\":1}",
        "{\"scp\":\"\"}",
        "{\"scp\":\"Actions.Results:only-run\"}",
        "{\"scp\":\"Actions.Results:a:b:c\"}",
        "{\"scp\":\"actions.results:a:b\"}"
      })
  void a_token_without_the_scope_is_none(String claims) {
    assertThat(reason(with("ACTIONS_RUNTIME_TOKEN", Trial.token(claims))))
        .contains("scope Actions.Results");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.*.c", "a.\u00fc.c", "."})
  void nor_is_what_is_no_token(String token) {
    assertThat(reason(with("ACTIONS_RUNTIME_TOKEN", token))).contains("scope Actions.Results");
    assertThat(reason(with("ACTIONS_RUNTIME_TOKEN", Trial.TOKEN + "\n"))).contains("scope");
  }

  @Test
  void the_token_is_not_printed() {
    assertThat(with("GITHUB_SERVER_URL", "")).asString().doesNotContain(Trial.TOKEN);
  }
}
