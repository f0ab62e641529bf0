package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the shell knows at one point of a script: variables, functions, options. */
final class Variables {
  private static final int MOST_CHOICES = 8;
  private static final int MOST_NAMES = 512;
  private static final int LONGEST_VALUE = 1 << 14;

  /**
   * One value a variable can have.
   *
   * @param fields one word for a scalar, the elements for an array
   * @param guard what must have held for it to be this one
   */
  record Choice(List<Word> fields, boolean array, ShellCondition guard) {
    static final Choice UNSET = new Choice(List.of(), false, ShellCondition.ALWAYS);

    static Choice scalar(Word word) {
      return new Choice(List.of(word), false, ShellCondition.ALWAYS);
    }

    Choice under(ShellCondition more) {
      return new Choice(fields, array, Conditions.and(more, guard));
    }
  }

  /**
   * What a name can be called for.
   *
   * @param certain whether it is a function on every way to this point
   */
  record Function(List<ShellNode.Function> definitions, boolean certain) {}

  final Map<String, List<Choice>> bindings;
  final Map<String, Function> functions;
  final Set<String> exported;

  /** Whether a name that is not bound can have any value. */
  boolean lost;

  boolean errexit;
  boolean pipefail;

  @Nullable List<Word> arguments;
  @Nullable FileKind output;

  /** Where the shell may be, relative to where it started. */
  List<Word> directories = Directories.START;

  /** Where it was before. */
  List<Word> directoriesBefore = Directories.START;

  Variables(boolean errexit, @Nullable List<Word> arguments) {
    this.bindings = new HashMap<>();
    this.functions = new HashMap<>();
    this.exported = new HashSet<>();
    this.errexit = errexit;
    this.arguments = arguments;
  }

  private Variables(Variables other) {
    this.bindings = new HashMap<>(other.bindings);
    this.functions = new HashMap<>(other.functions);
    this.exported = new HashSet<>(other.exported);
    this.lost = other.lost;
    this.errexit = other.errexit;
    this.pipefail = other.pipefail;
    this.arguments = other.arguments;
    this.output = other.output;
    this.directories = other.directories;
    this.directoriesBefore = other.directoriesBefore;
  }

  Variables copy() {
    return new Variables(this);
  }

  void bind(String name, List<Choice> choices) {
    if (bindings.size() >= MOST_NAMES && !bindings.containsKey(name)) {
      loseAll();
      return;
    }
    int length = 0;
    for (Choice choice : choices) {
      for (Word word : choice.fields()) {
        length += 1 + lengthOf(word);
      }
    }
    boolean fits = !choices.isEmpty() && choices.size() <= MOST_CHOICES && length <= LONGEST_VALUE;
    bindings.put(name, fits ? List.copyOf(choices) : List.of(unknown(name)));
  }

  private static int lengthOf(Word word) {
    int length = 0;
    for (WordPart part : word.parts()) {
      length += part instanceof WordPart.Literal literal ? 1 + literal.text().length() : 8;
    }
    return length;
  }

  void lose(String name) {
    bind(name, List.of(unknown(name)));
  }

  void loseAll() {
    bindings.clear();
    lost = true;
  }

  static Choice unknown(String name) {
    return Choice.scalar(new Word(List.of(new WordPart.Unknown("$" + name, true, 0, 0)), 0, 0));
  }

  /** The variables as a shell that is started from here sees them. */
  Variables forChild() {
    Variables child = copy();
    for (Map.Entry<String, List<Choice>> entry : bindings.entrySet()) {
      if (!exported.contains(entry.getKey())) {
        List<Choice> more = new ArrayList<>(entry.getValue());
        more.add(Choice.UNSET);
        child.bind(entry.getKey(), more);
      }
    }
    for (Map.Entry<String, Function> entry : child.functions.entrySet()) {
      entry.setValue(new Function(entry.getValue().definitions(), false));
    }
    return child;
  }

