package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The publication probe's own command. It writes only where the confirmation that it is given is
 * the token of the profile that it is given, so it carries its check with it.
 */
final class ProbeCheck {
  /** The operation, as {@code surfaces.txt} names it. */
  static final String COMMAND = "attic-publication-probe";

  private final Map<String, String> tokens;

  /**
   * @param tokens for each profile its token, the default profile first
   */
  ProbeCheck(Map<String, String> tokens) {
    this.tokens = tokens;
  }

  /**
   * Whether a test whose outcome only the run knows asks for the confirmation. To say so is more
   * than a command that does something else.
   */
  boolean asks(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("echo ") || lower.startsWith("printf ")) {
      return false;
    }
    boolean concerns = lower.contains("confirm");
    for (String token : tokens.values()) {
      concerns |= lower.contains(token.toLowerCase(Locale.ROOT));
    }
    return concerns;
  }

  /** The write that the command is where a script runs it. */
  ScriptWrites.Write write(ScriptReader.Ran ran, Site site) {
    List<Constraint> guards = new ArrayList<>(ran.guards());
    Given confirm = given(ran.match(), "confirm", 1);
    Expression asks = confirm == null ? null : asks(given(ran.match(), "profile", 0), confirm);
    if (asks != null) {
      Span span = ran.place().span();
      guards.add(new Constraint(Constraint.Kind.GUARD, span, asks, site, ran.what()));
    }
    return new ScriptWrites.Write(ran.what(), ran.place(), guards, null, false, ran.endsStep());
  }

  /** What a step that starts the command asks of its inputs; null where it asks for nothing. */
  @Nullable Constraint check(Env with, Span span, Site site) {
    YamlNode.Scalar value = with.get("confirm");
    Given confirm = given(value);
    Expression asks = confirm == null ? null : asks(given(with.get("profile")), confirm);
    if (asks == null || value == null) {
      return null;
    }
    String text = "confirm: " + value.value().strip();
    return new Constraint(Constraint.Kind.SWITCH, span, asks, site, text);
  }

  /**
   * An argument as an expression.
   *
   * @param argument null where only the run knows it
   * @param prefix what stands before the value in it
   */
  private record Given(@Nullable Expression argument, String prefix) {
    /** That it is a text, as far as one can tell. */
    Expression is(String value) {
      return argument == null
          ? new Expression.Literal(Value.Bool.TRUE, -1, -1)
          : new Expression.Binary(
              Expression.Operator.EQ, argument, Guards.text(prefix + value), -1, -1);
    }
  }

  /** Without a profile it is the first one; null where nothing is known of what was typed. */
  private @Nullable Expression asks(@Nullable Given profile, Given confirm) {
    if (confirm.argument() == null) {
      return null;
    }
    List<Expression> ways = new ArrayList<>();
    for (Map.Entry<String, String> each : tokens.entrySet()) {
      Expression typed = confirm.is(each.getValue());
      if (profile == null) {
        return typed;
      }
      ways.add(new Expression.And(profile.is(each.getKey()), typed));
    }
    return switch (ways.size()) {
      case 0 -> new Expression.Literal(Value.Bool.FALSE, -1, -1);
      case 1 -> ways.getFirst();
      default -> new Expression.Or(ways, -1, -1);
    };
  }

  /** {@code --name value}, {@code --name=value}, {@code name=value}, or by its place. */
  private @Nullable Given given(Operations.Match match, String name, int place) {
    List<String> arguments = match.arguments();
    List<Integer> positional = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--" + name)) {
        return i + 1 < arguments.size() ? given(match, i + 1, "") : null;
      }
      for (String start : List.of("--" + name + "=", name + "=")) {
        if (argument.startsWith(start)) {
          return given(match, i, start);
        }
      }
      if (argument.startsWith("-")) {
        // The options that the command has all take a value.
        i += argument.indexOf('=') < 0 ? 1 : 0;
      } else if (argument.indexOf('=') < 0) {
        positional.add(i);
      }
    }
    if (positional.size() > 1) {
      return given(match, positional.get(place), "");
    }
    if (positional.isEmpty()) {
      return null;
    }
    int only = positional.getFirst();
    boolean isProfile = tokens.containsKey(arguments.get(only));
    return isProfile == (place == 0) ? given(match, only, "") : null;
  }

  /** What only the run knows is equal to nothing, which would be a proof of anything. */
  private static Given given(Operations.Match match, int index, String prefix) {
    Expression value = match.values().get(index);
    return new Given(Mentions.context(value, "shell") ? null : value, prefix);
  }

  private static @Nullable Given given(YamlNode.@Nullable Scalar value) {
    if (value == null) {
      return null;
    }
    Template template = Templates.of(value);
    return new Given(template == null ? null : Guards.format(template.toExpression()), "");
  }
}
