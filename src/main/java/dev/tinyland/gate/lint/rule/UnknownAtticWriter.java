package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** Something that could write, and cannot be looked into. */
final class UnknownAtticWriter implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "unknown-attic-writer",
          "A step that cannot be looked into may write to Attic",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Writes.Hit> errors = new ArrayList<>();
    List<Writes.Hit> warnings = new ArrayList<>();
    for (Judged judged : analysis.judged()) {
      List<Judged.Reached> open = Writes.open(judged, analysis);
      boolean known = judged.site().doubt() == null;
      if (known || open.isEmpty() || analysis.policy().vouchesFor(judged.site().what().strip())) {
        continue;
      }
      if (analysis.profile() == Profile.QUARANTINE) {
        if (!analysis.isOfProbe(judged)) {
          errors.add(new Writes.Hit(judged, open));
        }
      } else if (!Writes.onPullRequest(open).isEmpty()) {
        errors.add(new Writes.Hit(judged, Writes.onPullRequest(open)));
      } else if (!AtticWriteBeyondDefaultBranch.beyond(judged, open, analysis).isEmpty()) {
        warnings.add(new Writes.Hit(judged, open));
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Writes.findings(INFO, Level.ERROR, errors, new Words()));
    findings.addAll(Writes.findings(INFO, Level.WARNING, warnings, new Words()));
    return findings;
  }

  private record Words() implements Writes.Phrase {
    @Override
    public String message(Writes.Hit hit) {
      return "`"
          + hit.judged().site().what()
          + "` may write to Attic: "
          + hit.judged().site().doubt()
          + ".";
    }

    @Override
    public String help(Writes.Hit hit) {
      return "do not hand it the credential here, or replace it by a step that gate can read";
    }
  }
}
