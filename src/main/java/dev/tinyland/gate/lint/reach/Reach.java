package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether all conditions on the way to a write can hold together in a scenario, and why.
 *
 * @param defaultBranch short name of the branch that counts as the default
 */
public record Reach(String defaultBranch) {

  /** One cell of the matrix. */
  public Cell cell(List<Constraint> constraints, Scenario scenario) {
    if (!RefNames.possible(scenario, defaultBranch)) {
      return cell(scenario, Cell.Can.NO, "the trigger's own filter keeps it out", null);
    }
    Search.Result result = search(constraints, scenario, Assumption.NONE);
    return switch (result.found()) {
      case ALL ->
          cell(
              scenario,
              Cell.Can.YES,
              whyAlways(constraints),
              witness(constraints, scenario, result));
      case SOME -> {
        Witness witness = witness(constraints, scenario, result);
        yield cell(scenario, Cell.Can.MAYBE, whySome(constraints, scenario, result), witness);
      }
      case NONE ->
          result.conclusive()
              ? cell(scenario, Cell.Can.NO, whyNever(result.failed(), scenario), null)
              : cell(scenario, Cell.Can.MAYBE, whyUndecided(result, scenario), null);
    };
  }

  /** Whether the constraints can hold together; what cannot be decided counts as possible. */
  public boolean possible(List<Constraint> constraints, Scenario scenario, Assumption assumption) {
    if (!RefNames.possible(scenario, defaultBranch)) {
      return false;
    }
    Search.Result result = search(constraints, scenario, assumption);
    return result.found() != Search.Found.NONE || !result.conclusive();
  }

  /** What is known of constraints holding together. */
  public enum Answer {
    /** Some assignment of the free names does it. */
    POSSIBLE,
    /** A proof that none does. */
    IMPOSSIBLE,
    UNDECIDED
  }

  /**
   * The same with "cannot be decided" as an answer of its own.
   *
   * @param inputs texts that inputs of the start have; the others are free
   */
  public Answer ask(
      List<Constraint> constraints,
      Scenario scenario,
      Assumption assumption,
      Map<String, String> inputs) {
    if (!RefNames.possible(scenario, defaultBranch)) {
      return Answer.IMPOSSIBLE;
    }
    World world = new World(scenario, defaultBranch, assumption);
    inputs.forEach((name, text) -> world.assign("inputs." + name, Values.of(text)));
    Search.Result result = new Search(constraints, world).run();
    if (result.found() != Search.Found.NONE) {
      return Answer.POSSIBLE;
    }
    return result.conclusive() ? Answer.IMPOSSIBLE : Answer.UNDECIDED;
  }

  /** Whether the constraints hold whatever the free names are. */
  public boolean certain(List<Constraint> constraints, Scenario scenario) {
    return RefNames.possible(scenario, defaultBranch)
        && search(constraints, scenario, Assumption.NONE).found() == Search.Found.ALL;
  }

  private Search.Result search(
      List<Constraint> constraints, Scenario scenario, Assumption assumption) {
    return new Search(constraints, new World(scenario, defaultBranch, assumption)).run();
  }

  private @Nullable Witness witness(
      List<Constraint> constraints, Scenario scenario, Search.Result result) {
    Map<String, Value> assignment = result.witness();
    if (assignment == null) {
      return null;
    }
    World world = new World(scenario, defaultBranch, Assumption.NONE);
    assignment.forEach(world::assign);
    return WitnessWriter.write(constraints, world);
  }

  private static Cell cell(
      Scenario scenario, Cell.Can can, String because, @Nullable Witness witness) {
    return new Cell(
        scenario.event(), scenario.ref().word(), scenario.trust().word(), can, because, witness);
  }

  private static String whyAlways(List<Constraint> constraints) {
    List<Constraint> conditions = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint.kind() == Constraint.Kind.SWITCH) {
        parts.add(Wording.condition(constraint) + " leaves it on");
      } else {
        conditions.add(constraint);
      }
    }
    List<String> texts = texts(conditions);
    if (!texts.isEmpty()) {
      String are = texts.size() == 1 ? " is always true here" : " are always true here";
      parts.addFirst(Wording.list(texts) + are);
    }
    return parts.isEmpty() ? "no condition stands in the way" : Wording.list(parts);
  }

  private String whySome(List<Constraint> constraints, Scenario scenario, Search.Result result) {
    List<String> parts = new ArrayList<>();
    needed(constraints, scenario, result)
        .forEach((name, value) -> {
          String part = Wording.assignment(name, value);
          if (part != null) {
            parts.add(part);
          }
        });
    return parts.isEmpty() ? "in some runs" : "when " + Wording.list(parts);
  }

  /** The part of a witness without which a constraint would not be known to hold. */
  private Map<String, Value> needed(
      List<Constraint> constraints, Scenario scenario, Search.Result result) {
    Map<String, Value> needed = new LinkedHashMap<>();
    if (result.witness() == null) {
      return needed;
    }
    needed.putAll(result.witness());
    World world = new World(scenario, defaultBranch, Assumption.NONE);
    needed.forEach(world::assign);
    for (Map.Entry<String, Value> entry : result.witness().entrySet()) {
      world.forget(entry.getKey());
      if (allTrue(constraints, world)) {
        needed.remove(entry.getKey());
      } else {
        world.assign(entry.getKey(), entry.getValue());
      }
    }
    return needed;
  }

  private static boolean allTrue(List<Constraint> constraints, World world) {
    for (Constraint constraint : constraints) {
      if (!constraint.truth(world).isTrue()) {
        return false;
      }
    }
    return true;
  }

  /** Of the constraints that were false on some branch, those that alone are enough. */
  private String whyNever(List<Constraint> constraints, Scenario scenario) {
    if (constraints.isEmpty()) {
      return "no value that the conditions ask for is possible here";
    }
    for (Constraint constraint : constraints) {
      if (never(List.of(constraint), scenario)) {
        return Wording.condition(constraint)
            + (constraint.kind() == Constraint.Kind.SWITCH
                ? " switches it off here"
                : " is never true here");
      }
    }
    for (int i = 0; i < constraints.size(); i++) {
      for (int j = i + 1; j < constraints.size(); j++) {
        List<Constraint> pair = List.of(constraints.get(i), constraints.get(j));
        if (never(pair, scenario)) {
          return Wording.list(texts(pair)) + " are never true together here";
        }
      }
    }
    return Wording.list(texts(constraints)) + " are never all true here";
  }

  private boolean never(List<Constraint> constraints, Scenario scenario) {
    Search.Result result = search(constraints, scenario, Assumption.NONE);
    return result.found() == Search.Found.NONE && result.conclusive();
  }

  private String whyUndecided(Search.Result result, Scenario scenario) {
    if (result.gaveUp()) {
      return "not decided: too many combinations of values to try";
    }
    for (Constraint constraint : result.failed()) {
      Search.Result alone = search(List.of(constraint), scenario, Assumption.NONE);
      if (alone.found() == Search.Found.NONE) {
        return "not decided: "
            + Wording.condition(constraint)
            + " depends on values that only a run knows";
      }
    }
    return "not decided: the conditions depend on values that only a run knows";
  }

  private static List<String> texts(List<Constraint> constraints) {
    Set<String> texts = new LinkedHashSet<>();
    for (Constraint constraint : constraints) {
      if (!constraint.text().isEmpty()) {
        texts.add(Wording.condition(constraint));
      }
    }
    return List.copyOf(texts);
  }
}
