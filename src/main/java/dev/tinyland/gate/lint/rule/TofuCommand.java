package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.surface.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command of OpenTofu or Terraform does, or a recipe that is named after one.
 *
 * @param verb the subcommand; null where it is only known in the run
 * @param verbValue the same as an expression; null where there is none
 * @param folder the value of {@code -chdir} or of an action's {@code path}; null where it is absent
 * @param operand what a recipe is given first; null for a command or where it is absent
 */
record TofuCommand(
    Does does,
    @Nullable String verb,
    @Nullable Expression verbValue,
    @Nullable Expression folder,
    @Nullable Expression operand) {
  /** What it does to the state. */
  enum Does {
    APPLY,
    DESTROY,
    /** Any other write to the state. */
    CHANGE,
    PLAN,
    INIT,
    NOTHING
  }

  private static final Set<String> HELP = Set.of("-help", "--help", "-h");
  private static final Set<String> CHANGES =
      Set.of("import", "taint", "untaint", "refresh", "force-unlock");
  private static final Set<String> STATE_CHANGES = Set.of("mv", "rm", "push", "replace-provider");

  /** The command that an operation is, or null where it has nothing to do with OpenTofu. */
  static @Nullable TofuCommand of(Operation operation) {
    return switch (operation.name()) {
      case "tofu" -> command(operation);
      case "tofu-plan" -> recipe(operation, Does.PLAN);
      case "tofu-apply" -> recipe(operation, Does.APPLY);
      case "tofu-destroy" -> recipe(operation, Does.DESTROY);
      case "tofu-state-change" -> recipe(operation, Does.CHANGE);
      default -> null;
    };
  }

  /** Whether it writes to the state, or may. */
  boolean changes() {
    return does == Does.APPLY || does == Does.DESTROY || does == Does.CHANGE;
  }

  /** Whether a failure to store the state leaves {@code errored.tfstate} behind. */
  boolean mayLeaveState() {
    return does == Does.APPLY || does == Does.DESTROY || "refresh".equals(verb);
  }

  /** Whether it is a recipe or an action, into which gate has not looked. */
  boolean isNameOnly(Operation operation) {
    return !operation.name().equals("tofu");
  }

  private static TofuCommand command(Operation operation) {
    Expression folder = null;
    List<Integer> words = new ArrayList<>();
    boolean help = false;
    boolean migrates = false;
    boolean closed = false;
    List<String> arguments = operation.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      help |= HELP.contains(argument);
      migrates |= argument.equals("-migrate-state") || argument.equals("-force-copy");
      closed |= argument.equals("-backend=false");
      if (argument.startsWith("-chdir=")) {
        folder = PathText.without(operation.setting().values().get(i), "-chdir=");
      } else if (!argument.startsWith("-")) {
        words.add(i);
      }
    }
    if (help || words.isEmpty()) {
      return new TofuCommand(Does.NOTHING, null, null, folder, null);
    }
    Expression verbValue = operation.setting().values().get(words.getFirst());
    String verb = PathText.literal(verbValue);
    String next = words.size() > 1 ? arguments.get(words.get(1)) : "";
    return new TofuCommand(does(verb, next, migrates, closed), verb, verbValue, folder, null);
  }

  private static Does does(@Nullable String verb, String next, boolean migrates, boolean closed) {
    if (verb == null) {
      return Does.APPLY;
    }
    if (CHANGES.contains(verb)) {
      return Does.CHANGE;
    }
    return switch (verb) {
      case "apply" -> Does.APPLY;
      case "destroy" -> Does.DESTROY;
      case "plan" -> Does.PLAN;
      case "init" -> migrates ? Does.CHANGE : closed ? Does.NOTHING : Does.INIT;
      case "state" -> STATE_CHANGES.contains(next) ? Does.CHANGE : Does.NOTHING;
      case "workspace" -> next.equals("delete") ? Does.CHANGE : Does.NOTHING;
      default -> Does.NOTHING;
    };
  }

  private static TofuCommand recipe(Operation operation, Does does) {
    Expression folder = named(operation, "path");
    Expression operand = folder == null ? operand(operation) : null;
    String verb = operation.name().substring("tofu-".length());
    return new TofuCommand(does, verb, null, folder, operand);
  }

  /** The stack that a recipe, a guard or an action is given: {@code attic}, {@code stack=attic}. */
  static @Nullable Expression operand(Operation operation) {
    Expression named = named(operation, "stack");
    if (named != null) {
      return named;
    }
    List<String> arguments = operation.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("-") && argument.indexOf('=') < 0) {
        List<Expression> segments = PathText.segments(operation.setting().values().get(i));
        return segments.isEmpty() ? null : segments.getLast();
      }
    }
    return null;
  }

  /** The value of {@code name=value}, an input of an action or a variable of make. */
  private static @Nullable Expression named(Operation operation, String name) {
    List<String> arguments = operation.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
        continue;
      }
      Expression value = operation.setting().values().get(i);
      // The inputs of an action are values; the words of a command hold their own name.
      return PathText.without(value, argument.substring(0, name.length() + 1));
    }
    return null;
  }
}
