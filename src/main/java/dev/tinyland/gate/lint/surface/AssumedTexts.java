package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionParser;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.EnvChain;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.shell.Options;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A script with parts that differ from run to run: it is read once more for each open part and each
 * text of the files that this part may be.
 */
final class AssumedTexts {
  /** Contexts whose values come from the files. */
  private static final List<String> GIVEN = List.of("matrix", "inputs", "env", "steps", "needs");

  private final String text;
  private final Site site;
  private final Options options;
  private final Set<String> expressions;
  private final List<String> candidates;
  private final Set<String> names;

  /**
   * @param expressions the text of those whose value is not fixed
   */
  AssumedTexts(
      YamlNode.Scalar scalar,
      Site site,
      Options options,
      Set<String> expressions,
      Candidates candidates) {
    this.text = scalar.display();
    this.site = site;
    this.options = options;
    this.expressions = Set.copyOf(expressions);
    this.candidates = candidates.all();
    this.names = new LinkedHashSet<>(site.env().names());
    names.addAll(candidates.names());
  }

  /** Adds the writes that the script has only if it is given one of the texts. */
  void addTo(List<ScriptWrites.Write> writes, Function<Options, List<ScriptWrites.Write>> reading) {
    for (String expression : expressions) {
      Expression parsed = parsed(expression);
      if (parsed != null && mayBeGiven(parsed)) {
        Expression shown = Guards.format(parsed);
        for (String candidate : candidates) {
          Options changed =
              options.withExpressions(other ->
                  other.equals(expression) ? candidate : options.expressions().apply(other));
          add(reading.apply(changed), shown, candidate, writes);
        }
      }
    }
    for (String name : names) {
      boolean open = !options.environment().containsKey(name);
      boolean used = text.contains("$" + name) || text.contains("${" + name);
      if (!open || !used || !mayBeGiven(name)) {
        continue;
      }
      for (String candidate : candidates) {
        Map<String, String> environment = new LinkedHashMap<>(options.environment());
        environment.put(name, candidate);
        add(
            reading.apply(options.withEnvironment(environment)),
            Guards.property("env", name),
            candidate,
            writes);
      }
    }
  }

  private void add(
      List<ScriptWrites.Write> more,
      Expression part,
      String candidate,
      List<ScriptWrites.Write> writes) {
    for (ScriptWrites.Write write : more) {
      boolean known = false;
      for (ScriptWrites.Write other : writes) {
        known |= write.isAt(other);
      }
      if (known) {
        continue;
      }
      if (candidate.contains("${{")) {
        String doubt = "the command is put together when it runs, from `" + candidate.strip() + "`";
        writes.add(
            new ScriptWrites.Write(
                write.what(), write.place(), write.guards(), doubt, true, write.fatal()));
        continue;
      }
      Expression given =
          new Expression.Binary(Expression.Operator.EQ, part, Guards.text(candidate), -1, -1);
      List<Constraint> guards = new ArrayList<>(write.guards());
      guards.add(
          new Constraint(Constraint.Kind.GUARD, write.place().span(), given, site, given.text()));
      writes.add(
          new ScriptWrites.Write(
              write.what(), write.place(), guards, write.doubt(), true, write.fatal()));
    }
  }

  /** Whether what the expression gives can come from a text that stands in a file. */
  private boolean mayBeGiven(Expression expression) {
    for (String context : GIVEN) {
      if (Mentions.context(expression, context)) {
        return true;
      }
    }
    String shown = expression.text();
    if (shown.contains("event.inputs")) {
      return true;
    }
    for (String candidate : candidates) {
      if (shown.contains(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** The same for a variable: by the mapping or the line that sets it last. */
  private boolean mayBeGiven(String name) {
    EnvChain at = site.env();
    while (!(at instanceof EnvChain.Empty)) {
      switch (at) {
        case EnvChain.Empty() -> {}
        case EnvChain.Unseen(EnvChain outer) -> at = outer;
        case EnvChain.Written(String written, _, EnvChain outer) -> {
          if (written.equals(name)) {
            return true;
          }
          at = outer;
        }
        case EnvChain.Layer layer -> {
          Template value = layer.values().get(name);
          if (value != null) {
            return mayBeGiven(value.toExpression());
          }
          at = layer.outer();
        }
      }
    }
    return true;
  }

  static @Nullable Expression parsed(String expression) {
    try {
      return ExpressionParser.parse(expression.strip());
    } catch (ExpressionSyntaxException e) {
      return null;
    }
  }
}
