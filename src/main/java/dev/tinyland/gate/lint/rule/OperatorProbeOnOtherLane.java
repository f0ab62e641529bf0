package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "It uses kubeconfig-backed operator probes and bounded port-forwards." */
final class OperatorProbeOnOtherLane implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "operator-probe-on-other-lane",
          "An operator probe can run on another runner than the operator lane",
          Level.ERROR,
          true,
          "0.1.0");

  /** What looks at the live cluster, cache or state. */
  private static final Set<String> PROBES =
      Set.of(
          "tofu-state-authority-deep-check",
          "tofu-state-ha-readiness",
          "rustfs-bucket-index-rca",
          "attic-nar-integrity-check",
          "ha-state-candidate-inventory",
          "rustfs-state-authority-canary",
          Probe.COMMAND);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (int i = 0; i < analysis.roots().size(); i++) {
      check(analysis.roots().get(i), analysis.found().get(i).operations(), analysis, findings);
    }
    return List.copyOf(findings.values());
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return Lane.fix(finding, analysis, documents);
  }

  private static void check(
      Root root, List<Operation> operations, Analysis analysis, Map<String, Finding> findings) {
    List<String> jobs = new ArrayList<>();
    for (Operation operation : operations) {
      Operation.JobPlace job = operation.job();
      if (job == null
          || !PROBES.contains(operation.name())
          || jobs.contains(job.key())
          || isOfPublicationProbe(root, job, analysis)) {
        continue;
      }
      Lane.Use use =
          new Lane.Use(
              operation.what(), operation.place(), operation.root(), operation.constraints(), job);
      Finding finding = Lane.check(INFO, use, root, analysis);
      if (finding != null) {
        jobs.add(job.key());
        findings.putIfAbsent(finding.span() + finding.message(), finding);
      }
    }
  }

  /** Those have a rule of their own. */
  private static boolean isOfPublicationProbe(
      Root root, Operation.JobPlace job, Analysis analysis) {
    for (Probe probe : analysis.probes()) {
      for (Judged write : probe.writes()) {
        Operation.JobPlace other = write.site().job();
        if (probe.root().file().path().equals(root.file().path())
            && other != null
            && other.key().equals(job.key())) {
          return true;
        }
      }
    }
    return false;
  }
}
