package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.evidence.JobsEvidence;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.Pieces;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.VersionEvidence;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import dev.tinyland.gate.runtime.nar.NarCheck;
import dev.tinyland.gate.runtime.verdict.DeepCheckVerdict;
import dev.tinyland.gate.runtime.verdict.GuardEvidence;
import dev.tinyland.gate.runtime.verdict.GuardOptions;
import dev.tinyland.gate.runtime.verdict.InventoryOptions;
import dev.tinyland.gate.runtime.verdict.InventoryVerdict;
import dev.tinyland.gate.runtime.verdict.NarReport;
import dev.tinyland.gate.runtime.verdict.RcaEvidence;
import dev.tinyland.gate.runtime.verdict.RcaOptions;
import dev.tinyland.gate.runtime.verdict.RcaVerdict;
import dev.tinyland.gate.runtime.verdict.ReadinessEvidence;
import dev.tinyland.gate.runtime.verdict.ReadinessVerdict;
import dev.tinyland.gate.runtime.verdict.ScratchLooks;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From pieces of evidence to a verdict: the same for a run that has just ended and for a replay.
 */
public final class Judge {
  private final Pieces pieces;

  private Judge(Pieces pieces) {
    this.pieces = pieces;
  }

  /** What follows from these pieces; no question is no verdict. */
  static VerdictReport of(String command, Pieces pieces) throws IOException {
    return new Judge(pieces).of(command);
  }

  /**
   * Judges a stored bundle again. What is missing of it, or has changed, leaves it undecided.
   *
   * @throws IOException where it is no bundle, or one of a command that is not known here
   */
  public static VerdictReport of(BundleReader bundle) throws IOException {
    String command = bundle.manifest().command();
    VerdictReport report =
        command.equals(Canary.COMMAND) ? Canary.judge(bundle) : of(command, bundle);
    List<String> faults = new ArrayList<>(bundle.faults());
    if (faults.isEmpty()) {
      faults.addAll(course(command, bundle));
    }
    return faults.isEmpty() ? report : report.incomplete(faults);
  }

  /** What a finished run of the command would not have left so. */
  private static List<String> course(String command, BundleReader bundle) throws IOException {
    Check check = Check.named(command);
    if (check == null) {
      return command.equals(Canary.COMMAND)
          ? Course.faults(Kind.STEP, bundle.manifest())
          : Course.ofPaths(bundle.manifest(), bundle.all(NarCheck.KIND, NarEvidence.class));
    }
    Question question = question(bundle);
    return question == null
        ? List.of("it is not kept what was asked")
        : Course.faults(check, question, bundle.manifest(), bundle);
  }

  /** What was asked; null where that is not kept. */
  static @Nullable Question question(BundleReader bundle) throws IOException {
    return new Judge(bundle).last(Kind.QUESTION, Question.class);
  }

  private VerdictReport of(String command) throws IOException {
    if (command.equals(NarReport.COMMAND)) {
      return NarReport.of(pieces.all(NarCheck.KIND, NarEvidence.class));
    }
    Check check = Check.named(command);
    if (check == null) {
      throw new IOException("this gate does not know how to judge " + Visible.line(command));
    }
    Question question = last(Kind.QUESTION, Question.class);
    return question == null
        ? VerdictReport.unseen(command, "It is not kept what was asked.")
        : of(check, question);
  }

  private VerdictReport of(Check check, Question question) throws IOException {
    return switch (check) {
      case DEEP_CHECK ->
          DeepCheckVerdict.of(
              String.join(" ", question.stacks()),
              guard(),
              question.strictMarkers(),
              question.body());
      case READINESS ->
          ReadinessVerdict.of(
              new ReadinessEvidence(
                  guard(),
                  new GuardOptions(
                      question.stacks(), question.strictMarkers(), question.body(), true),
                  last(Kind.VERSIONING, VersioningEvidence.class),
                  List.of(),
                  question.storageNode()),
              question.expectInterim());
      case RCA -> rca(question);
      case INVENTORY -> {
        InventoryEvidence inventory = last(Kind.INVENTORY, InventoryEvidence.class);
        yield inventory == null
            ? VerdictReport.unseen(check.command(), "Nothing was looked at.")
            : InventoryVerdict.of(
                inventory,
                new InventoryOptions(
                    question.namespace(), question.deployment(), question.failWithoutCandidate()));
      }
    };
  }

  private GuardEvidence guard() throws IOException {
    return new GuardEvidence(
        last(Kind.CLUSTER_BEFORE, ClusterEvidence.class),
        last(Kind.CLUSTER_AFTER, ClusterEvidence.class),
        S3Evidence.joined(pieces.all(Kind.S3, S3Evidence.class)),
        last(Kind.DISK, DiskEvidence.class),
        pieces.all(Kind.STATE_OBJECT, StateObjectEvidence.class),
        pieces.all(Kind.LAST_STATE_OBJECT, StateObjectEvidence.class),
        last(Kind.WRITE_PROOF, WriteProofEvidence.class));
  }

  private VerdictReport rca(Question question) throws IOException {
    RcaEvidence evidence =
        new RcaEvidence(
            last(Kind.CLUSTER_BEFORE, ClusterEvidence.class),
            last(Kind.CLUSTER_AFTER, ClusterEvidence.class),
            S3Evidence.joined(pieces.all(Kind.S3, S3Evidence.class)),
            last(Kind.DISK, DiskEvidence.class),
            last(Kind.VERSION, VersionEvidence.class),
            last(Kind.PROGRAMS, ProgramsEvidence.class),
            last(Kind.JOBS, JobsEvidence.class),
            pieces.all(Kind.LOG, LogEvidence.class),
            scratch());
    return RcaVerdict.of(
        evidence,
        new RcaOptions(question.buckets(), question.scratchProbe(), question.strictMarkers()));
  }

  private @Nullable ScratchLooks scratch() throws IOException {
    List<ScratchEvidence> phases = pieces.all(Kind.SCRATCH, ScratchEvidence.class);
    return phases.isEmpty()
        ? null
        : new ScratchLooks(
            phases,
            last(Kind.SCRATCH_PROOF, WriteProofEvidence.class),
            pieces.all(Kind.SCRATCH_DISK_THERE, DiskEvidence.class),
            pieces.all(Kind.SCRATCH_DISK_GONE, DiskEvidence.class));
  }

  private <T extends Record> @Nullable T last(String kind, Class<T> type) throws IOException {
    List<T> all = pieces.all(kind, type);
    return all.isEmpty() ? null : all.getLast();
  }
}
