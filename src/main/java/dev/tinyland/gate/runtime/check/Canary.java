package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.evidence.Sha256;
import dev.tinyland.gate.runtime.evidence.StepEvidence;
import dev.tinyland.gate.runtime.verdict.CanaryStep;
import dev.tinyland.gate.runtime.verdict.CanaryVerdict;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code rustfs-state-authority-canary}: all steps in the order of the policy, also those after a
 * red one. Each step keeps a bundle of its own below that of the canary, whose pieces only say
 * which bundles there are.
 */
public final class Canary {
  public static final String COMMAND = CanaryVerdict.COMMAND;

  private static final String MANIFEST = "manifest.json";

  private Canary() {}

  /** Runs one step. */
  public interface Steps {
    /**
     * @param folder for the step's bundle, not there yet; null to keep nothing
     */
    VerdictReport run(CanaryStep step, @Nullable Path folder) throws IOException;

    /** Tells whoever waits why a step did not come to its end. */
    void failed(CanaryStep step, IOException reason);
  }

  /**
   * Runs all steps.
   *
   * @param recorder without a piece; it is ended here
   */
  public static VerdictReport run(Steps steps, Recorder recorder) throws IOException {
    BundleWriter bundle = recorder.bundle();
    Map<CanaryStep, VerdictReport> reports = new EnumMap<>(CanaryStep.class);
    for (CanaryStep step : CanaryStep.values()) {
      String name = folder(step);
      Path folder = bundle == null ? null : bundle.folder().resolve(name);
      VerdictReport report = report(steps, step, folder);
      if (report != null) {
        reports.put(step, report);
      }
      recorder.add(
          Kind.STEP,
          folder == null || report == null
              ? new StepEvidence(step.name(), null, null)
              : new StepEvidence(step.name(), name, digest(folder)));
    }
    recorder.end();
    return CanaryVerdict.of(reports);
  }

  /**
   * What a step came to; null where it could not come to its end. The steps after it run all the
   * same, unless the whole run is told to end.
   */
  private static @Nullable VerdictReport report(Steps steps, CanaryStep step, @Nullable Path folder)
      throws IOException {
    try {
      return steps.run(step, folder);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      steps.failed(step, e);
      return null;
    }
  }

  /** Judges a stored canary: every step that has ended, by its own bundle. */
  static VerdictReport judge(BundleReader bundle) throws IOException {
    Map<CanaryStep, VerdictReport> reports = new EnumMap<>(CanaryStep.class);
    List<String> faults = new ArrayList<>();
    CanaryBundle order = new CanaryBundle(bundle.manifest());
    for (StepEvidence evidence : bundle.all(Kind.STEP, StepEvidence.class)) {
      CanaryStep step = step(evidence.step());
      String name = folder(step);
      order.next(step, faults);
      if (evidence.manifestSha256() == null) {
        continue;
      }
      // The name is ours and not the stranger's, who could lead elsewhere.
      Path folder = bundle.folder().resolve(name);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          || !Files.isRegularFile(folder.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS)) {
        faults.add(name + " is not there");
        continue;
      }
      BundleReader stored = BundleReader.open(folder);
      if (!digest(folder).equals(evidence.manifestSha256())) {
        faults.add(name + "/" + MANIFEST + " has changed since it was written");
      }
      String difference = order.difference(step, stored);
      if (difference != null) {
        faults.add(name + " " + difference);
        continue;
      }
      reports.put(step, Judge.of(stored));
    }
    order.end(faults);
    VerdictReport report = CanaryVerdict.of(reports);
    return faults.isEmpty() ? report : report.incomplete(faults);
  }

  /** For example {@code 2-attic-bucket}. */
  private static String folder(CanaryStep step) {
    String word = step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return step.number() + "-" + word;
  }

  private static CanaryStep step(String name) throws IOException {
    for (CanaryStep step : CanaryStep.values()) {
      if (step.name().equals(name)) {
        return step;
      }
    }
    throw new IOException("the canary has no step of the name that the bundle gives");
  }

  private static String digest(Path folder) throws IOException {
    return Sha256.of(Files.readAllBytes(folder.resolve(MANIFEST)));
  }
}
