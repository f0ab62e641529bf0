package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** "Default-branch plus ATTIC_TOKEN gated": the write must not be tried without the token. */
final class AtticWriteWithoutTokenGate implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "attic-write-without-token-gate",
          "A permitted write to Attic is tried even where no token is set",
          Level.WARNING,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    if (analysis.profile() != Profile.DOWNSTREAM) {
      return List.of();
    }
    List<Writes.Hit> bare = new ArrayList<>();
    List<Writes.Hit> implicit = new ArrayList<>();
    for (Judged judged : analysis.judged()) {
      List<Judged.Reached> open = Writes.open(judged, analysis);
      boolean permitted =
          judged.site().doubt() == null
              && !open.isEmpty()
              && Writes.onPullRequest(open).isEmpty()
              && AtticWriteBeyondDefaultBranch.beyond(judged, open, analysis).isEmpty();
      if (permitted && triedWithout(judged, open, analysis)) {
        (judged.site().credentialed() ? implicit : bare).add(new Writes.Hit(judged, open));
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Writes.findings(INFO, Level.WARNING, bare, new Words(false)));
    findings.addAll(Writes.findings(INFO, Level.NOTE, implicit, new Words(true)));
    return findings;
  }

  static boolean triedWithout(Judged judged, List<Judged.Reached> open, Analysis analysis) {
    for (Judged.Reached each : open) {
      if (analysis
          .reach()
          .possible(judged.site().constraints(), each.scenario(), Assumption.NO_SECRETS)) {
        return true;
      }
    }
    return false;
  }

  private record Words(boolean credentialed) implements Writes.Phrase {
    @Override
    public String message(Writes.Hit hit) {
      String what = "`" + hit.judged().site().what() + "`";
      return credentialed
          ? what + " has a token from a secret, but is tried also where the secret is not set."
          : what + " writes to Attic, and no token that gates it is in sight.";
    }

    @Override
    public String help(Writes.Hit hit) {
      return "test the token first: `env: ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}` on the job and"
          + " `if: env.ATTIC_TOKEN != ''` on the step";
    }
  }
}
