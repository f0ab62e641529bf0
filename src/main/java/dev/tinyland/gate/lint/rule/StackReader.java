package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.surface.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On which of the protected stacks a command works: by its folder, its argument, its backend. */
final class StackReader {
  private static final String FOLDER = "stacks";
  private static final String KEY_VARIABLE = "TOFU_BACKEND_S3_KEY";

  /** A value that nobody writes down: where it is possible, any value is. */
  private static final String ANYTHING = "some-stack-that-is-not-there";

  private final List<Operation> operations;
  private final boolean firstParty;
  private final boolean shown;
  private final Possible possible;

  /** Whether an operation can run where more holds. */
  interface Possible {
    boolean in(Operation operation, List<Constraint> more);
  }

  /**
   * @param firstParty whether a folder of that name is the stack itself, not somebody's copy
   * @param shown whether the repository shows elsewhere that it works on the protected state
   */
  StackReader(List<Operation> operations, boolean firstParty, boolean shown, Possible possible) {
    this.operations = operations;
    this.firstParty = firstParty;
    this.shown = shown;
    this.possible = possible;
  }

  /** The command with its stacks; null where nothing points to protected state. */
  @Nullable StateChange read(Dominance.Placed placed, TofuCommand command, List<Constraint> given) {
    Stacks stacks = stacks(placed, command, given);
    return stacks.works().isEmpty() && stacks.undecided() == null
        ? null
        : new StateChange(placed, command, given, stacks.works(), stacks.undecided());
  }

  /** What a command works on; nothing at all, some stacks, or what only the run decides. */
  private record Stacks(List<StateChange.Works> works, @Nullable String undecided) {
    static final Stacks NONE = new Stacks(List.of(), null);

    static Stacks of(String stack) {
      return new Stacks(List.of(new StateChange.Works(stack, null)), null);
    }
  }

  private Stacks stacks(Dominance.Placed placed, TofuCommand command, List<Constraint> given) {
    Operation operation = placed.operation();
    if (command.operand() != null) {
      return named(operation, command.operand(), given, /* strong= */ firstParty);
    }
    if (command.isNameOnly(operation) && command.folder() == null) {
      return undecided(operation.what());
    }
    Expression folder = folder(operation, command);
    List<Expression> segments = PathText.segments(folder);
    for (int i = segments.size() - 2; i >= 0; i--) {
      if (FOLDER.equals(PathText.literal(segments.get(i)))) {
        boolean tofu = i > 0 && "tofu".equals(PathText.literal(segments.get(i - 1)));
        return named(operation, segments.get(i + 1), given, firstParty && tofu);
      }
    }
    Stacks byBackend = byBackend(placed, folder, given);
    if (byBackend != null) {
      return byBackend;
    }
    boolean fixed = folder == null || segments.stream().allMatch(s -> PathText.literal(s) != null);
    if (fixed || folder == null) {
      return usesProtectedBackend(operation) ? undecided(operation.what()) : Stacks.NONE;
    }
    return byWholePath(operation, folder, given);
  }

  private static @Nullable Expression folder(Operation operation, TofuCommand command) {
    Expression directory = operation.setting().directory();
    Expression folder = command.folder();
    if (directory == null || folder == null) {
      return folder == null ? directory : folder;
    }
    String text = PathText.literal(folder);
    boolean absolute = text != null && text.startsWith("/");
    return absolute
        ? folder
        : new Expression.Call("format", List.of(Terms.text("{0}/{1}"), directory, folder), -1, -1);
  }

  private Stacks named(
      Operation operation, Expression name, List<Constraint> given, boolean strong) {
    String literal = PathText.literal(name);
    if (literal != null) {
      boolean counts = ProtectedState.STACKS.contains(literal) && (strong || shown);
      return counts ? Stacks.of(literal) : Stacks.NONE;
    }
    if (Mentions.context(name, "shell")) {
      return undecided(plain(name));
    }
    Site site = operation.setting().site();
    boolean open = isPossible(operation, given, equal(name, ANYTHING, site, operation));
    if (open && !shown) {
      return Stacks.NONE;
    }
    List<StateChange.Works> works = new ArrayList<>();
    for (String stack : ProtectedState.STACKS) {
      Constraint is = equal(name, stack, site, operation);
      if (isPossible(operation, given, is)) {
        works.add(new StateChange.Works(stack, is));
      }
    }
    return strong || shown ? new Stacks(works, null) : Stacks.NONE;
  }

