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

/** "Pull requests must remain read-only for Attic publication." */
final class AtticWriteOnPullRequest implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "attic-write-on-pull-request",
          "A pull request can write to Attic",
          Level.ERROR,
          false,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Writes.Hit> hits = new ArrayList<>();
    for (Judged judged : analysis.judged()) {
      List<Judged.Reached> reached = Writes.onPullRequest(Writes.open(judged, analysis));
      if (judged.site().doubt() == null && !reached.isEmpty()) {
        hits.add(new Writes.Hit(judged, reached));
      }
    }
    return Writes.findings(
        INFO, INFO.level(), hits, new Words(analysis.profile(), analysis.reach().defaultBranch()));
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return SwitchedOff.of(finding, analysis, documents);
  }

  private record Words(Profile profile, String branch) implements Writes.Phrase {
    @Override
    public String message(Writes.Hit hit) {
      return "`"
          + hit.judged().site().what()
          + "` can write to Attic on "
          + Writes.events(hit.reached())
          + ". Pull requests must stay read-only.";
    }

    @Override
    public String help(Writes.Hit hit) {
      return Help.keepFrom(hit, profile, branch);
    }
  }
}
