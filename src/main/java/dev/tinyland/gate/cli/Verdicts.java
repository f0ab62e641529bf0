package dev.tinyland.gate.cli;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.nar.NarCheck;
import dev.tinyland.gate.runtime.report.VerdictMarkdown;
import dev.tinyland.gate.runtime.verdict.Authority;
import dev.tinyland.gate.runtime.verdict.NarVerdict;
import dev.tinyland.gate.runtime.verdict.NextSafeStep;
import dev.tinyland.gate.runtime.verdict.Verdict;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The verdicts of the checks, of fresh evidence and of stored. */
final class Verdicts {
  private Verdicts() {}

  static VerdictReport ofNars(List<NarEvidence> seen) {
    return narReport(NarVerdict.of(seen));
  }

  /** Judges a bundle again. What is missing of it, or has changed, decides nothing. */
  static VerdictReport of(BundleReader bundle) throws IOException {
    String command = bundle.manifest().command();
    if (!command.equals(Commands.NAR.name())) {
      throw new UsageException("this gate does not know how to judge " + command);
    }
    Verdict verdict = NarVerdict.of(bundle.all(NarCheck.KIND, NarEvidence.class));
    return narReport(bundle.faults().isEmpty() ? verdict : weakened(verdict, bundle.faults()));
  }

  /** Beside the evidence, what follows from it, for people and for scripts. */
  static void keep(VerdictReport report, Path folder) throws IOException {
    Files.writeString(folder.resolve("verdict.json"), Records.text(report));
    Files.writeString(folder.resolve("summary.md"), VerdictMarkdown.of(report));
  }

  private static VerdictReport narReport(Verdict verdict) {
    NextSafeStep step = verdict instanceof Verdict.Proven ? NextSafeStep.GO_ON : NextSafeStep.CACHE;
    return VerdictReport.of(Commands.NAR.name(), verdict, Authority.NONE, step);
  }

  /** What was refuted by what is left stays refuted only as long as nothing was changed. */
  private static Verdict weakened(Verdict verdict, List<String> faults) {
    List<Verdict.Reason> reasons = new ArrayList<>();
    for (String fault : faults) {
      reasons.add(new Verdict.Reason("evidence-incomplete", "the bundle", fault, ""));
    }
    reasons.addAll(verdict.reasons());
    return new Verdict.Undecided(reasons);
  }
}
