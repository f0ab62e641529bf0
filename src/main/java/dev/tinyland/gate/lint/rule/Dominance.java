package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Operation.JobPlace;
import dev.tinyland.gate.lint.surface.Operation.Level;
import dev.tinyland.gate.lint.workflow.Matrix;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one operation dominates another: in every run that comes to the second, the first has run
 * before, and has succeeded.
 */
final class Dominance {
  private final Runs search;

  Dominance(Reach reach, Scenario scenario) {
    this.search = new Runs(reach, scenario);
  }

  /** Answers from the best to the worst, so that the best of several guards counts. */
  enum Kind {
    DOMINATES,
    /** It comes before, and what its failure leads to could not be decided. */
    UNSURE,
    /** It comes before, and the second runs also where it has failed. */
    PAST_FAILURE,
    /** It comes before, but there are runs that leave it out. */
    LEFT_OUT,
    NOT_BEFORE,
    /** It is about something else. */
    UNRELATED
  }

  /**
   * @param because in words, to follow the name of the first operation
   */
  record Answer(Kind kind, String because) {}

  /** An operation with its place in the order in which the walk met them. */
  record Placed(Operation operation, int index) {}

  /**
   * @param more what the runs in question have in common, beside the conditions of the second
   * @param checks what the first must be given in them; null where it is given the right thing
   */
  Answer of(Placed first, Placed then, List<Constraint> more, @Nullable Constraint checks) {
    JobPlace one = first.operation().job();
    JobPlace other = then.operation().job();
    if (one == null || other == null) {
      return new Answer(Kind.NOT_BEFORE, "is not in the same workflow");
    }
    List<Constraint> runs = Terms.plus(then.operation().constraints(), more);
    if (one.key().equals(other.key())) {
      return first.index() < then.index()
          ? inJob(first.operation(), then.operation(), runs, checks)
          : new Answer(Kind.NOT_BEFORE, "runs after it");
    }
    Meeting meeting = Meeting.of(one, other);
    return meeting == null
        ? new Answer(
            Kind.NOT_BEFORE,
            "runs in job `"
                + one.job().id()
                + "`, which job `"
                + other.job().id()
                + "` does not need")
        : betweenJobs(first.operation(), meeting, runs, checks, then.operation());
  }

  /**
   * Whether a later operation of the job runs, as far as conditions go, in all of the runs.
   *
   * @param success whether all steps before it have succeeded in them
   */
  boolean alsoRuns(Operation later, Operation then, List<Constraint> runs, boolean success) {
    for (Constraint needed : later.constraints()) {
      if (!runs.contains(needed) && !follows(known(needed, later, then, success), runs)) {
        return false;
      }
    }
    return true;
  }

  /** How many steps lead to both. */
  private static int common(List<Level> ones, List<Level> others) {
    int common = 0;
    while (common < Math.min(ones.size(), others.size())
        && ones.get(common).condition().equals(others.get(common).condition())) {
      common++;
    }
    return common;
  }

  /**
   * A condition of a later operation after another one has ended. The steps of an action do not see
   * what has failed before the action.
   */
  static Constraint known(Constraint condition, Operation later, Operation then, boolean success) {
    List<Level> levels = later.setting().levels();
    int common = common(levels, then.setting().levels());
    for (Level inner : levels.subList(Math.min(common + 1, levels.size()), levels.size())) {
      if (inner.condition().equals(condition)) {
        return Runs.known(condition, true);
      }
    }
    return Runs.known(condition, success);
  }

  /** Whether the step that leads to an operation can run after another one has failed. */
  boolean runsAfterFailure(Operation operation, List<Constraint> runs) {
    for (Level level : operation.setting().levels()) {
      Constraint condition = level.condition();
      return possible(Terms.plus(runs, Terms.not(success(condition.site(), condition.span()))));
    }
    return false;
  }

  boolean possible(List<Constraint> constraints) {
    return search.possible(constraints);
  }

  boolean follows(Constraint needed, List<Constraint> runs) {
    return search.follows(needed, runs);
  }

  private Answer inJob(
      Operation first, Operation then, List<Constraint> runs, @Nullable Constraint checks) {
    List<Level> firsts = first.setting().levels();
    List<Level> thens = then.setting().levels();
    int common = common(firsts, thens);
    List<Constraint> red = red(first, runs);
    if (common == firsts.size() || common == thens.size()) {
      if (!first.setting().exits() && possible(red)) {
        return ignored(first, "may have failed: its failure does not end the script");
      }
      return alwaysRuns(first, then, runs, checks, /* normal= */ true);
    }
    Level failing = firsts.get(common);
    Level step = thens.get(common);
    Site site = step.condition().site();
    Span span = step.condition().span();
    if (!first.setting().endsStep()) {
      if (possible(red)) {
        return ignored(first, "may have failed: its failure does not fail its step");
      }
    } else {
      List<Constraint> failed = Terms.plus(red, failed(failing, site, span));
      for (Level level : firsts.subList(common, firsts.size())) {
        Constraint forgiven = level.forgiven();
        boolean itself = level.equals(failing);
        if (forgiven != null && possible(Terms.plus(itself ? failed : red, forgiven))) {
          return ignored(
              first, "may have failed: its step has `continue-on-error: " + forgiven.text() + "`");
        }
      }
      if (possible(Terms.plus(failed, Terms.not(success(site, span))))) {
        return ignored(
            first,
            "may have failed: `if: " + oneLine(step.condition().text()) + "` runs after a failure");
      }
    }
    boolean normal = !possible(Terms.plus(runs, Terms.not(success(site, span))));
    return alwaysRuns(first, then, afterSuccess(first, runs), checks, normal);
  }

