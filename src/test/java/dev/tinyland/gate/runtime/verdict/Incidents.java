package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.AT;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.JobsEvidence;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.VersionEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code rustfs-bucket-index-rca} judges, with as little to say as a test allows. */
public final class Incidents {
  static final RcaOptions BUCKETS = new RcaOptions(List.of(Evidences.BUCKET), false, false);
  static final RcaOptions PROBE = new RcaOptions(List.of(Evidences.BUCKET), true, false);
  static final RcaOptions STRICT = new RcaOptions(List.of(Evidences.BUCKET), true, true);

  private Incidents() {}

  public static VersionEvidence version(@Nullable String line) {
    return new VersionEvidence(
        "rustfs-u1",
        line,
        line == null ? "exit code 127" : null,
        "ghcr.io/tinyland-inc/rustfs",
        null,
        AT);
  }

  public static ProgramsEvidence programs() {
    return new ProgramsEvidence(
        "rustfs-u1",
        null,
        List.of("server", "info", "help"),
        List.of(
            new ProgramsEvidence.Program("rc", Presence.NO),
            new ProgramsEvidence.Program("rustfs-admin", Presence.NO)),
        AT);
  }

  public static JobsEvidence jobs(JobsEvidence.Job... jobs) {
    return new JobsEvidence("nix-cache", Evidences.seen(List.of(jobs)), AT);
  }

  public static LogEvidence log(String... lines) {
    return new LogEvidence(
        "nix-cache",
        "rustfs-u1",
        "rustfs",
        false,
        1800,
        Access.SEEN,
        null,
        false,
        List.of(lines),
        AT);
  }

  static RcaEvidence rca(
      @Nullable ClusterEvidence before,
      @Nullable ClusterEvidence after,
      @Nullable S3Evidence s3,
      @Nullable DiskEvidence disk,
      @Nullable ScratchLooks scratch) {
    return new RcaEvidence(
        before,
        after,
        s3,
        disk,
        version("rustfs v1.0.0-beta.1"),
        programs(),
        jobs(),
        List.of(log()),
        scratch);
  }

  static RcaEvidence well(@Nullable ScratchLooks scratch) {
    return rca(
        Evidences.cluster(),
        Evidences.cluster(),
        Evidences.coherent(),
        Evidences.disk(Presence.YES, Presence.YES),
        scratch);
  }

  static RcaEvidence with(VersionEvidence version, JobsEvidence jobs, LogEvidence... logs) {
    RcaEvidence well = well(null);
    return new RcaEvidence(
        well.before(),
        well.after(),
        well.s3(),
        well.disk(),
        version,
        well.programs(),
        jobs,
        List.of(logs),
        null);
  }

  static RcaEvidence divergent(@Nullable ScratchLooks scratch) {
    RcaEvidence well = well(scratch);
    return new RcaEvidence(
        well.before(),
        well.after(),
        Evidences.divergent(),
        well.disk(),
        well.version(),
        well.programs(),
        jobs(
            new JobsEvidence.Job(
                "Job",
                "rustfs-lifecycle",
                null,
                0,
                0,
                2,
                "Failed: BackoffLimitExceeded",
                AT,
                null,
                List.of("rustfs/mc"))),
        List.of(log("ok", "local disk /data health is faulty, returning error", "ok")),
        scratch);
  }

  /** The divergence of the seeds with a probe that was cut. */
  public static VerdictReport report() {
    ScratchLooks cut =
        Scratches.looks(
            List.of(
                Scratches.notCreated(
                    null, true, dev.tinyland.gate.runtime.evidence.Attempt.Outcome.SERVER_ERROR)),
            null,
            null,
            null);
    return RcaVerdict.of(divergent(cut), STRICT);
  }

  static List<Note> notes(RcaEvidence evidence, String name) {
    return RcaVerdict.of(evidence, BUCKETS).notes().stream()
        .filter(note -> note.name().equals(name))
        .toList();
  }

  static List<String> names(VerdictReport report) {
    return report.reasons().stream().map(VerdictReport.Line::name).toList();
  }
}
