package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.docs.Example;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The split of who may write is enforced "across .github/workflows and operator-facing docs". */
final class DocsWriteExample implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "docs-write-example",
          "An example on a page writes to Attic without the gate that makes it fine",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (Example example : analysis.docs().examples()) {
      if (example.unread() != null) {
        findings.add(unread(example.unread()));
      }
      for (Judged judged : example.judged()) {
        List<Judged.Reached> open = Writes.open(judged, analysis);
        if (!open.isEmpty() && !Probes.isConfirmedExample(judged, analysis)) {
          boolean beyond = isBeyond(judged, open, analysis);
          Level level = beyond ? Level.ERROR : withoutToken(judged, open, analysis);
          if (level != null) {
            Level weighed = weighed(level, judged, example.kind());
            add(new Writes.Hit(judged, open), weighed, beyond, example.kind(), groups);
          }
        }
      }
    }
    for (Group group : groups) {
      Words words = new Words(group.kind(), group.beyond(), analysis);
      for (Finding finding : Writes.findings(INFO, group.level(), group.hits(), words)) {
        findings.add(onPage(finding, group.kind()));
      }
    }
    return findings;
  }

  /** Writes of which the same is said, in one finding for each step. */
  private record Group(Example.Kind kind, Level level, boolean beyond, List<Writes.Hit> hits) {}

  private static void add(
      Writes.Hit hit, Level level, boolean beyond, Example.Kind kind, List<Group> groups) {
    for (Group group : groups) {
      if (group.kind() == kind && group.level() == level && group.beyond() == beyond) {
        group.hits().add(hit);
        return;
      }
    }
    List<Writes.Hit> hits = new ArrayList<>(List.of(hit));
    groups.add(new Group(kind, level, beyond, hits));
  }

  private static boolean isBeyond(Judged judged, List<Judged.Reached> open, Analysis analysis) {
    return !Writes.onPullRequest(open).isEmpty()
        || !AtticWriteBeyondDefaultBranch.beyond(judged, open, analysis).isEmpty();
  }

  /** What is not sure weighs less, and what is not of GitHub is for information. */
  private static Level weighed(Level level, Judged judged, Example.Kind kind) {
    if (kind == Example.Kind.GITLAB) {
      return Level.NOTE;
    }
    boolean sure = judged.site().doubt() == null && kind != Example.Kind.UNSAID;
    return sure || level == Level.NOTE ? level : Level.WARNING;
  }

  /** On the default branch only; what is left to ask for is the token. */
  private static @Nullable Level withoutToken(
      Judged judged, List<Judged.Reached> open, Analysis analysis) {
    if (!AtticWriteWithoutTokenGate.triedWithout(judged, open, analysis)) {
      return null;
    }
    boolean carried = judged.site().credentialed();
    if (analysis.profile() == Profile.DOWNSTREAM) {
      return carried ? Level.NOTE : Level.WARNING;
    }
    return carried ? Level.WARNING : Level.ERROR;
  }

  private static Finding unread(Example.Unread unread) {
    return new Finding(
        INFO.id(),
        Level.NOTE,
        unread.span(),
        "This example names a writer and could not be judged: " + unread.message() + ".",
        List.of(),
        "write it as YAML that GitHub would take, so that it can be judged and copied",
        null,
        List.of(),
        null);
  }

  /** An example is no surface of the report, and nothing of it runs here. */
  private static Finding onPage(Finding finding, Example.Kind kind) {
    boolean whole = kind == Example.Kind.WHOLE;
    return new Finding(
        finding.rule(),
        finding.level(),
        finding.span(),
        finding.message(),
        whole ? finding.because() : List.of(),
        finding.help(),
        null,
        finding.related(),
        null);
  }

  private record Words(Example.Kind kind, boolean beyond, Analysis analysis)
      implements Writes.Phrase {
    @Override
    public String message(Writes.Hit hit) {
      String what = "`" + hit.judged().site().what() + "`";
      String doubt = hit.judged().site().doubt();
      if (doubt != null) {
        return "In this example " + what + " may write to Attic: " + doubt + ".";
      }
      if (!beyond) {
        return "This example writes to Attic on the default branch without a test of the token: "
            + what
            + ".";
      }
      return switch (kind) {
        case WHOLE ->
            "This example teaches a write to Attic on "
                + Writes.events(hit.reached())
                + ": "
                + what
                + ".";
        case FRAGMENT ->
            isGated(hit)
                ? "This example teaches a write to Attic that is not kept to the default branch: "
                    + what
                    + "."
                : "This example teaches an ungated write to Attic: "
                    + what
                    + " writes whatever starts the workflow that it is copied into.";
        case COMMANDS -> "This example teaches an ungated write to Attic: " + what + ".";
        case UNSAID ->
            "This block does not say what it is, and reads like a write to Attic: " + what + ".";
        case GITLAB ->
            "This example for GitLab teaches a write to Attic, which is not judged further: "
                + what
                + ".";
      };
    }

    /** Whether some condition stands in its way, if not the right one. */
    private static boolean isGated(Writes.Hit hit) {
      return hit.reached().getFirst().cell().can() != Cell.Can.YES;
    }

    @Override
    public String help(Writes.Hit hit) {
      boolean ofWorkflow = kind == Example.Kind.WHOLE || kind == Example.Kind.FRAGMENT;
      if (!ofWorkflow) {
        return "show a command that only reads, or mark the section with `<!-- gate: historical -->`"
            + " if it only tells what once was";
      }
      if (hit.judged().isDefinition()) {
        return Help.keepFrom(hit, Profile.DOWNSTREAM, analysis.reach().defaultBranch());
      }
      if (!hit.judged().site().switches().isEmpty()) {
        return Help.keepFrom(hit, Profile.DOWNSTREAM, analysis.reach().defaultBranch())
            + ", or to the literal \"false\"";
      }
      return "let it run on the default branch only, with a token: put `ATTIC_TOKEN` into `env:` of"
          + " the job, and on the step `if: github.event_name == 'push' && github.ref =="
          + " 'refs/heads/"
          + analysis.reach().defaultBranch()
          + "' && env.ATTIC_TOKEN != ''`";
    }
  }
}
