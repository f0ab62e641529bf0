package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.docs.Example;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** A pipeline of GitLab that writes: for information, as its own rules decide when it runs. */
final class GitlabWrite implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "gitlab-write", "A pipeline of GitLab writes to Attic", Level.NOTE, true, "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    for (Example pipeline : analysis.docs().pipelines()) {
      for (Judged judged : pipeline.judged()) {
        if (!judged.open().isEmpty()) {
          findings.add(finding(judged));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Judged judged) {
    String doubt = judged.site().doubt();
    String what = "`" + judged.site().what() + "`";
    return new Finding(
        INFO.id(),
        INFO.level(),
        judged.site().pointed(),
        doubt == null
            ? what + " writes to Attic from GitLab."
            : what + " may write to Attic from GitLab: " + doubt + ".",
        List.of("when a job of GitLab runs is not evaluated here"),
        "remove the write, or see to it that it is quarantined there as well",
        null,
        List.of(),
        null);
  }
}
