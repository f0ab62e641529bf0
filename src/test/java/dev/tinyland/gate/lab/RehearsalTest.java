package dev.tinyland.gate.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.verdict.DeepCheckVerdict;
import dev.tinyland.gate.runtime.verdict.GuardEvidence;
import dev.tinyland.gate.runtime.verdict.GuardOptions;
import dev.tinyland.gate.runtime.verdict.NarVerdict;
import dev.tinyland.gate.runtime.verdict.ReadinessEvidence;
import dev.tinyland.gate.runtime.verdict.ReadinessVerdict;
import dev.tinyland.gate.runtime.verdict.Verdict;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What an operator is told to expect is what the verdicts on the lab are. */
class RehearsalTest {
  @TempDir static Path folder;
  private static Lab lab;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    lab.close();
  }

  @Test
  void each_incident_has_its_file() throws Exception {
    assertThat(Rehearsal.words())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Incident.values()).map(Incident::word).toList());
    for (Incident incident : Incident.values()) {
      assertThat(Rehearsal.of(incident)).as("%s", incident).isNotEmpty();
      assertThat(Incident.of(incident.word())).isEqualTo(incident);
    }
  }

  @Test
  void variables_in_commands_are_those_of_the_lab() throws Exception {
    for (Incident incident : Incident.values()) {
      for (Rehearsal.Step step : Rehearsal.of(incident)) {
        assertThat(String.join(" ", step.arguments(lab.environment()))).doesNotContain("$", "\"");
      }
    }
  }

  /** The slow one takes minutes with the times of production; {@link LabTest} has shorter ones. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SLOW")
  void exit_codes_are_those_of_the_verdicts(Incident incident) throws Exception {
    lab.incident(incident);
    List<String> stacks = List.copyOf(LabStates.all().keySet());
    GuardEvidence guard = Looks.guard(lab, stacks, () -> {});
    List<String> told = new ArrayList<>();
    List<String> judged = new ArrayList<>();
    for (Rehearsal.Step step : Rehearsal.of(incident)) {
      String command = step.arguments().getFirst();
      VerdictReport report =
          switch (command) {
            case DeepCheckVerdict.COMMAND ->
                DeepCheckVerdict.of(step.arguments().get(1), guard, false, true);
            case ReadinessVerdict.COMMAND -> readiness(guard, step.arguments().size() > 1);
            default -> null;
          };
      if (report != null) {
        told.add(step.exitCode() + " " + String.join(" ", step.arguments()));
        judged.add(code(report.exitCode()) + " " + report.command());
      } else if (command.equals("attic-nar-integrity-check")) {
        told.add(step.exitCode() + " " + command);
        judged.add(code(Looks.nar(lab)) + " " + command);
      }
    }
    assertThat(told).isNotEmpty();
    assertThat(judged).isEqualTo(told);
  }

  @Test
  void the_script_lists_the_words_and_breaks_a_lab_that_is_up() throws Exception {
    Path pid = folder.resolve("pid");
    Files.deleteIfExists(pid);
    Script listed = Script.run(folder);
    assertThat(listed.code()).isZero();
    assertThat(listed.output()).contains(Rehearsal.words());
    Script early = Script.run(folder, "divergence");
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.output()).contains("no lab is up");

    Files.writeString(pid, ProcessHandle.current().pid() + "\n");
    lab.incident(Incident.NONE);
    Script unknown = Script.run(folder, "../run");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.output()).contains("no such incident", "divergence");
    assertThat(Incident.in(folder.resolve("incident"))).isEqualTo(Incident.NONE);
    Script broken = Script.run(folder, "divergence");
    assertThat(broken.output()).isEqualTo(Rehearsal.text(Incident.DIVERGENCE));
    assertThat(broken.code()).isZero();
    assertThat(Incident.in(folder.resolve("incident"))).isEqualTo(Incident.DIVERGENCE);
  }

  /** A run of {@code just lab-incident}. */
  private record Script(int code, String output) {
    static Script run(Path folder, String... words) throws Exception {
      List<String> command = new ArrayList<>(List.of("src/test/lab/incident"));
      command.addAll(List.of(words));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LAB_FOLDER", folder.toString());
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Script(process.waitFor(), output);
    }
  }

  private static VerdictReport readiness(GuardEvidence guard, boolean interim) {
    List<String> stacks = List.copyOf(LabStates.all().keySet());
    return ReadinessVerdict.of(
        new ReadinessEvidence(
            guard, new GuardOptions(stacks, true, true, true), null, List.of(), "bumble"),
        interim);
  }

  private static int code(String word) {
    return switch (word) {
      case "OK" -> 0;
      case "RED" -> 1;
      case "UNDECIDED" -> 3;
      default -> throw new AssertionError(word);
    };
  }

  private static int code(NarEvidence evidence) {
    return switch (NarVerdict.of(List.of(evidence))) {
      case Verdict.Proven proven -> 0;
      case Verdict.Refuted refuted -> 1;
      case Verdict.Undecided undecided -> 3;
    };
  }
}
