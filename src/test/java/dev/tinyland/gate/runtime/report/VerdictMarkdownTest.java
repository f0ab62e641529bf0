package dev.tinyland.gate.runtime.report;

import static dev.tinyland.gate.runtime.verdict.Evidences.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.verdict.Authority;
import dev.tinyland.gate.runtime.verdict.CanaryStep;
import dev.tinyland.gate.runtime.verdict.CanaryVerdictTest;
import dev.tinyland.gate.runtime.verdict.DeepCheckVerdict;
import dev.tinyland.gate.runtime.verdict.Evidences;
import dev.tinyland.gate.runtime.verdict.GuardEvidence;
import dev.tinyland.gate.runtime.verdict.GuardOptions;
import dev.tinyland.gate.runtime.verdict.Incidents;
import dev.tinyland.gate.runtime.verdict.NextSafeStep;
import dev.tinyland.gate.runtime.verdict.Note;
import dev.tinyland.gate.runtime.verdict.ReadinessEvidence;
import dev.tinyland.gate.runtime.verdict.ReadinessVerdict;
import dev.tinyland.gate.runtime.verdict.Standing;
import dev.tinyland.gate.runtime.verdict.Verdict;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import dev.tinyland.gate.testing.Golden;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictMarkdownTest {
  private static GuardEvidence guard(S3Evidence s3, ClusterEvidence cluster) {
    GuardEvidence well = Evidences.guard();
    return new GuardEvidence(
        cluster,
        cluster,
        s3,
        Evidences.disk(Presence.YES, Presence.YES),
        well.objects(),
        List.of(),
        well.proof());
  }

  private static String deep(GuardEvidence evidence) {
    return VerdictMarkdown.of(DeepCheckVerdict.of("attic", evidence, false, true));
  }

  private static ReadinessEvidence readiness() {
    return new ReadinessEvidence(
        Evidences.guard(),
        new GuardOptions(List.of("attic"), false, true, true),
        null,
        List.of(),
        "bumble");
  }

  @Test
  void incidents() {
    GuardEvidence divergent =
        new GuardEvidence(
            Evidences.cluster(),
            Evidences.cluster(),
            Evidences.divergent(),
            Evidences.disk(Presence.YES, Presence.YES),
            List.of(Evidences.emptyState()),
            List.of(),
            null);
    Golden.in("verdict")
        .matchesAll(
            Map.of(
                "green.md",
                deep(Evidences.guard()),
                "divergence.md",
                deep(divergent),
                "unreachable.md",
                deep(
                    guard(
                        Evidences.unreachable(Outcome.NOT_OF_THIS_KIND),
                        Evidences.noCluster(ClusterEvidence.Access.NO_CLUSTER))),
                "interim.md",
                VerdictMarkdown.of(ReadinessVerdict.of(readiness(), true)),
                "strict.md",
                VerdictMarkdown.of(ReadinessVerdict.of(readiness(), false)),
                "rca.md",
                VerdictMarkdown.of(Incidents.report()),
                "rca.txt",
                VerdictText.of(Incidents.report()),
                "canary.md",
                VerdictMarkdown.of(
                    CanaryVerdictTest.canary(CanaryStep.ATTIC_NAR, Standing.REFUTED))));
  }

  @Test
  void foreign_text_is_one_line_without_markup_and_bounded() {
    String evil = "a | b\n::error::x <img src=x> [l](http://e) \u001b[31m" + "z".repeat(900);
    VerdictReport report = report(List.of(new Verdict.Reason(evil, evil, evil, evil)));
    String text = VerdictMarkdown.of(report);
    assertThat(text.lines()).noneMatch(line -> line.startsWith("::"));
    assertThat(text).doesNotContain(" <img").doesNotContain("\u001b").contains("…");
    String row =
        text.lines().filter(line -> line.startsWith("| **refuted**")).findFirst().orElseThrow();
    assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(5);
    assertThat(text.length()).isLessThan(6000);
  }

  @Test
  void hundreds_of_reasons_are_counted() {
    List<Verdict.Reason> reasons =
        IntStream.range(0, 100)
            .mapToObj(i -> new Verdict.Reason("backend-error", BUCKET + i, "Seen.", ""))
            .toList();
    assertThat(VerdictMarkdown.of(report(reasons)))
        .contains("40 more, none worse than these")
        .doesNotContain(BUCKET + 60);
  }

  @Test
  void notes_are_rows_that_are_bounded_as_well() {
    String evil = "a | b\n::error::x <img src=x> \u001b[31m" + "z".repeat(900);
    VerdictReport report = noted(List.of(new Note(evil, evil, evil)));
    String markdown = VerdictMarkdown.of(report);
    assertThat(markdown).contains("| note | ").doesNotContain(" <img").doesNotContain("\u001b");
    assertThat(markdown.lines()).noneMatch(line -> line.startsWith("::"));
    String text = VerdictText.of(report);
    assertThat(text).contains("  note  a | b\\n").doesNotContain("\u001b");
    List<Note> many =
        IntStream.range(0, 100).mapToObj(i -> new Note("event", "e" + i, "Seen.")).toList();
    assertThat(VerdictMarkdown.of(noted(many))).contains("40 more notes").doesNotContain("e60 ");
  }

  private static VerdictReport noted(List<Note> notes) {
    VerdictReport plain = report(List.of());
    return new VerdictReport(
        plain.schema(),
        plain.command(),
        plain.verdict(),
        plain.exitCode(),
        plain.authority(),
        plain.result(),
        plain.reasons(),
        plain.requirements(),
        plain.nonClaims(),
        plain.nextSafeStep(),
        notes);
  }

  private static VerdictReport report(List<Verdict.Reason> reasons) {
    return VerdictReport.of(
        "verdict", new Verdict.Refuted(reasons), Authority.NONE, NextSafeStep.SEE_MORE);
  }
}