  private Answer betweenJobs(
      Operation first,
      Meeting meeting,
      List<Constraint> runs,
      @Nullable Constraint checks,
      Operation then) {
    JobPlace job = meeting.then();
    Site site = job.condition().site();
    Span span = job.condition().span();
    List<Constraint> red = red(first, runs);
    for (JobPlace place = first.job(); place != null; place = place.caller()) {
      if (place.job().continueOnError() && possible(red)) {
        return ignored(
            first, "may have failed: job `" + place.job().id() + "` has `continue-on-error`");
      }
      if (place.key().equals(meeting.first().key())) {
        break;
      }
    }
    if (!first.setting().endsStep() && possible(red)) {
      return ignored(first, "may have failed: its failure does not fail its step");
    }
    for (Level level : first.setting().levels()) {
      if (level.forgiven() != null && possible(Terms.plus(red, level.forgiven()))) {
        return ignored(
            first,
            "may have failed: its step has `continue-on-error: " + level.forgiven().text() + "`");
      }
    }
    String id = meeting.first().job().id();
    Constraint failed =
        meeting.isDirect()
            ? Terms.condition(
                Terms.not(
                    Terms.equal(
                        Terms.property(Terms.property("needs", id), "result"),
                        Terms.text("success"))),
                site,
                span)
            : Terms.not(success(site, span));
    if (first.setting().endsStep() && possible(Terms.plus(red, failed))) {
      return ignored(
          first,
          "may have failed: job `"
              + job.job().id()
              + "` runs also where job `"
              + id
              + "` has not succeeded: `if: "
              + oneLine(job.condition().text())
              + "`");
    }
    return alwaysRuns(
        first,
        then,
        Terms.plus(afterSuccess(first, runs), meeting.first().condition()),
        checks,
        /* normal= */ true);
  }

  /** The runs after its step has succeeded, from which follows what its script has found. */
  private static List<Constraint> afterSuccess(Operation first, List<Constraint> runs) {
    return Terms.plus(runs, first.setting().passed());
  }

  /** The runs in which the first has failed, as far as later conditions can tell. */
  private static List<Constraint> red(Operation first, List<Constraint> runs) {
    Constraint succeeded = first.setting().succeeded();
    return succeeded == null ? runs : Terms.plus(runs, Terms.not(succeeded));
  }

  /** What a later step can ask for: how the step before has ended. */
  private static List<Constraint> failed(Level step, Site site, Span span) {
    if (step.id() == null) {
      return List.of();
    }
    Expression outcome = Terms.property(Terms.property("steps", step.id()), "outcome");
    return List.of(
        Terms.condition(Terms.not(Terms.equal(outcome, Terms.text("success"))), site, span));
  }

  private static Constraint success(Site site, Span span) {
    return Terms.condition(new Expression.Call("success", List.of(), -1, -1), site, span);
  }

  private static Answer ignored(Operation first, String because) {
    return first.setting().sure()
        ? new Answer(Kind.PAST_FAILURE, because)
        : new Answer(Kind.UNSURE, "may have failed, and what that leads to could not be decided");
  }

  /**
   * Whether the conditions of the first follow from those of the second.
   *
   * @param normal whether all steps before the second have succeeded in these runs
   */
  private Answer alwaysRuns(
      Operation first,
      Operation then,
      List<Constraint> runs,
      @Nullable Constraint checks,
      boolean normal) {
    List<Constraint> ofLegs = new ArrayList<>();
    boolean legs = hasLegsOfItsOwn(first, then);
    for (Constraint needed : first.constraints()) {
      if (runs.contains(needed)) {
        continue;
      }
      if (legs && Mentions.context(needed.expression(), "matrix")) {
        ofLegs.add(needed);
      } else if (!follows(normal ? Runs.known(needed, true) : needed, runs)) {
        return new Answer(Kind.LEFT_OUT, "runs only if `" + oneLine(words(needed)) + "`");
      }
    }
    if (checks != null && legs && Mentions.context(checks.expression(), "matrix")) {
      ofLegs.add(checks);
    } else if (checks != null && !follows(checks, runs)) {
      return new Answer(Kind.LEFT_OUT, "may check another stack");
    }
    if (ofLegs.isEmpty()) {
      return new Answer(Kind.DOMINATES, "");
    }
    if (first.job() != null && isComputed(first.job())) {
      return new Answer(
          Kind.UNSURE, "checks what its matrix holds, which is only known in the run");
    }
    // All legs of a matrix have succeeded: it is enough that one of them is the right one.
    return possible(Terms.plus(runs, ofLegs))
        ? new Answer(Kind.DOMINATES, "")
        : new Answer(Kind.LEFT_OUT, "checks another stack");
  }

  private static boolean isComputed(JobPlace place) {
    return place.job().matrix() instanceof Matrix.Dynamic;
  }

  private static boolean hasLegsOfItsOwn(Operation first, Operation then) {
    JobPlace one = first.job();
    JobPlace other = then.job();
    return one != null
        && other != null
        && !one.key().equals(other.key())
        && !(one.job().matrix() instanceof Matrix.None);
  }

  private static String words(Constraint constraint) {
    return constraint.text().isEmpty() ? constraint.expression().text() : constraint.text();
  }

  /** On one line, and not too much of it. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (String part : text.strip().split("\\s+")) {
      line.append(line.isEmpty() ? "" : " ").append(part);
    }
    return line.length() > 160 ? line.substring(0, 159) + "…" : line.toString();
  }
}
