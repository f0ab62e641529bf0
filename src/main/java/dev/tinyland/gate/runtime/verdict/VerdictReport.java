package dev.tinyland.gate.runtime.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as it is shown and stored.
 *
 * @param schema {@code gate.verdict/1}; additive changes only
 * @param command as it is typed
 * @param verdict {@code proven}, {@code refuted} or {@code undecided}
 * @param exitCode {@code OK}, {@code RED} or {@code UNDECIDED}
 * @param authority {@code interim}, {@code none} or {@code ha}
 * @param result the word that a command is known for, for example {@code INTERIM_ONLY}; null where
 *     it has none
 * @param reasons the worst first
 * @param requirements in the order of the policy; empty where the command has none
 * @param nonClaims what even a green does not say, for example {@code ha}
 * @param notes what else was seen, and changes no verdict
 */
public record VerdictReport(
    String schema,
    String command,
    String verdict,
    String exitCode,
    String authority,
    @Nullable String result,
    List<Line> reasons,
    List<Requirement> requirements,
    List<String> nonClaims,
    String nextSafeStep,
    List<Note> notes) {
  public static final String SCHEMA = "gate.verdict/1";

  public VerdictReport {
    reasons = List.copyOf(reasons);
    requirements = List.copyOf(requirements);
    nonClaims = List.copyOf(nonClaims);
    notes = List.copyOf(notes);
  }

  /**
   * One reason.
   *
   * @param standing {@code proven}, {@code refuted} or {@code undecided}
   */
  public record Line(
      String standing, String name, String subject, String sentence, String policy) {}

  /** A report on findings; the next safe step is that of the worst one. */
  static VerdictReport of(
      String command,
      List<Finding> findings,
      Authority authority,
      @Nullable String result,
      List<Requirement> requirements) {
    List<Finding> sorted = Finding.sorted(findings);
    List<Line> lines = new ArrayList<>(sorted.size());
    for (Finding finding : sorted) {
      lines.add(line(finding.standing(), finding.reason()));
    }
    Standing standing = Finding.worst(findings);
    NextSafeStep step =
        standing == Standing.PROVEN ? NextSafeStep.GO_ON : sorted.getFirst().kind().step();
    return new VerdictReport(
        SCHEMA,
        command,
        standing.word(),
        standing.exitCode(),
        authority.word(),
        result,
        lines,
        requirements,
        nonClaims(authority),
        step.sentence(),
        List.of());
  }

  /** A report on a verdict of another package, all of whose reasons stand as the verdict does. */
  public static VerdictReport of(
      String command, Verdict verdict, Authority authority, NextSafeStep step) {
    Standing standing = Standing.of(verdict);
    List<Line> lines = new ArrayList<>();
    for (Verdict.Reason reason : verdict.reasons()) {
      lines.add(line(standing, reason));
    }
    return new VerdictReport(
        SCHEMA,
        command,
        standing.word(),
        standing.exitCode(),
        authority.word(),
        null,
        lines,
        List.of(),
        nonClaims(authority),
        step.sentence(),
        List.of());
  }

  /** A report on a look of which nothing is left to judge. */
  public static VerdictReport unseen(String command, String sentence) {
    Finding finding = Finding.of(EvidenceClass.NOT_OBSERVED, "evidence", sentence);
    return of(command, List.of(finding), Authority.NONE, null, List.of());
  }

  /**
   * The same of evidence that is not all there, or not what was written: it decides nothing any
   * more. What was red stays the reason for the next safe step.
   *
   * @param faults one sentence each, at least one
   */
  public VerdictReport incomplete(List<String> faults) {
    List<Line> lines = new ArrayList<>();
    for (String fault : faults) {
      Finding finding = Finding.of(EvidenceClass.EVIDENCE_INCOMPLETE, "the bundle", fault + ".");
      lines.add(line(finding.standing(), finding.reason()));
    }
    lines.addAll(reasons);
    boolean green = verdict.equals(Standing.PROVEN.word());
    return new VerdictReport(
        schema,
        command,
        Standing.UNDECIDED.word(),
        Standing.UNDECIDED.exitCode(),
        Authority.NONE.word(),
        result == null ? null : ReadinessVerdict.UNDECIDED,
        lines,
        requirements,
        nonClaims(Authority.NONE),
        green ? NextSafeStep.SEE_MORE.sentence() : nextSafeStep,
        notes);
  }

  VerdictReport withNextSafeStep(String step) {
    return new VerdictReport(
        schema,
        command,
        verdict,
        exitCode,
        authority,
        result,
        reasons,
        requirements,
        nonClaims,
        step,
        notes);
  }

  VerdictReport withNotes(List<Note> others) {
    return new VerdictReport(
        schema,
        command,
        verdict,
        exitCode,
        authority,
        result,
        reasons,
        requirements,
        nonClaims,
        nextSafeStep,
        others);
  }

  private static Line line(Standing standing, Verdict.Reason reason) {
    return new Line(
        standing.word(), reason.name(), reason.subject(), reason.sentence(), reason.policy());
  }

  private static List<String> nonClaims(Authority authority) {
    List<String> words = new ArrayList<>();
    for (NonClaim nonClaim : NonClaim.values()) {
      if (nonClaim != NonClaim.HA || authority != Authority.HA) {
        words.add(nonClaim.word());
      }
    }
    return words;
  }
}
