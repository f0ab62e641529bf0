package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Attic trusted writes stay quarantined": only the confirm-gated manual probe writes. */
final class AtticWriteOutsideProbe implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "attic-write-outside-probe",
          "A step other than the publication probe can write to Attic",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    if (analysis.profile() != Profile.QUARANTINE) {
      return List.of();
    }
    List<Writes.Hit> hits = new ArrayList<>();
    for (Judged judged : analysis.judged()) {
      List<Judged.Reached> open = Writes.open(judged, analysis);
      boolean counts =
          judged.site().doubt() == null
              && !open.isEmpty()
              && Writes.onPullRequest(open).isEmpty()
              && !analysis.isOfProbe(judged);
      if (counts) {
        hits.add(new Writes.Hit(judged, open));
      }
    }
    return Writes.findings(INFO, INFO.level(), hits, new Words(analysis.reach().defaultBranch()));
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return SwitchedOff.of(finding, analysis, documents);
  }

  private record Words(String branch) implements Writes.Phrase {
    @Override
    public String message(Writes.Hit hit) {
      String what = "`" + hit.judged().site().what() + "`";
      return hit.judged().isDefinition()
          ? what + " can write to Attic for a caller that gives no inputs."
          : what
              + " can write to Attic on "
              + Writes.events(hit.reached())
              + ". Under quarantine only the manual publication probe may.";
    }

    @Override
    public String help(Writes.Hit hit) {
      return Help.keepFrom(hit, Profile.QUARANTINE, branch);
    }
  }
}
