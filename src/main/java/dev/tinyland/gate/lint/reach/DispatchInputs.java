package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Input;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code inputs} in the workflow that a trigger starts: free, of the declared type, where somebody
 * gives them (a dispatch, a call from elsewhere); null on every other event, defaults or not.
 */
final class DispatchInputs implements Context {
  static final DispatchInputs INSTANCE = new DispatchInputs();

  @Override
  public Value get(String key, World world) {
    if (world.scenario().equals(Scenario.UNFIXED)) {
      return world.free("inputs." + key);
    }
    for (Input input : world.scenario().trigger().inputs()) {
      if (input.name().equalsIgnoreCase(key)) {
        return value(input, world);
      }
    }
    return world.scenario().event().equals(Scenario.CALLER) ? Values.of("") : Value.NULL;
  }

  @Override
  public @Nullable Set<String> keys(World world) {
    Set<String> keys = new LinkedHashSet<>();
    for (Input input : world.scenario().trigger().inputs()) {
      keys.add(input.name());
    }
    return keys;
  }

  private static Value value(Input input, World world) {
    boolean callee = world.scenario().calledFromElsewhere();
    if (callee && world.assumption() == Assumption.DEFAULT_INPUTS && !input.required()) {
      return defaultValue(input);
    }
    return world.free("inputs." + input.name(), domain(input));
  }

  /** What GitHub passes where the caller gives nothing. */
  static Value defaultValue(Input input) {
    if (input.defaultValue() != null) {
      return Values.typed(input.defaultValue().display(), input.type());
    }
    return switch (input.type()) {
      case BOOLEAN -> Values.of(false);
      case NUMBER -> new Value.Num(0);
      case STRING, CHOICE, ENVIRONMENT -> Values.of("");
    };
  }

  private static Domain domain(Input input) {
    Value usual = defaultValue(input);
    return switch (input.type()) {
      case BOOLEAN -> Domain.closed(Domain.Choice.ANY, List.of(Values.of(true), Values.of(false)));
      case CHOICE -> choice(input);
      case NUMBER ->
          new Domain(
              List.of(usual, new Value.Num(7919), new Value.Num(0)),
              true,
              v -> true,
              Domain.Choice.ANY);
      case STRING, ENVIRONMENT -> {
        List<Value> initial = new ArrayList<>(List.of(usual));
        for (String text : List.of("", FreeName.likely("inputs." + input.name()))) {
          if (!initial.contains(Values.of(text))) {
            initial.add(Values.of(text));
          }
        }
        yield new Domain(initial, true, v -> true, Domain.Choice.ANY);
      }
    };
  }

  private static Domain choice(Input input) {
    List<Value> options = new ArrayList<>();
    for (String option : input.options()) {
      options.add(Values.of(option));
    }
    if (input.defaultValue() == null && !input.required()) {
      // A call of the programming interface need not choose.
      options.add(Values.of(""));
    }
    return input.options().isEmpty()
        ? Domain.strings(Values.of(FreeName.likely("inputs." + input.name())))
        : Domain.closed(Domain.Choice.ANY, options);
  }
}
