package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Artifacts include the requested closure inventory, the actual push delta, and push logs." */
final class ProbeEvidenceLost implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-evidence-lost",
          "What a publication probe did is not kept, or its failure is hidden",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.EVIDENCE, analysis);
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return String.valueOf(finding.help()).startsWith(Evidence.ON_STEP)
        ? Mends.always(finding.span(), documents)
        : null;
  }
}
