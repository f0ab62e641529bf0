package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.ArrayList;
import java.util.List;

/** {@code tofu-state-ha-readiness}: may this path be a highly available state authority? */
public final class ReadinessVerdict {
  public static final String COMMAND = "tofu-state-ha-readiness";

  /** Every requirement is met and the guard is green. */
  public static final String HA_READY = "HA_READY";

  /** Exactly the known interim posture, with a green guard. */
  public static final String INTERIM_ONLY = "INTERIM_ONLY";

  /** Neither; while the guard is red the path may not be called interim. */
  public static final String NOT_READY = "NOT_READY";

  /** Too little was seen. */
  public static final String UNDECIDED = "UNDECIDED";

  private ReadinessVerdict() {}

  /**
   * The verdict, with every requirement.
   *
   * @param expectInterim whether the known interim posture is what is asked for; then nothing else
   *     is proven, not even more than that
   */
  public static VerdictReport of(ReadinessEvidence evidence, boolean expectInterim) {
    List<Requirement> requirements = Requirements.of(evidence);
    List<Finding> guard = Guard.findings(evidence.guard(), evidence.options());
    List<Finding> posture = InterimPosture.findings(evidence);
    boolean interim =
        Finding.worst(guard) == Standing.PROVEN && Finding.worst(posture) == Standing.PROVEN;
    List<Finding> findings = new ArrayList<>(guard);
    findings.addAll(versionedLock(evidence));
    if (expectInterim) {
      findings.addAll(posture);
    } else {
      findings.add(required(requirements));
    }
    Standing standing = Finding.worst(findings);
    String result = result(standing, expectInterim, interim);
    Authority authority =
        switch (result) {
          case HA_READY -> Authority.HA;
          case INTERIM_ONLY -> Authority.INTERIM;
          default -> Authority.NONE;
        };
    String command = expectInterim ? COMMAND + " --expect-interim" : COMMAND;
    return VerdictReport.of(command, findings, authority, result, requirements);
  }

  /** Only what was tried in a versioned bucket; all else is for the requirements to say. */
  private static List<Finding> versionedLock(ReadinessEvidence evidence) {
    VersioningEvidence versioning = evidence.versioning();
    WriteProofEvidence proof = evidence.guard().proof();
    if (versioning == null
        || versioning.status() != VersioningEvidence.Status.ENABLED
        || VersioningVerdict.exclusive(versioning, proof) == null) {
      return List.of();
    }
    return VersioningVerdict.findings(versioning, proof);
  }

  private static String result(Standing standing, boolean expectInterim, boolean interim) {
    return switch (standing) {
      case PROVEN -> expectInterim ? INTERIM_ONLY : HA_READY;
      case UNDECIDED -> UNDECIDED;
      case REFUTED -> !expectInterim && interim ? INTERIM_ONLY : NOT_READY;
    };
  }

  private static Finding required(List<Requirement> requirements) {
    List<String> unmet = named(requirements, Requirement.UNMET);
    List<String> unknown = named(requirements, Requirement.UNKNOWN);
    if (unmet.isEmpty() && unknown.isEmpty()) {
      return Finding.of(EvidenceClass.HA_READY, "requirements", "");
    }
    String seen =
        (unmet.isEmpty() ? "" : "Not met: " + String.join(", ", unmet) + ". ")
            + (unknown.isEmpty() ? "" : "Not known: " + String.join(", ", unknown) + ".");
    Finding finding = Finding.of(EvidenceClass.NOT_HA, "requirements", seen.strip());
    return unmet.isEmpty() ? finding.withStanding(Standing.UNDECIDED) : finding;
  }

  private static List<String> named(List<Requirement> requirements, String state) {
    List<String> names = new ArrayList<>();
    for (Requirement requirement : requirements) {
      if (requirement.state().equals(state)) {
        names.add(requirement.name());
      }
    }
    return names;
  }
}
