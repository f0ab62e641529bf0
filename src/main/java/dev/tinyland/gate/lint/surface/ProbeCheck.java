package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Word;
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

  /** The write that a recognised operation is, or null where it is another operation. */
  ScriptWrites.@Nullable Write write(ScriptReader.Ran ran, Invocation invocation, Site site) {
    if (!ran.match().name().equals(COMMAND)) {
      return null;
    }
    List<Word> argv = invocation.argv();
    List<Word> arguments = argv.subList(argv.size() - ran.match().arguments().size(), argv.size());
    List<Constraint> guards = new ArrayList<>(ran.guards());
    Given confirm = given(arguments, "confirm", 1);
    if (confirm != null) {
      Expression asks = asks(given(arguments, "profile", 0), confirm);
      guards.add(
          new Constraint(
              Constraint.Kind.GUARD, ran.place().span(), asks, site, invocation.display()));
    }
    return new ScriptWrites.Write(ran.what(), ran.place(), guards, null, false, ran.exits());
  }

  /**
   * What a step that starts the command asks of its inputs; null where no confirmation is given.
   */
  @Nullable Constraint check(Env with, Span span, Site site) {
    Given confirm = given(with, "confirm");
    if (confirm == null) {
      return null;
    }
    YamlNode.Scalar value = with.get("confirm");
    String text = "confirm: " + (value == null ? "" : value.value().strip());
    Expression asks = asks(given(with, "profile"), confirm);
    return new Constraint(Constraint.Kind.SWITCH, span, asks, site, text);
  }

  /**
   * An argument as an expression.
   *
   * @param prefix what stands before the value in it
   */
  private record Given(Expression argument, String prefix) {
    Expression is(String value) {
      return new Expression.Binary(
          Expression.Operator.EQ, argument, Guards.text(prefix + value), -1, -1);
    }
  }

  private Expression asks(@Nullable Given profile, Given confirm) {
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
  private @Nullable Given given(List<Word> arguments, String name, int place) {
    List<Word> positional = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Word word = arguments.get(i);
      String prefix = word.literalPrefix();
      if (("--" + name).equals(word.literal())) {
        return i + 1 < arguments.size() ? given(arguments.get(i + 1), "") : null;
      }
      for (String start : List.of("--" + name + "=", name + "=")) {
        if (prefix.startsWith(start)) {
          return given(word, start);
        }
      }
      if (prefix.startsWith("-")) {
        // The options that the command has all take a value.
        i += prefix.indexOf('=') < 0 ? 1 : 0;
      } else if (prefix.indexOf('=') < 0) {
        positional.add(word);
      }
    }
    if (positional.size() > 1) {
      return given(positional.get(place), "");
    }
    if (positional.isEmpty()) {
      return null;
    }
    String only = positional.getFirst().literal();
    boolean isProfile = only != null && tokens.containsKey(only);
    return isProfile == (place == 0) ? given(positional.getFirst(), "") : null;
  }

  private static @Nullable Given given(Word word, String prefix) {
    Expression expression = Guards.word(word);
    return expression == null ? null : new Given(expression, prefix);
  }

  private static @Nullable Given given(Env with, String name) {
    YamlNode.Scalar value = with.get(name);
    Template template = value == null ? null : Templates.of(value);
    return template == null ? null : new Given(Guards.format(template.toExpression()), "");
  }
}
