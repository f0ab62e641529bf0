package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** "Pilot and downstream examples may use default-branch plus ATTIC_TOKEN gated push-cache." */
final class AtticWriteBeyondDefaultBranch implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "attic-write-beyond-default-branch",
          "A run that is not proved to be of the default branch can write to Attic",
          Level.ERROR,
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
    List<Writes.Hit> hits = new ArrayList<>();
    for (Judged judged : analysis.judged()) {
      List<Judged.Reached> open = Writes.open(judged, analysis);
      List<Judged.Reached> beyond = beyond(judged, open, analysis);
      if (judged.site().doubt() == null
          && !beyond.isEmpty()
          && Writes.onPullRequest(open).isEmpty()) {
        hits.add(new Writes.Hit(judged, beyond));
      }
    }
    return Writes.findings(INFO, INFO.level(), hits, new Words(analysis.reach().defaultBranch()));
  }

  /** The scenarios whose ref is not proved to be the default branch. */
  static List<Judged.Reached> beyond(Judged judged, List<Judged.Reached> open, Analysis analysis) {
    List<Judged.Reached> beyond = new ArrayList<>();
    for (Judged.Reached each : open) {
      Scenario scenario = each.scenario();
      if (scenario.startedByPullRequest()) {
        continue;
      }
      if (scenario.calledFromElsewhere()
          ? !provesDefaultBranchPush(judged, analysis)
          : !proves(judged, scenario, analysis)) {
        beyond.add(each);
      }
    }
    return beyond;
  }

  private static boolean proves(Judged judged, Scenario scenario, Analysis analysis) {
    if (scenario.ref() != Scenario.Ref.DEFAULT_BRANCH) {
      return false;
    }
    // GitHub chooses the ref of these, so it is a fact and no gate; the condition has to name it.
    boolean named = scenario.event().equals("push") || scenario.event().equals("workflow_dispatch");
    return named
        || !analysis
            .reach()
            .possible(
                judged.site().constraints(),
                scenario.with(Scenario.Ref.OTHER_BRANCH),
                Assumption.NONE);
  }

  /** Whatever the caller's event is: the conditions let nothing but the default branch through. */
  private static boolean provesDefaultBranchPush(Judged judged, Analysis analysis) {
    for (String event : List.of("push", "pull_request", "workflow_dispatch", "schedule")) {
      for (Scenario.Ref ref :
          List.of(Scenario.Ref.OTHER_BRANCH, Scenario.Ref.TAG, Scenario.Ref.MERGE)) {
        boolean exists =
            ref == Scenario.Ref.MERGE
                ? event.equals("pull_request")
                : !event.equals("pull_request");
        Scenario other =
            new Scenario(
                event,
                ref,
                Scenario.Trust.SAME_REPO,
                judged.reached().getFirst().scenario().trigger());
        if (exists
            && analysis
                .reach()
                .possible(judged.site().constraints(), other, Assumption.DEFAULT_INPUTS)) {
          return false;
        }
      }
    }
    return true;
  }

  private record Words(String branch) implements Writes.Phrase {
    @Override
    public String message(Writes.Hit hit) {
      String what = "`" + hit.judged().site().what() + "`";
      if (hit.judged().isDefinition()) {
        return what + " can write to Attic whatever trigger its caller has.";
      }
      List<String> places = new ArrayList<>();
      for (Judged.Reached each : hit.reached()) {
        String words = each.scenario().inWords();
        if (!places.contains(words)) {
          places.add(words);
        }
      }
      String can = hit.reached().getFirst().cell().can() == Cell.Can.YES ? " writes" : " can write";
      return what + can + " to Attic " + Writes.list(places) + ".";
    }

    @Override
    public String help(Writes.Hit hit) {
      return Help.keepFrom(hit, Profile.DOWNSTREAM, branch);
    }
  }
}
