package dev.tinyland.gate.lint.passage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  private static final List<String> NAMES =
      List.of(
          "attic-cache-dev", "attic.dev-cluster.example.com", "attic.tinyland.dev", "fuzzy-dev");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://attic.tinyland.dev                       | attic.tinyland.dev
          https://attic.tinyland.dev:443/main?x=1          | attic.tinyland.dev
          'the host attic.tinyland.dev.'                   | attic.tinyland.dev
          http://eu.attic.tinyland.dev/                    | eu.attic.tinyland.dev
          attic.dev-cluster.example.com                    | attic.dev-cluster.example.com
          grpc://bazel-cache.attic-cache-dev.svc.cluster.local:9092 | bazel-cache.attic-cache-dev.svc.cluster.local
          kubectl -n attic-cache-dev get pods              | attic-cache-dev
          --namespace=attic-cache-dev                      | attic-cache-dev
          'namespace: "attic-cache-dev"'                   | attic-cache-dev
          kubectl get ns/attic-cache-dev                   | attic-cache-dev
          attic-cache-dev/attic                            | attic-cache-dev
          https://nix-cache.fuzzy-dev.tinyland.dev/main    | nix-cache.fuzzy-dev.tinyland.dev
          attic.fuzzy-dev.svc                              | attic.fuzzy-dev.svc
          """)
  void a_name_is_found(String text, String token) {
    assertThat(Hosts.find(text, NAMES)).extracting(Hosts.Place::token).containsExactly(token);
    Hosts.Place place = Hosts.find(text, NAMES).getFirst();
    assertThat(text.substring(place.from(), place.to())).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attic-cache-development",
        "my-attic-cache-dev",
        "attic-cache-dev-2",
        "attic-cache-dev_x",
        "https://attic.tinyland.developers",
        "https://notattic.tinyland.dev",
        "https://attic.tinyland.dev.example.org",
        "tofu/stacks/attic-cache-dev/main.tf",
        "./attic-cache-dev",
        "kubectl get pods -n fuzzy-dev",
        "http://gateway.fuzzy-dev.svc.cluster.local",
        "the fuzzy-dev cluster",
        "fuzzy-devel.cache.example.org",
        "attic\\.tinyland\\.dev"
      })
  void what_only_looks_alike_is_not(String text) {
    assertThat(Hosts.find(text, NAMES)).isEmpty();
  }

  @Test
  void places_are_in_order() {
    assertThat(Hosts.find("nix-cache.fuzzy-dev.x attic.tinyland.dev attic-cache-dev", NAMES))
        .extracting(Hosts.Place::name)
        .containsExactly("fuzzy-dev", "attic.tinyland.dev", "attic-cache-dev");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if [[ $url =~ (attic-cache-dev|attic.tinyland.dev) ]]; then",
        "grep -r 'attic.tinyland.dev' . && exit 1",
        "case $url in *attic.tinyland.dev*) exit 1 ;; esac",
        "[ \"$url\" != *\"attic.tinyland.dev\"* ]"
      })
  void a_line_that_looks_for_a_name_does_not_use_it(String line) {
    Passage passage = Passages.ofFile(new SourceFile("x.sh", "a\n" + line + "\nb"));
    for (Hosts.Place place : Hosts.find(passage.text(), NAMES)) {
      assertThat(Hosts.isLookedFor(passage, place)).isTrue();
    }
  }

  @Test
  void a_remark_ends_with_its_line() {
    String text = "# attic.tinyland.dev\nx # attic.tinyland.dev\nhttps://attic.tinyland.dev#main\n";
    Passage passage = Passages.ofFile(new SourceFile("x.sh", text));
    assertThat(Hosts.find(text, NAMES))
        .extracting(place -> passage.inComment(place.from()))
        .containsExactly(true, true, false);
  }
}
