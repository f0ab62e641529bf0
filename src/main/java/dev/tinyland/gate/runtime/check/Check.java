package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.s3.S3Collector;
import dev.tinyland.gate.runtime.verdict.DeepCheckVerdict;
import dev.tinyland.gate.runtime.verdict.InventoryVerdict;
import dev.tinyland.gate.runtime.verdict.RcaVerdict;
import dev.tinyland.gate.runtime.verdict.ReadinessVerdict;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of the state path, each with what it looks at. */
public enum Check {
  DEEP_CHECK(DeepCheckVerdict.COMMAND),
  READINESS(ReadinessVerdict.COMMAND),
  RCA(RcaVerdict.COMMAND),
  INVENTORY(InventoryVerdict.COMMAND);

  private final String command;

  Check(String command) {
    this.command = command;
  }

  /** As it is typed. */
  public String command() {
    return command;
  }

  /** The check of this name; null where there is none. */
  public static @Nullable Check named(String command) {
    for (Check check : values()) {
      if (check.command.equals(command)) {
        return check;
      }
    }
    return null;
  }

  /** Whether it asks S3. */
  public boolean asksS3() {
    return this != INVENTORY;
  }

  /**
   * Looks and judges.
   *
   * @param last earlier looks at the state objects, to compare with; empty for none
   * @param recorder without a piece; it is ended here
   * @throws IOException where the evidence cannot be kept, or the run is told to end
   */
  public VerdictReport run(
      Question question,
      StateSettings settings,
      List<StateObjectEvidence> last,
      Connections open,
      Recorder recorder)
      throws IOException {
    recorder.add(Kind.QUESTION, question);
    for (StateObjectEvidence each : last) {
      recorder.add(Kind.LAST_STATE_OBJECT, each);
    }
    try (EarlyEnd _ = EarlyEnd.watch(recorder, open.s3())) {
      look(new Run(question, settings, open, recorder, Watch.of(settings.pause())));
      recorder.end();
    } catch (IOException | RuntimeException e) {
      takeAway(e, open.s3(), recorder);
      throw e;
    }
    return Judge.of(command, recorder);
  }

  /**
   * Nothing of ours stays because the evidence cannot be kept, or because of a bug. A run that was
   * told to end is not of this kind: who told it takes away what it had made.
   */
  private static void takeAway(Exception reason, @Nullable S3Collector s3, Recorder recorder)
      throws IOException {
    if (s3 == null || recorder.isStopped() || s3.left().isEmpty()) {
      return;
    }
    s3.cleanUp();
    List<String> left = s3.left();
    if (!left.isEmpty()) {
      throw new IOException(
          reason.getMessage() + "; this run may have left " + String.join(", ", left), reason);
    }
  }

  private void look(Run run) throws IOException {
    switch (this) {
      case DEEP_CHECK -> GuardLook.look(run, false);
      case READINESS -> GuardLook.look(run, true);
      case RCA -> RcaLook.look(run);
      case INVENTORY -> run.recorder().add(Kind.INVENTORY, run.open().cluster().inventory());
    }
  }
}
