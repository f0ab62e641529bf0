package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search for a witness: an assignment of the free names under which every constraint holds.
 *
 * <p>Constraints are evaluated with what is assigned so far. One that is false ends the branch; when
 * none is unknown, the assignment is a witness; otherwise a name that an unknown one depends on is
 * tried with every value that matters for it. A branch that finds nothing is a proof for that
 * branch, as long as the values were complete.
 */
final class Search {
  /** Evaluations of a constraint list after which the search gives up, and says so. */
  static final int BUDGET = 4_000;

  private final List<Constraint> constraints;
  private final World world;
  private int evaluations;
  private boolean conclusive = true;
  private @Nullable Map<String, Value> witness;

  Search(List<Constraint> constraints, World world) {
    this.constraints = constraints;
    this.world = world;
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
   */
  record Result(
      Found found, boolean conclusive, boolean gaveUp, @Nullable Map<String, Value> witness) {}

  Result run() {
    Found found = solve();
    return new Result(found, conclusive, evaluations > BUDGET, witness);
  }

  private Found solve() {
    if (++evaluations > BUDGET) {
      conclusive = false;
      return Found.NONE;
    }
    Truth open = null;
    for (Constraint constraint : constraints) {
      Truth truth = constraint.truth(world);
      if (truth.isFalse()) {
        return Found.NONE;
      }
      if (truth.isUnknown() && (open == null || open.names().isEmpty())) {
        open = truth;
      }
    }
    if (open == null) {
      if (witness == null) {
        witness = world.assignment();
      }
      return Found.ALL;
    }
    conclusive &= open.exact();
    String name = firstFree(open);
    return name == null ? undecidable() : branch(world.name(name));
  }

  private @Nullable String firstFree(Truth open) {
    for (String name : open.names()) {
      if (!world.isAssigned(name)) {
        return name;
      }
    }
    return null;
  }

  private Found undecidable() {
    conclusive = false;
    return Found.NONE;
  }

  private Found branch(FreeName name) {
    boolean some = false;
    boolean all = true;
    boolean first = true;
    // The list grows while deeper comparisons show more values, hence the index.
    for (int i = 0; i < name.candidates().size() && evaluations <= BUDGET; i++) {
      world.assign(name.name(), name.candidates().get(i));
      Found found = solve();
      world.forget(name.name());
      some |= found != Found.NONE;
      all &= found == Found.ALL;
      switch (name.domain().choice()) {
        case NORMAL_COURSE -> {
          if (first && some) {
            return found;
          }
        }
        case EACH -> {
          if (found == Found.ALL) {
            return Found.ALL;
          }
        }
        case ANY -> {
          if (some && !all) {
            return Found.SOME;
          }
        }
      }
      first = false;
    }
    conclusive &= name.complete();
    if (!some) {
      return Found.NONE;
    }
    return all && name.domain().choice() == Domain.Choice.ANY && name.complete()
        ? Found.ALL
        : Found.SOME;
  }
}
