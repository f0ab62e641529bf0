package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts and recipes that a step starts make of it. */
class CalledCodeTest {
  private static Report lint(String run, Map<String, String> files) {
    return lint("", run, files);
  }

  private static Report lint(String step, String run, Map<String, String> files) {
    Map<String, String> all = new LinkedHashMap<>(files);
    String workflow =
        "on: pull_request\njobs:\n  build:\n    runs-on: x\n    steps:\n      - run: |\n"
            + ("          " + run.replace("\n", "\n          ") + "\n")
            + step;
    all.put(".github/workflows/ci.yml", workflow);
    return Lints.of(all, Profile.QUARANTINE, false);
  }

  private static List<String> surfaces(Report report) {
    return report.surfaces().stream()
        .map(surface ->
            surface.what()
                + " @ "
                + surface.via().stream().map(via -> via.span().toString()).toList())
        .toList();
  }

  private static List<String> cells(Report report) {
    return report.surfaces().stream()
        .map(Surface::reach)
        .map(cells -> cells.getFirst().can().name())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "./push.sh => push.sh:2:1",
        "bash push.sh => push.sh:2:1",
        "bash -x ./push.sh a b => push.sh:2:1",
        "sudo -E ./push.sh => push.sh:2:1",
        "source push.sh => push.sh:2:1",
        ". ./push.sh => push.sh:2:1",
        "\"$PWD/push.sh\" => push.sh:2:1",
        "\"$(git rev-parse --show-toplevel)\"/push.sh => push.sh:2:1",
        "nix develop -c ./push.sh => push.sh:2:1",
        "find . -name x -exec ./push.sh {} + => push.sh:2:1",
        "if true; then ./push.sh; fi => push.sh:2:1",
        "(cd sub && ../push.sh) => push.sh:2:1",
        "cd sub; ./deep.sh => sub/deep.sh:1:1",
        "sh -c './push.sh' => push.sh:2:1",
        "./push.sh just '.#x' => push.sh:2:1",
        "./push.sh attic push main y => push.sh:2:1",
      })
  void a_script_is_followed(String run, String place) {
    Map<String, String> files =
        Map.of(
            "push.sh", "#!/usr/bin/env bash\nattic push main result\n",
            "sub/deep.sh", "attic push main deep\n");
    assertThat(surfaces(lint(run, files))).singleElement().asString().endsWith("[" + place + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "export GO=; ./push.sh => NO",
        "GO= ./push.sh => NO",
        "GO=1 ./push.sh => YES",
        "export GO=yes; ./push.sh => YES",
        "GO=${{ secrets.GO }} ./push.sh => MAYBE",
        // The machine may set it.
        "./push.sh => MAYBE",
      })
  void variables_of_the_caller_are_seen(String run, String can) {
    Map<String, String> files = Map.of("push.sh", "[ -n \"$GO\" ] || exit 0\nattic push main x\n");
    assertThat(cells(lint(run, files))).containsExactly(can);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "./tool.sh check => NO",
        "./tool.sh publish => YES",
        "./tool.sh ${{ inputs.verb }} => NO",
        "./tool.sh ${{ vars.VERB }} => MAYBE",
      })
  void arguments_are_seen(String run, String can) {
    Map<String, String> files =
        Map.of("tool.sh", "case \"$1\" in\n publish) attic push main x ;;\n *) ;;\nesac\n");
    assertThat(cells(lint(run, files))).containsExactly(can);
  }

  @Test
  void what_a_script_exits_with_does_not_end_its_caller() {
    Map<String, String> files = Map.of("check.sh", "# attic\nexit 0\n");
    assertThat(cells(lint("./check.sh\nattic push main x", files))).containsExactly("YES");
  }

  @Test
  void a_script_that_could_not_be_read_exactly_leaves_the_guards_of_its_caller() {
    Map<String, String> files =
        Map.of("odd.sh", "attic push main x\nfi\n", "ok.sh", "attic use main\n");
    Report report = lint("if false; then ./odd.sh; fi\nattic push main y", files);
    assertThat(report.surfaces())
        .extracting(Surface::what)
        .containsExactlyInAnyOrder("attic push main x", "attic push main y");
    assertThat(cells(report)).containsExactlyInAnyOrder("NO", "YES");
  }

  @Test
  void scripts_that_start_each_other_are_entered_once_and_named() {
    Map<String, String> files =
        Map.of(
            "a.sh", "./b.sh\nattic push main a\n",
            "b.sh", "./a.sh\n");
    Report report = lint("./a.sh", files);
    assertThat(surfaces(report)).containsExactly("attic push main a @ [a.sh:2:1]");
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().equals("unresolved-local-reference"))
        .extracting(Finding::message)
        .containsExactly(
            "`a.sh` was not looked into: it leads back to a script that is already open.");
  }

  @Test
  void a_program_in_another_language_is_a_doubt() {
    Map<String, String> files =
        Map.of("up.py", "subprocess.run([\"attic\", \"push\", \"main\", p])\n");
    Report report = lint("python3 up.py", files);
    assertThat(report.surfaces()).extracting(Surface::state).containsExactly(Surface.State.UNKNOWN);
  }

  @Test
  void a_script_by_its_first_line_is_in_another_language() {
    Map<String, String> files =
        Map.of("up", "#!/usr/bin/env python3\nrun([\"attic\", \"push\"])\n");
    assertThat(lint("./up", files).surfaces())
        .extracting(Surface::state)
        .containsExactly(Surface.State.UNKNOWN);
  }

  @Test
  void lines_for_later_steps_written_by_a_script_are_followed() {
    Map<String, String> files =
        Map.of("set.sh", "echo 'GO=attic push main x' >> \"$GITHUB_ENV\"\n");
    Report report = lint("      - run: $GO\n", "./set.sh", files);
    assertThat(cells(report)).containsExactly("YES");
  }

  @Test
  void a_guard_in_an_earlier_step_gates_later_ones() {
    String guarded =
        "on: pull_request\njobs:\n  build:\n    runs-on: x\n    steps:\n"
            + "      - run: '[ \"${{ github.event_name }}\" = push ] || exit 1'\n"
            + "      - run: attic push main x\n"
            + "      - run: attic push main always\n        if: always()\n";
    Report report =
        Lints.of(Map.of(".github/workflows/ci.yml", guarded), Profile.QUARANTINE, false);
    assertThat(cells(report)).containsExactly("NO", "YES");
  }
}
