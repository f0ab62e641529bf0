package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** "Generic Nix overflow lanes and hosted runners are not valid substitutes." */
final class ProbeOnOtherLane implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-on-other-lane",
          "A publication probe can run on another runner than the operator lane",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Probe probe : analysis.probes()) {
      List<String> jobs = new ArrayList<>();
      for (Judged write : probe.writes()) {
        Operation.JobPlace job = write.site().job();
        if (job == null || jobs.contains(job.key()) || Probe.startedByPullRequest(write)) {
          continue;
        }
        jobs.add(job.key());
        Lane.Use use =
            new Lane.Use(
                write.site().what(),
                write.site().place(),
                write.site().root(),
                write.site().constraints(),
                job);
        Finding finding = Lane.check(INFO, use, probe.root(), analysis);
        if (finding != null) {
          findings.putIfAbsent(finding.span() + finding.message(), finding);
        }
      }
    }
    return List.copyOf(findings.values());
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return Lane.fix(finding, analysis, documents);
  }
}
