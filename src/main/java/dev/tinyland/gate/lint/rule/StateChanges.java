package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one workflow does to protected state. */
final class StateChanges {
  private static final Set<String> NAMES =
      Set.of("tofu", "tofu-apply", "tofu-destroy", "tofu-plan", "tofu-state-change");

  private final Analysis analysis;
  private final Root root;
  private final List<Operation> operations;
  private final boolean shown;

  /** Several rules ask for them. */
  private @Nullable List<StateChange> all;

  private StateChanges(Analysis analysis, Root root, List<Operation> operations, boolean shown) {
    this.analysis = analysis;
    this.root = root;
    this.operations = operations;
    this.shown = shown;
  }

  /** One for each workflow in which OpenTofu is at work; there is none in most repositories. */
  static List<StateChanges> of(Analysis analysis) {
    return analysis.derived().stateChanges(analysis);
  }

  /** The same, worked out. */
  static List<StateChanges> find(Analysis analysis) {
    List<StateChanges> all = new ArrayList<>();
    Boolean shown = null;
    for (int i = 0; i < analysis.found().size(); i++) {
      Found found = analysis.found().get(i);
      Root root = analysis.roots().get(i);
      // What an action does is judged where it is called: the guard may stand there.
      if (root instanceof Root.OfWorkflow && hasTofu(found.operations())) {
        shown = shown == null ? ProtectedState.showsIn(analysis.roots()) : shown;
        all.add(new StateChanges(analysis, root, found.operations(), shown));
      }
    }
    return all;
  }

  private static boolean hasTofu(List<Operation> operations) {
    for (Operation operation : operations) {
      if (NAMES.contains(operation.name())) {
        return true;
      }
    }
    return false;
  }

  Root root() {
    return root;
  }

  List<Operation> operations() {
    return operations;
  }

  /** All operations of a name with their places. */
  List<Dominance.Placed> named(String name) {
    List<Dominance.Placed> named = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i).name().equals(name)) {
        named.add(new Dominance.Placed(operations.get(i), i));
      }
    }
    return named;
  }

  /** Every plan on protected state and every change of it; nothing where no sign points to it. */
  List<StateChange> all() {
    List<StateChange> known = all;
    if (known == null) {
      known = List.copyOf(commands(/* inits= */ false));
      all = known;
    }
    return known;
  }

  /** The same, and on request what opens the state. */
  List<StateChange> commands(boolean inits) {
    List<StateChange> changes = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      TofuCommand command = TofuCommand.of(operation);
      boolean counts =
          command != null
              && (command.changes()
                  || command.does() == TofuCommand.Does.PLAN
                  || (inits && command.does() == TofuCommand.Does.INIT));
      if (command != null && counts && operation.job() != null && !isLookedInto(operation, i)) {
        StateChange change = change(new Dominance.Placed(operation, i), command);
        if (change != null) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  /** Whether the recipe was followed, so that its commands are judged instead of its name. */
  private boolean isLookedInto(Operation recipe, int index) {
    if (recipe.name().equals("tofu")) {
      return false;
    }
    for (int i = index + 1; i < operations.size(); i++) {
      Operation inner = operations.get(i);
      boolean within =
          inner.name().equals("tofu")
              && inner.step() == recipe.step()
              && inner.root().equals(recipe.root())
              && inner.via().size() > recipe.via().size();
      if (within) {
        return true;
      }
    }
    return false;
  }

  private @Nullable StateChange change(Dominance.Placed placed, TofuCommand command) {
    List<Constraint> given = new ArrayList<>();
    if (command.verb() == null && command.verbValue() != null) {
      Operation operation = placed.operation();
      given.add(
          Terms.shell(
              Terms.equal(command.verbValue(), Terms.text("apply")),
              operation.setting().site(),
              operation.place()));
      if (!possible(operation, given)) {
        return null;
      }
    }
    StackReader reader =
        new StackReader(
            operations, analysis.profile() == Profile.QUARANTINE, shown, this::possible);
    return reader.read(placed, command, given);
  }

  private boolean possible(Operation operation, List<Constraint> more) {
    List<Constraint> constraints = Terms.plus(operation.constraints(), more);
    for (Scenario scenario : root.scenarios()) {
      if (analysis.reach().possible(constraints, scenario, Assumption.NONE)) {
        return true;
      }
    }
    return false;
  }
}
