package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action of the knowledge base; {@code surfaces.txt} says what each part means.
 *
 * @param unknownWhenOmitted inputs whose default depends on the revision
 */
record KnownAction(
    String id,
    List<String> uses,
    Expression writesWhen,
    Set<String> unknownWhenOmitted,
    Map<String, List<String>> exact,
    boolean postStep,
    List<String> runs,
    @Nullable String switchInput,
    List<String> tokens) {
  KnownAction {
    uses = List.copyOf(uses);
    unknownWhenOmitted = Set.copyOf(unknownWhenOmitted);
    exact = Map.copyOf(exact);
    runs = List.copyOf(runs);
    tokens = List.copyOf(tokens);
  }

  /** Whether it writes at all, with the right inputs. */
  boolean writes() {
    return !(writesWhen instanceof Expression.Literal(Value.Bool(boolean on), _, _)) || on;
  }
}
