package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Comparison;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Input;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code inputs} of something that is called: the caller's value, evaluated where the caller
 * stands; the default where the input is omitted. An empty string is a value and does not fall
 * back.
 *
 * @param declared the callee's inputs; null where the callee is not in sight
 * @param given the caller's {@code with}
 * @param dynamic whether the caller may give more than is listed
 * @param action whether every value becomes a string, as in actions
 * @param what names the callee, for inputs of which nothing is known
 */
record BoundInputs(
    @Nullable List<Input> declared,
    Map<String, Template> given,
    Map<String, Template> defaults,
    boolean dynamic,
    Site caller,
    boolean action,
    String what)
    implements Context {

  @Override
  public Value get(String key, World world) {
    Input input = input(key);
    Template value = find(given, key);
    if (value != null) {
      return typed(Values.evaluate(value, caller.scope(world)), input, world);
    }
    if (dynamic) {
      return world.free("inputs." + key + "@" + what);
    }
    Template fallback = find(defaults, key);
    if (fallback != null) {
      return typed(Values.evaluate(fallback, caller.scope(world)), input, world);
    }
    if (input != null) {
      return action ? Values.of("") : DispatchInputs.defaultValue(input);
    }
    return declared == null ? Values.of("") : Value.NULL;
  }

  @Override
  public @Nullable Set<String> keys(World world) {
    if (declared == null || dynamic) {
      return null;
    }
    Set<String> keys = new LinkedHashSet<>();
    for (Input input : declared) {
      keys.add(input.name());
    }
    return keys;
  }

  private @Nullable Input input(String key) {
    if (declared != null) {
      for (Input input : declared) {
        if (input.name().equalsIgnoreCase(key)) {
          return input;
        }
      }
    }
    return null;
  }

  private static @Nullable Template find(Map<String, Template> templates, String key) {
    for (Map.Entry<String, Template> entry : templates.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(key)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private Value typed(Value value, @Nullable Input input, World world) {
    Input.Type type = input == null || action ? Input.Type.STRING : input.type();
    if (value instanceof Unknown unknown) {
      return switch (type) {
        case STRING, CHOICE, ENVIRONMENT -> Values.asString(unknown);
        case BOOLEAN -> {
          world.compared(unknown, Values.of("true"), Comparison.EQUAL);
          yield Unknown.derived(unknown.names(), unknown.exact());
        }
        case NUMBER -> Unknown.derived(unknown.names(), false);
      };
    }
    String text = Values.text(value);
    return text == null ? Values.asString(value) : Values.typed(text, type);
  }
}
