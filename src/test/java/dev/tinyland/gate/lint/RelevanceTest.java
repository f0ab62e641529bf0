package dev.tinyland.gate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing is passed over which walking everything would find. */
class RelevanceTest {
  private static final String CI = ".github/workflows/ci.yml";
  private static final String PUSHES =
      "runs: {using: composite, steps: [{run: attic push main x, shell: bash}]}";
  private static final List<String> STEPS =
      List.of(
          "{run: nix build}",
          "{run: attic push main x}",
          "{uses: ./a}",
          "{uses: ./.hidden/b}",
          "{uses: ./absent}",
          "{uses: $/a}",
          "{uses: acme/thing/a@v1}",
          "{uses: ./}",
          "{uses: ryanccn/attic-action@v0}",
          "{uses: some/action@v1, with: {authToken: x, instance: y}}",
          "{uses: o/r/.github//actions/nix-build@v1}",
          "{uses: actions/checkout@v4, with: {path: sub}}",
          "{uses: ./sub/a}",
          "{run: '${{ env.C }}', env: {C: watch-store}}",
          "{run: \"at\\\n          tic push main x\"}",
          "{run: \"\\x61ttic push main x\"}",
          "{run: echo, if: '${{ broken'}");

  @ParameterizedTest
  @ValueSource(strings = {"./a", "./a/", "./.hidden/b", "$/a", "acme/thing/a@v1", "./", "./x/../a"})
  void a_workflow_that_holds_no_word_but_calls_one_that_does(String reference) {
    String text = "on: pull_request\njobs: {j: {steps: [{uses: '" + reference + "'}]}}";
    Map<String, String> files =
        Map.of(
            CI, text, "a/action.yml", PUSHES, ".hidden/b/action.yml", PUSHES, "action.yml", PUSHES);
    Report report =
        Lints.of(
            files,
            List.of(Checkout.parse(CI, text.getBytes(StandardCharsets.UTF_8))),
            Profile.QUARANTINE,
            false);
    assertThat(Lints.rules(report)).containsExactly("attic-write-on-pull-request");
  }

  @Test
  void a_chain_of_callers() {
    Map<String, String> files =
        Map.of(
            CI,
            "on: push\njobs: {j: {uses: ./.github/workflows/called.yml}}",
            ".github/workflows/called.yml",
            "on: workflow_call\njobs: {j: {steps: [{uses: ./one}]}}",
            "one/action.yml",
            "runs: {using: composite, steps: [{uses: ./two}]}",
            "two/action.yml",
            PUSHES);
    assertThat(Lints.of(files, Profile.QUARANTINE, false).surfaces()).hasSize(4);
  }

  @Test
  void a_circle_of_callers_ends() {
    Map<String, String> files =
        Map.of(
            CI,
            "on: push\njobs: {j: {steps: [{uses: ./one}]}}",
            "one/action.yml",
            "runs: {using: composite, steps: [{uses: ./two}]}",
            "two/action.yml",
            "runs: {using: composite, steps: [{uses: ./one}]}");
    assertThat(Lints.of(files, Profile.QUARANTINE, false).findings()).isEmpty();
  }

  @Test
  void repositories_put_together_at_random() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Map<String, String> files = new TreeMap<>();
      files.put(CI, workflow("pull_request", random));
      files.put(".github/workflows/called.yml", workflow("workflow_call", random));
      files.put("a/action.yml", action(random));
      files.put(".hidden/b/action.yml", action(random));
      if (random.nextBoolean()) {
        files.put("action.yml", action(random));
      }
      Report some = Lints.of(files, Profile.QUARANTINE, false);
      Report all = Lints.of(files, Profile.QUARANTINE, true);
      assertThat(Lints.rules(all).stream().filter(RelevanceTest::isOnWrites).toList())
          .as("seed %s: %s", seed, files)
          .isEqualTo(Lints.rules(some).stream().filter(RelevanceTest::isOnWrites).toList());
      assertThat(some.surfaces()).as("seed %s: %s", seed, files).isEqualTo(all.surfaces());
    }
  }

  /** A circle, and an expression that GitHub refuses, matter only where there is a write. */
  private static boolean isOnWrites(String rule) {
    return !rule.equals("unreadable-file") && !rule.equals("unresolved-local-reference");
  }

  private static String workflow(String event, Random random) {
    return "on: "
        + event
        + "\njobs:\n  one:\n    steps:\n"
        + steps(random)
        + (random.nextInt(3) == 0 ? "  two:\n    uses: ./.github/workflows/called.yml\n" : "");
  }

  private static String action(Random random) {
    return random.nextInt(8) == 0
        ? "runs: {using: node20, main: index.js}"
        : "runs:\n  using: composite\n  steps:\n" + steps(random);
  }

  private static String steps(Random random) {
    StringBuilder steps = new StringBuilder();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      steps.append("      - ").append(STEPS.get(random.nextInt(STEPS.size()))).append('\n');
    }
    return steps.toString();
  }
}