  private Stacks byWholePath(Operation operation, Expression folder, List<Constraint> given) {
    if (Mentions.context(folder, "shell")) {
      return undecided(plain(folder));
    }
    Site site = operation.setting().site();
    List<StateChange.Works> works = new ArrayList<>();
    for (String stack : ProtectedState.STACKS) {
      Expression ends =
          new Expression.Call(
              "endswith", List.of(folder, Terms.text("tofu/stacks/" + stack)), -1, -1);
      Constraint is = Terms.shell(ends, site, operation.place());
      if (isPossible(operation, given, is)) {
        works.add(new StateChange.Works(stack, is));
      }
    }
    boolean open = isPossible(operation, given, equal(folder, ANYTHING, site, operation));
    if (open) {
      return works.isEmpty() ? Stacks.NONE : undecided(plain(folder));
    }
    return firstParty || shown ? new Stacks(works, null) : Stacks.NONE;
  }

  /** By the key of the state: a variable, or what {@code init} was told in the same folder. */
  private @Nullable Stacks byBackend(
      Dominance.Placed placed, @Nullable Expression folder, List<Constraint> given) {
    Operation operation = placed.operation();
    Site site = operation.setting().site();
    if (site.env().names().contains(KEY_VARIABLE)) {
      Expression key = Terms.property("env", KEY_VARIABLE);
      List<StateChange.Works> works = new ArrayList<>();
      for (String stack : ProtectedState.STACKS) {
        Constraint is = equal(key, ProtectedState.key(stack), site, operation);
        if (isPossible(operation, given, is)) {
          works.add(new StateChange.Works(stack, is));
        }
      }
      return works.isEmpty() ? null : new Stacks(works, null);
    }
    for (int i = placed.index(); i >= 0; i--) {
      Operation earlier = operations.get(i);
      TofuCommand command = TofuCommand.of(earlier);
      boolean inits =
          command != null
              && "init".equals(command.verb())
              && sameJob(earlier, operation)
              && text(folder(earlier, command)).equals(text(folder));
      String stack = inits ? stackOfBackend(earlier) : null;
      if (stack != null && shown) {
        return Stacks.of(stack);
      }
    }
    return null;
  }

  private static @Nullable String stackOfBackend(Operation init) {
    for (String argument : init.arguments()) {
      if (!argument.startsWith("-backend-config=")) {
        continue;
      }
      String value = argument.substring("-backend-config=".length());
      String stack =
          value.startsWith("key=")
              ? ProtectedState.stackOfKey(value.substring("key=".length()))
              : stackOfFile(value);
      if (stack != null) {
        return stack;
      }
    }
    return null;
  }

  /** {@code backends/attic.s3.hcl}, {@code tofu/stacks/attic/backend.hcl}. */
  private static @Nullable String stackOfFile(String path) {
    if (path.indexOf('=') >= 0) {
      return null;
    }
    for (String segment : path.split("/", -1)) {
      int dot = segment.indexOf('.');
      String name = dot < 0 ? segment : segment.substring(0, dot);
      if (ProtectedState.STACKS.contains(name)) {
        return name;
      }
    }
    return null;
  }

  /** Whether the job is handed the coordinates of the protected state. */
  private boolean usesProtectedBackend(Operation operation) {
    Set<String> names = operation.setting().site().env().names();
    for (String name : names) {
      if (name.startsWith("TOFU_BACKEND_S3_")) {
        return true;
      }
    }
    for (Operation other : operations) {
      boolean init = other.name().equals("tofu") && sameJob(operation, other);
      if (init && other.arguments().contains("-backend-config=bucket=tofu-state")) {
        return true;
      }
    }
    return false;
  }

  private Stacks undecided(String text) {
    return shown ? new Stacks(List.of(), text) : Stacks.NONE;
  }

  private boolean isPossible(Operation operation, List<Constraint> given, Constraint is) {
    return possible.in(operation, Terms.plus(given, is));
  }

  private static Constraint equal(Expression value, String text, Site site, Operation operation) {
    return Terms.shell(Terms.equal(value, Terms.text(text)), site, operation.place());
  }

  private static boolean sameJob(Operation one, Operation other) {
    return one.job() != null && other.job() != null && one.job().key().equals(other.job().key());
  }

  /** The text of an expression, without where in the script its parts stand. */
  static String plain(Expression expression) {
    String text = expression.text();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int end = i + 1;
      while (text.charAt(i) == '@' && end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      if (end == i + 1) {
        plain.append(text.charAt(i));
      }
      i = end - 1;
    }
    return plain.toString();
  }

  private static String text(@Nullable Expression expression) {
    return expression == null ? "" : expression.text();
  }
}