  /** Where two ways meet, each with what must hold to come along it. */
  static Variables join(
      Variables left, ShellCondition onLeft, Variables right, ShellCondition onRight) {
    if (Conditions.isNever(onLeft)) {
      return right;
    }
    if (Conditions.isNever(onRight) || left == right) {
      return left;
    }
    Variables joined = left.copy();
    joined.lost |= right.lost;
    joined.errexit &= right.errexit;
    joined.pipefail &= right.pipefail;
    joined.exported.retainAll(right.exported);
    if (left.arguments == null || !left.arguments.equals(right.arguments)) {
      joined.arguments = null;
    }
    joined.output = left.output == null ? right.output : left.output;
    joined.directories = Directories.joined(left.directories, right.directories);
    joined.directoriesBefore = Directories.joined(left.directoriesBefore, right.directoriesBefore);
    Set<String> names = new HashSet<>(left.bindings.keySet());
    names.addAll(right.bindings.keySet());
    for (String name : names) {
      List<Choice> a = left.bindings.get(name);
      List<Choice> b = right.bindings.get(name);
      if (a == null || b == null || !a.equals(b)) {
        joined.bind(
            name, choices(choicesOf(left, name, a), onLeft, choicesOf(right, name, b), onRight));
      }
    }
    joinFunctions(joined, right);
    return joined;
  }

  private static List<Choice> choicesOf(
      Variables variables, String name, @Nullable List<Choice> bound) {
    if (bound != null) {
      return bound;
    }
    if (variables.lost) {
      return List.of(unknown(name));
    }
    WordPart part = new WordPart.Variable(name, null, "", null, true, 0, 0);
    return List.of(Choice.scalar(new Word(List.of(part), 0, 0)));
  }

  private static List<Choice> choices(
      List<Choice> left, ShellCondition onLeft, List<Choice> right, ShellCondition onRight) {
    List<Choice> all = new ArrayList<>();
    for (Choice choice : left) {
      addOrMerge(all, choice.under(onLeft));
    }
    for (Choice choice : right) {
      addOrMerge(all, choice.under(onRight));
    }
    return all;
  }

  private static void addOrMerge(List<Choice> all, Choice choice) {
    if (Conditions.isNever(choice.guard())) {
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      Choice known = all.get(i);
      if (known.array() == choice.array() && sameFields(known.fields(), choice.fields())) {
        all.set(
            i,
            new Choice(
                known.fields(), known.array(), Conditions.or(known.guard(), choice.guard())));
        return;
      }
    }
    all.add(choice);
  }

  private static boolean sameFields(List<Word> left, List<Word> right) {
    if (left.equals(right)) {
      return true;
    }
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      String literal = left.get(i).literal();
      if (literal == null || !literal.equals(right.get(i).literal())) {
        return false;
      }
    }
    return true;
  }

  private static void joinFunctions(Variables joined, Variables right) {
    for (Map.Entry<String, Function> entry : joined.functions.entrySet()) {
      Function other = right.functions.get(entry.getKey());
      if (other == null) {
        entry.setValue(new Function(entry.getValue().definitions(), false));
      } else if (!other.equals(entry.getValue())) {
        entry.setValue(merged(entry.getValue(), other));
      }
    }
    for (Map.Entry<String, Function> entry : right.functions.entrySet()) {
      joined.functions.putIfAbsent(
          entry.getKey(), new Function(entry.getValue().definitions(), false));
    }
  }

  private static Function merged(Function left, Function right) {
    List<ShellNode.Function> all = new ArrayList<>(left.definitions());
    for (ShellNode.Function definition : right.definitions()) {
      boolean known = false;
      for (ShellNode.Function other : left.definitions()) {
        known |= other.start() == definition.start();
      }
      if (!known && all.size() < MOST_CHOICES) {
        all.add(definition);
      }
    }
    return new Function(List.copyOf(all), left.certain() && right.certain());
  }
}
