package dev.tinyland.gate.lint.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contexts from plain data. A context that is given is complete: what it lacks is null. One that is
 * not given is unknown, and so is the status where that is not given.
 */
public final class ContextScope implements Scope {
  private final Map<String, Value> contexts;
  private final @Nullable String status;

  private ContextScope(Map<String, Value> contexts, @Nullable String status) {
    this.contexts = contexts;
    this.status = status;
  }

  /**
   * @param trees context name to a tree of Map, List, String, Number, Boolean and null
   * @param status success, failure, cancelled, or null for not known
   * @throws IllegalArgumentException for any other status
   */
  public static ContextScope of(Map<String, ?> trees, @Nullable String status) {
    if (status != null
        && !status.equals("success")
        && !status.equals("failure")
        && !status.equals("cancelled")) {
      throw new IllegalArgumentException(
          "status must be success, failure or cancelled, not '" + status + "'");
    }
    Map<String, Value> contexts = HashMap.newHashMap(trees.size());
    for (Map.Entry<String, ?> tree : trees.entrySet()) {
      contexts.put(tree.getKey().toLowerCase(Locale.ROOT), JsonText.fromTree(tree.getValue()));
    }
    return new ContextScope(contexts, status);
  }

  @Override
  public Value context(String name) {
    Value value = contexts.get(name);
    return value == null ? Unknown.of(name) : value;
  }

  @Override
  public Value function(String name, List<Value> arguments, Expression.Call call) {
    if (name.equals("always")) {
      return Value.Bool.TRUE;
    }
    if (status == null || name.equals("hashfiles")) {
      return Unknown.of(call.text());
    }
    return switch (name) {
      case "success" -> Value.Bool.of(status.equals("success"));
      case "failure" -> Value.Bool.of(status.equals("failure"));
      case "cancelled" -> Value.Bool.of(status.equals("cancelled"));
      default -> Unknown.of(call.text());
    };
  }
}
