package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.report.Related;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the state authority guard has to say of one command on protected state.
 *
 * @param stacks those for which it is so
 * @param because one line for each guard that is not enough
 * @param guards the same guards
 */
record GuardVerdict(
    Dominance.Kind kind, Set<String> stacks, Set<String> because, Set<Related> guards) {

  /** The verdicts on a command that are not good, each kind once. */
  static List<GuardVerdict> of(Analysis analysis, StateChanges changes, StateChange change) {
    List<GuardVerdict> verdicts = new ArrayList<>();
    Reader reader = new Reader(analysis, changes, change);
    if (change.undecided() != null) {
      Reader.add(reader.read(null), "", verdicts);
    }
    for (StateChange.Works works : change.works()) {
      Reader.add(reader.read(works), works.stack(), verdicts);
    }
    return verdicts;
  }

  /** Reads what the guards of a workflow mean for one command. */
  private static final class Reader {
    /** Guards that are not enough are named as examples. */
    private static final int MOST_NAMED = 2;

    private static final String ONLY_IN_RUN =
        "may check another stack; its name is only known in the run";

    private final Analysis analysis;
    private final StateChanges changes;
    private final StateChange change;

    Reader(Analysis analysis, StateChanges changes, StateChange change) {
      this.analysis = analysis;
      this.changes = changes;
      this.change = change;
    }

    /** The best answer of any guard, with what all of them said. */
    private record Best(Dominance.Kind kind, Set<String> because, Set<Related> guards) {}

    private static void add(@Nullable Best best, String stack, List<GuardVerdict> to) {
      if (best == null) {
        return;
      }
      Set<String> stacks = new LinkedHashSet<>();
      for (int i = 0; i < to.size(); i++) {
        GuardVerdict known = to.get(i);
        if (weight(known.kind()) == weight(best.kind())) {
          known.stacks().add(stack);
          known.because().addAll(best.because());
          known.guards().addAll(best.guards());
          boolean same = known.kind() == best.kind();
          Dominance.Kind kind = same ? best.kind() : Dominance.Kind.NOT_BEFORE;
          to.set(i, new GuardVerdict(kind, known.stacks(), known.because(), known.guards()));
          return;
        }
      }
      if (!stack.isEmpty()) {
        stacks.add(stack);
      }
      to.add(new GuardVerdict(best.kind(), stacks, best.because(), best.guards()));
    }

    /** The worst over all scenarios; null where the command is guarded in each. */
    @Nullable Best read(StateChange.@Nullable Works works) {
      Best worst = null;
      for (Scenario scenario : changes.root().scenarios()) {
        Dominance dominance = new Dominance(analysis.reach(), scenario);
        List<Constraint> more = works == null ? change.given() : change.more(works);
        if (!dominance.possible(Terms.plus(change.operation().constraints(), more))) {
          continue;
        }
        Best best = read(dominance, works, more);
        if (best != null && scenario.calledFromElsewhere()) {
          best = seenFromElsewhere(best);
        }
        if (best != null && (worst == null || weight(best.kind()) > weight(worst.kind()))) {
          worst = best;
        }
      }
      return worst;
    }

    /** That it runs past a failure says most, whatever else is wrong. */
    private static int weight(Dominance.Kind kind) {
      return switch (kind) {
        case DOMINATES -> 0;
        case UNSURE -> 1;
        case LEFT_OUT, NOT_BEFORE, UNRELATED -> 2;
        case PAST_FAILURE -> 3;
      };
    }

    private @Nullable Best read(
        Dominance dominance, StateChange.@Nullable Works works, List<Constraint> more) {
      Dominance.Kind kind = works == null ? Dominance.Kind.UNSURE : Dominance.Kind.NOT_BEFORE;
      Set<String> because = new LinkedHashSet<>();
      Set<Related> guards = new LinkedHashSet<>();
      int nearest = Integer.MAX_VALUE;
      for (Dominance.Placed guard : changes.named(ProtectedState.GUARD)) {
        Dominance.Answer answer = answer(dominance, guard, works, more);
        if (answer.kind() == Dominance.Kind.DOMINATES) {
          return null;
        }
        // Of several that are not enough, those that come closest name the reason.
        int distance = distance(guard.operation(), answer);
        if (distance < nearest) {
          nearest = distance;
          because.clear();
          guards.clear();
        }
        if (distance == nearest && because.size() < MOST_NAMED) {
          because.add("`" + guard.operation().what() + "` " + answer.because());
          guards.add(new Related(guard.operation().place(), "the guard"));
        }
        if (answer.kind().compareTo(kind) < 0) {
          kind = answer.kind();
        }
      }
      return new Best(kind, because, guards);
    }

    private int distance(Operation guard, Dominance.Answer answer) {
      boolean sameJob =
          guard.job() != null
              && change.operation().job() != null
              && guard.job().key().equals(change.operation().job().key());
      int inJob =
          switch (answer.kind()) {
            case DOMINATES, UNSURE, PAST_FAILURE -> 0;
            case LEFT_OUT -> 1;
            case NOT_BEFORE -> 2;
            case UNRELATED -> 4;
          };
      return sameJob ? inJob : inJob + 1;
    }

    private Dominance.Answer answer(
        Dominance dominance,
        Dominance.Placed guard,
        StateChange.@Nullable Works works,
        List<Constraint> more) {
      Operation operation = guard.operation();
      Expression operand = TofuCommand.operand(operation);
      if (operand == null) {
        return atMostUnsure(
            dominance.of(guard, change.placed(), more, null), "is not told here which stack");
      }
      String checked = PathText.literal(operand);
      if (works == null) {
        boolean same = StackReader.plain(operand).equals(change.undecided());
        Dominance.Answer answer = dominance.of(guard, change.placed(), more, null);
        return same ? answer : atMostUnsure(answer, ONLY_IN_RUN);
      }
      if (checked != null) {
        return checked.equals(works.stack())
            ? dominance.of(guard, change.placed(), more, null)
            : new Dominance.Answer(
                Dominance.Kind.UNRELATED, "checks `" + checked + "`, another stack");
      }
      if (Mentions.context(operand, "shell")) {
        return atMostUnsure(dominance.of(guard, change.placed(), more, null), ONLY_IN_RUN);
      }
      Constraint checks =
          Terms.shell(
              Terms.equal(operand, Terms.text(works.stack())),
              operation.setting().site(),
              operation.place());
      return dominance.of(guard, change.placed(), more, checks);
    }

    private static Dominance.Answer atMostUnsure(Dominance.Answer answer, String because) {
      return answer.kind() == Dominance.Kind.DOMINATES
          ? new Dominance.Answer(Dominance.Kind.UNSURE, because)
          : answer;
    }

    /**
     * A guard may stand in the caller: one in sight is judged itself, of others nothing is known.
     */
    private @Nullable Best seenFromElsewhere(Best best) {
      if (best.kind() == Dominance.Kind.PAST_FAILURE) {
        return best;
      }
      if (isCalledInSight()) {
        return null;
      }
      Set<String> because = new LinkedHashSet<>(best.because());
      because.add("whether its caller runs the guard before is not in sight");
      return new Best(Dominance.Kind.UNSURE, because, best.guards());
    }

    private boolean isCalledInSight() {
      for (int i = 0; i < analysis.found().size(); i++) {
        boolean other = !analysis.roots().get(i).file().equals(changes.root().file());
        if (other && runs(analysis.found().get(i))) {
          return true;
        }
      }
      return false;
    }

    private boolean runs(Found found) {
      for (Operation operation : found.operations()) {
        boolean same =
            operation.job() != null && operation.place().equals(change.operation().place());
        if (same && leadsThroughThisWorkflow(operation)) {
          return true;
        }
      }
      return false;
    }

    private boolean leadsThroughThisWorkflow(Operation operation) {
      String file = changes.root().file().path();
      boolean through = operation.place().path().equals(file);
      for (Related via : operation.via()) {
        through |= via.span().path().equals(file);
      }
      return through;
    }
  }
}
