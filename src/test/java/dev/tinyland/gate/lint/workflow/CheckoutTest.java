package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutTest {
  private static final String ACTION = "runs: {using: composite, steps: []}";
  private static final String WORKFLOW = "on: push\njobs: {}";
  private static final String CI = ".github/workflows/ci.yml";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ./.github/actions/a,              .github/actions/a/action.yml
          ./.github/actions/a/,             .github/actions/a/action.yml
          .//.github//actions/a,            .github/actions/a/action.yml
          ./.github/actions/./x/../a,       .github/actions/a/action.yml
          $/.github/actions/a,              .github/actions/a/action.yml
          ./.github/actions/long,           .github/actions/long/action.yaml
          ./,                               action.yml
          ./.github/workflows/called.yml,   .github/workflows/called.yml
          $/.github/workflows/called.yml,   .github/workflows/called.yml
          ./.github/workflows/tools/x,      .github/workflows/tools/x/action.yml
          ./odd.yml,                        odd.yml/action.yml
          """)
  void a_local_reference_leads_to_a_file(String reference, String path) {
    assertThat(resolved(CI, reference)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "./.github/actions/absent",
    "./../outside",
    "./..",
    "owner/repository@v1",
    "docker://image",
    "./.github/workflows/absent.yml",
    "a",
  })
  void others_lead_nowhere(String reference) {
    assertThat(resolved(CI, reference)).isNull();
  }

  @Test
  void a_checkout_within_the_checkout_comes_first() {
    assertThat(resolved("sub/.github/workflows/ci.yml", "./.github/actions/a"))
        .isEqualTo("sub/.github/actions/a/action.yml");
    assertThat(resolved("sub/.github/workflows/ci.yml", "./.github/actions/long"))
        .isEqualTo(".github/actions/long/action.yaml");
  }

  @Test
  void yml_comes_before_yaml() {
    assertThat(resolved(CI, "./both")).isEqualTo("both/action.yml");
  }

  @ParameterizedTest
  @CsvSource({
    ".github/workflows/action.yml, false",
    "tools/.github/workflows/x.yml, false",
    ".github/workflows/tools/action.yml, true",
    "x/action.yml, true",
    "x/action.yaml, true",
    "x/other.yml, true",
  })
  void an_action_is_told_by_its_place_and_content(String path, boolean action) {
    Checkout.Read read = Parsed.read(path, ACTION);
    assertThat(read.action() != null).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({"build-action.yml", "x/action.yml", "heap/ci.yml", "<stdin>"})
  void a_workflow_is_one_under_any_name(String path) {
    assertThat(Parsed.read(path, WORKFLOW).workflow()).isNotNull();
  }

  @Test
  void a_file_is_read_once() {
    int[] reads = {0};
    Checkout checkout =
        new Checkout(path -> {
          reads[0]++;
          return path.equals("a/action.yml") ? bytes(ACTION) : null;
        });
    checkout.resolve(CI, "./a");
    checkout.resolve(CI, "./a");
    checkout.resolve(CI, "./b");
    checkout.resolve(CI, "./b");
    assertThat(reads[0]).isEqualTo(3);
    assertThat(checkout.known("a/action.yml")).isNotNull();
    assertThat(checkout.all()).hasSize(1);
  }

  @Test
  void a_file_beside_another() {
    assertThat(Checkout.beside("a/b/action.yml", "dist/index.js")).isEqualTo("a/b/dist/index.js");
    assertThat(Checkout.beside("a/b/action.yml", "../main.js")).isEqualTo("a/main.js");
    assertThat(Checkout.beside("action.yml", "./main.js")).isEqualTo("main.js");
  }

  private static @Nullable String resolved(String from, String reference) {
    Map<String, String> files =
        Map.ofEntries(
            Map.entry("action.yml", ACTION),
            Map.entry(".github/actions/a/action.yml", ACTION),
            Map.entry(".github/actions/long/action.yaml", ACTION),
            Map.entry("sub/.github/actions/a/action.yml", ACTION),
            Map.entry("both/action.yml", ACTION),
            Map.entry("both/action.yaml", ACTION),
            Map.entry("odd.yml/action.yml", ACTION),
            Map.entry(".github/workflows/tools/x/action.yml", ACTION),
            Map.entry(".github/workflows/called.yml", WORKFLOW));
    Checkout checkout =
        new Checkout(path -> files.containsKey(path) ? bytes(files.getOrDefault(path, "")) : null);
    Checkout.Read read = checkout.resolve(from, reference);
    return read == null ? null : read.file().path();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
