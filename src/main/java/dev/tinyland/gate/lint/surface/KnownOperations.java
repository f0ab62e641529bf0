package dev.tinyland.gate.lint.surface;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules ask for beside writes: by name what it goes by, and what starts it. */
record KnownOperations(
    Map<String, String> byCommand,
    Map<String, String> byArgument,
    List<Named> byUses,
    List<String> gate,
    Set<String> taskRunners,
    Set<String> programs,
    List<String> spellings) {
  KnownOperations(
      Map<String, String> byCommand,
      Map<String, String> byArgument,
      List<Named> byUses,
      List<String> gate,
      Set<String> taskRunners,
      Set<String> programs) {
    this(
        byCommand,
        byArgument,
        byUses,
        gate,
        taskRunners,
        programs,
        spellings(byCommand, byArgument));
  }

  KnownOperations {
    byCommand = Map.copyOf(byCommand);
    byArgument = Map.copyOf(byArgument);
    byUses = List.copyOf(byUses);
    gate = List.copyOf(gate);
    taskRunners = Set.copyOf(taskRunners);
    programs = Set.copyOf(programs);
  }

  /** A pattern on references, and the operation that they are. */
  record Named(String uses, String operation) {}

  /** The operation that an action is, or null. */
  @Nullable String ofAction(String reference) {
    for (Named named : byUses) {
      if (Wildcard.matches(named.uses(), reference)) {
        return named.operation();
      }
    }
    return null;
  }

  /** Every way in which a name can stand in a text: as a recipe, as a script. */
  private static List<String> spellings(
      Map<String, String> byCommand, Map<String, String> byArgument) {
    Set<String> spellings = new LinkedHashSet<>(byCommand.keySet());
    for (String command : byCommand.keySet()) {
      spellings.add(command.replace('-', '_'));
    }
    spellings.addAll(byArgument.keySet());
    return List.copyOf(spellings);
  }

  /** Whether a text could hold the name of one. */
  boolean mentioned(String text) {
    for (String spelling : spellings) {
      if (text.contains(spelling)) {
        return true;
      }
    }
    return false;
  }
}
