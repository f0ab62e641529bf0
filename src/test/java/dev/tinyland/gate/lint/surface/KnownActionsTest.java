package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.report.Report;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every action of the knowledge base: that it writes, and what switches it off. */
class KnownActionsTest {
  private static final String NIX_JOB =
      "tinyland-inc/GloriousFlywheel/.github/actions/nix-job@main";

  /** One reference for each entry; the test below holds the list complete. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nix-job | tinyland-inc/GloriousFlywheel/.github/actions/nix-job@main | push-cache: "true"
          nix-job | Jesssullivan/X/.github/actions/nix-job@0123456 | push-cache: "true"
          nix-job | ./GloriousFlywheel/.github/actions/nix-job | push-cache: "true"
          nix-job | ./.gloriousflywheel/.github/actions/nix-job | push-cache: "true"
          nix-job | $/.github/actions/nix-job | push-cache: "true"
          nix-job | tinyland-inc/ci-templates/.github/actions/nix-build@v3.1.0 | command: nix build
          greedy-cache | tinyland-inc/ci-templates/.github/actions/greedy-cache@v3 | a: b
          attic-action | ryanccn/attic-action@v0 | cache: main
          attic-action | Ryanccn/Attic-Action@11721c1 | cache: main
          attic-action | ryanccn/attic-action/@v0 | cache: main
          icewind-attic-action | icewind1991/attic-action@v1 | authToken: x
          attic-builder | Svenum/attic-builder@main | attic_token: x
          nix-init | spotdemo4/nix-init@v1 | {attic_token: x, attic_cache: y}
          metacraft-setup-nix | metacraft-labs/nixos-modules/.github/setup-nix@main | {attic-token: x, attic-cache: y}
          metacraft-push-flake-outputs | metacraft-labs/nixos-modules/modules/attic-push-flake-outputs@main | a: b
          celler-action | auscyber/celler-action@v1 | token: x
          """)
  void it_writes(String id, String reference, String with) {
    assertThat(KnowledgeBaseReader.builtIn().action(References.name(reference)))
        .extracting(KnownAction::id)
        .isEqualTo(id);
    assertThat(open(reference, with)).as(reference).isTrue();
  }

  @Test
  void every_entry_that_can_write_is_in_the_list_above() throws NoSuchMethodException {
    String listed =
        KnownActionsTest.class
            .getDeclaredMethod("it_writes", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class)
            .textBlock();
    List<String> missing =
        KnowledgeBaseReader.builtIn().actions().stream()
            .filter(action -> !action.writesWhen().text().equals("false"))
            .map(KnownAction::id)
            .filter(id -> !listed.contains(id + " |"))
            .collect(Collectors.toList());
    assertThat(missing).isEmpty();
    assertThat(
            new TreeSet<>(
                KnowledgeBaseReader.builtIn().actions().stream().map(KnownAction::id).toList()))
        .hasSameSizeAs(KnowledgeBaseReader.builtIn().actions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tinyland-inc/ci-templates/.github/actions/nix-build@v3 | push-cache: "false"
          ryanccn/attic-action@v0 | skip-push: true
          ryanccn/attic-action@v0 | __internal-dry-run: "yes"
          icewind1991/attic-action@v1 | {authToken: x, skipPush: true}
          icewind1991/attic-action@v1 | authToken: ""
          icewind1991/attic-action@v1 | name: main
          spotdemo4/nix-init@v1 | attic_cache: y
          spotdemo4/nix-init@v1 | attic_token: y
          metacraft-labs/nixos-modules/.github/setup-nix@main | attic-cache: y
          auscyber/celler-action@v1 | skip-push: "true"
          """)
  void its_switch_turns_it_off(String reference, String with) {
    assertThat(open(reference, with)).as(reference).isFalse();
  }

  /** GitHub compares strings without case, and the value reaches the action as a string. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"false\"",
        "'False'",
        "FALSE",
        "false",
        "\"FALSE\"",
        "${{ false }}",
        "${{ 'false' }}",
        "${{ inputs.absent && 'true' || 'false' }}",
        ">-\n      false"
      })
  void push_cache_is_off_for(String value) {
    assertThat(open(NIX_JOB, "push-cache: " + value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"true\"",
        "true",
        "yes",
        "no",
        "off",
        "n",
        "0",
        "\"\"",
        "~",
        "",
        "null",
        "${{ inputs.absent }}",
        "\"false \"",
        "|\n      false",
        "${{ 0 }}"
      })
  void push_cache_is_on_for(String value) {
    assertThat(open(NIX_JOB, "push-cache: " + value)).isTrue();
  }

  @Test
  void push_cache_left_out_depends_on_the_revision() {
    assertThat(Lints.writes(report(NIX_JOB, "command: nix build")))
        .containsExactly(NIX_JOB + " (unknown): push?, pull_request?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "\"true\"", "TRUE", "${{ true }}", "${{ 'true' }}"})
  void skip_push_skips_for(String value) {
    assertThat(open("ryanccn/attic-action@v0", "skip-push: " + value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"True\"",
        "'TRUE'",
        "yes",
        "1",
        "\"\"",
        "~",
        "false",
        "\"true \"",
        "${{ github.event_name == 'release' }}"
      })
  void skip_push_pushes_for(String value) {
    assertThat(open("ryanccn/attic-action@v0", "skip-push: " + value)).isTrue();
  }

  @Test
  void the_switch_follows_the_event() {
    assertThat(
            Lints.writes(
                report(
                    "ryanccn/attic-action@v0",
                    "skip-push: ${{ github.event_name == 'pull_request' }}")))
        .containsExactly("ryanccn/attic-action@v0 (unknown): push");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tinyland-inc/GloriousFlywheel/.github/actions/nix-setup@main",
        "tinyland-inc/GloriousFlywheel/.github/actions/setup-flywheel@main",
        "cachix/cachix-action@v15",
        "DeterminateSystems/magic-nix-cache-action@v9",
        "DeterminateSystems/flakehub-push@main",
        "Mic92/niks3-action@v1",
        "actions/cache@v4",
        "someone/else-nix-job@v1",
        "docker/build-push-action@v6"
      })
  void others_do_not_write(String reference) {
    Report report = report(reference, "{push: 'true', push-cache: 'true', authToken: x}");
    assertThat(report.surfaces()).isEmpty();
    assertThat(report.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attic-token: ${{ secrets.T }}",
        "ATTIC_PUSH_TOKEN: ${{ secrets.T }}",
        "attic-key: ${{ secrets.T }}",
        "{authToken: x, instance: https://cache}"
      })
  void an_unknown_action_with_a_credential_may_write(String with) {
    assertThat(Lints.rules(report("some/action@v1", with))).containsExactly("unknown-attic-writer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attic-public-key: x",
        "attic-token: ''",
        "attic-cache: main",
        "authToken: x",
        "token: x"
      })
  void without_a_credential_it_does_not(String with) {
    assertThat(report("some/action@v1", with).findings()).isEmpty();
  }

  private static boolean open(String reference, String with) {
    Report report = report(reference, with);
    assertThat(report.surfaces()).as(reference).isNotEmpty();
    return Lints.writes(report).stream().noneMatch(write -> write.endsWith(": never"));
  }

  private static Report report(String reference, String with) {
    boolean flow = with.startsWith("{");
    return Lints.steps("- uses: " + reference + "\n  with:" + (flow ? " " : "\n    ") + with);
  }
}
