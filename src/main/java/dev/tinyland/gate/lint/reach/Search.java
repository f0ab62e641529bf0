package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search for a witness: an assignment of the free names under which every constraint holds.
 *
 * <p>Constraints are evaluated with what is assigned so far. One that is false ends the branch;
 * when none is unknown, the assignment is a witness; otherwise a name that an unknown one depends
 * on is tried with every value that matters for it. A branch that finds nothing is a proof for that
 * branch, as long as the values were complete. A proof that did not ask for a name holds for all of
 * its values, which are then not tried.
 */
final class Search {
  /** Steps after which the search gives up, and says so. */
  static final int BUDGET = 2_000;

  private final List<Constraint> constraints;
  private final World world;
  private final IdentityHashMap<Constraint, Constraint> wholes = new IdentityHashMap<>();
  private final Set<Constraint> failed = new LinkedHashSet<>();
  private boolean normalCourse = true;
  private int steps;
  private @Nullable Map<String, Value> witness;

  Search(List<Constraint> constraints, World world) {
    this.world = world;
    List<Constraint> parts = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint.expression() instanceof Expression.And) {
        split(constraint, constraint.expression(), parts);
      } else {
        parts.add(constraint);
      }
    }
    this.constraints = parts;
  }

  /** What is joined by {@code &&} is asked for one by one: then less rests on each answer. */
  private void split(Constraint whole, Expression expression, List<Constraint> to) {
    if (expression instanceof Expression.And and) {
      for (Expression operand : and.operands()) {
        split(whole, operand, to);
      }
      return;
    }
    Constraint part = whole.with(expression);
    wholes.put(part, whole);
    to.add(part);
  }

  /** ALL: whatever the free names are. SOME: for a witness. NONE: for no assignment tried. */
  enum Found {
    ALL,
    SOME,
    NONE
  }

  /**
   * @param conclusive whether NONE is a proof
   * @param gaveUp whether the budget ran out
   * @param failed the constraints that were false on some branch
   */
  record Result(
      Found found,
      boolean conclusive,
      boolean gaveUp,
      @Nullable Map<String, Value> witness,
      List<Constraint> failed) {}

  /**
   * What a branch came to.
   *
   * @param because the assigned names that a NONE rests on
   */
  private record Branch(Found found, boolean conclusive, Set<String> because) {}

  private static final Branch ALL = new Branch(Found.ALL, true, Set.of());
  private static final Branch SOME = new Branch(Found.SOME, true, Set.of());

  /** A constraint that is not decided yet. */
  private record Open(Constraint constraint, Truth truth, Set<String> touched) {}

  Result run() {
    // First what happens when nothing goes wrong, which is what a reader wants to hear.
    Branch branch = solve(constraints);
    if (branch.found() == Found.NONE && steps <= BUDGET && !world.isExhausted()) {
      normalCourse = false;
      branch = solve(constraints);
    }
    return new Result(
        branch.found(),
        branch.conclusive(),
        steps > BUDGET || world.isExhausted(),
        witness,
        List.copyOf(failed));
  }

  /** The constraints that were true before are not asked again: more knowledge changes nothing. */
  private Branch solve(List<Constraint> undecided) {
    if (++steps > BUDGET || world.isExhausted()) {
      return new Branch(Found.NONE, false, Set.of());
    }
    List<Open> open = new ArrayList<>();
    for (Constraint constraint : undecided) {
      world.takeTouched();
      Truth truth = constraint.truth(world);
      if (truth.isFalse()) {
        failed.add(wholes.getOrDefault(constraint, constraint));
        return new Branch(Found.NONE, true, world.takeTouched());
      }
      if (truth.isUnknown()) {
        open.add(new Open(constraint, truth, world.takeTouched()));
      }
    }
    if (open.isEmpty()) {
      if (witness == null) {
        witness = world.assignment();
      }
      return ALL;
    }
    String name = choose(open);
    return name == null ? undecidable(open) : branch(world.name(name), open);
  }

  /** A free name of a constraint that trying can decide, if there is one. */
  private @Nullable String choose(List<Open> open) {
    String inexact = null;
    for (Open each : open) {
      for (String name : each.truth().names()) {
        if (!world.isAssigned(name)) {
          if (each.truth().exact()) {
            return name;
          }
          inexact = inexact == null ? name : inexact;
          break;
        }
      }
    }
    return inexact;
  }

  private static Branch undecidable(List<Open> open) {
    Set<String> because = new HashSet<>();
    for (Open each : open) {
      because.addAll(each.touched());
    }
    return new Branch(Found.NONE, false, because);
  }

  private Branch branch(FreeName name, List<Open> open) {
    String key = World.key(name.name());
    Domain.Choice choice = name.domain().choice();
    List<Constraint> constraints = new ArrayList<>(open.size());
    for (Open each : open) {
      constraints.add(each.constraint());
    }
    boolean exact = !name.domain().open() || exact(key, open);
    boolean some = false;
    boolean all = true;
    boolean conclusive = true;
    Set<String> because = new HashSet<>();
    // The values grow while deeper comparisons show more of them, hence the index.
    boolean normal = normalCourse && choice == Domain.Choice.NORMAL_COURSE;
    for (int i = 0;
        i < (normal ? 1 : name.size()) && steps <= BUDGET && !world.isExhausted();
        i++) {
      world.assign(name.name(), name.candidate(i));
      Branch found = solve(constraints);
      world.forget(name.name());
      if (found.found() == Found.NONE) {
        if (!some && !found.because().contains(key)) {
          return found;
        }
        conclusive &= found.conclusive();
        because.addAll(found.because());
      }
      some |= found.found() != Found.NONE;
      all &= found.found() == Found.ALL;
      if (choice == Domain.Choice.NORMAL_COURSE && i == 0 && some) {
        return found;
      }
      if (choice == Domain.Choice.EACH && found.found() == Found.ALL) {
        return ALL;
      }
      if (choice == Domain.Choice.ANY && some && !all) {
        return SOME;
      }
    }
    boolean complete = exact && name.complete() && steps <= BUDGET && !world.isExhausted();
    if (some) {
      return all && choice == Domain.Choice.ANY && complete ? ALL : SOME;
    }
    because.remove(key);
    return new Branch(Found.NONE, conclusive && complete, because);
  }

  /** Whether finitely many values of a name stand for all, as far as the open constraints go. */
  private static boolean exact(String key, List<Open> open) {
    for (Open each : open) {
      if (!each.truth().exact()) {
        for (String name : each.truth().names()) {
          if (World.key(name).equals(key)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
