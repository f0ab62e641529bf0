package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one walk through a script collects, and how much of it is allowed. */
final class Run {
  private static final int MOST_STEPS = 600_000;
  private static final int MOST_CALLS = 2000;
  private static final int MOST_SCRIPTS = 1000;
  private static final int MOST_INNER_TEXT = 4 << 20;

  /** Offsets of the n-th called script begin at n times this. */
  static final int BASE = 1 << 21;

  private static final int MOST_PROGRAMS = 200;
  private static final int DEEPEST_PROGRAM = 8;

  final String text;
  final Options options;
  final Expander expander;
  final Unwrapper unwrapper;
  Troubles troubles;
  final List<Invocation> invocations = new ArrayList<>();
  final List<FileLine> fileLines = new ArrayList<>();
  final List<ShellNode.Function> defined = new ArrayList<>();
  final Set<ShellNode.Function> called = Collections.newSetFromMap(new IdentityHashMap<>());
  final List<List<Word>> traps = new ArrayList<>();

  /** What held wherever the script may have ended early with status 0. */
  final List<ShellCondition> exits = new ArrayList<>();

  /** Whether a command was run whose name cannot be known, so that it may be any function. */
  boolean dynamic;

  Variables state;

  /** Scripts entered so far, and those that are open, innermost last. */
  final List<Programs.Entered> entered = new ArrayList<>();

  final List<Programs.Passed> passed = new ArrayList<>();
  final List<Program> open = new ArrayList<>();
  int nesting;
  int scriptDepth;
  private int steps;
  private int calls;
  private int scripts;
  private int innerText;

  Run(Script script, Options options) {
    this.text = script.text();
    this.options = options;
    this.expander = new Expander(options);
    this.unwrapper = new Unwrapper(options.interesting());
    this.troubles = new Troubles();
    for (Trouble trouble : script.troubles()) {
      troubles.add(trouble.offset(), trouble.message());
    }
    this.state = new Variables(options.errexit(), arguments(options.arguments()));
    this.state.pipefail = options.pipefail();
  }

  private static @Nullable List<Word> arguments(@Nullable List<String> known) {
    if (known == null) {
      return null;
    }
    List<Word> words = new ArrayList<>();
    for (String one : known) {
      words.add(Word.of(one, 0, 0));
    }
    return List.copyOf(words);
  }

  /** A line that is written to one of the files; without a word nothing is known about it. */
  record FileLine(
      FileKind kind, @Nullable Word line, List<ShellCondition> guards, int start, int end) {}

  boolean step(int offset) {
    return within(++steps, MOST_STEPS, offset, "too many commands to follow");
  }

  boolean call(int offset) {
    return within(++calls, MOST_CALLS, offset, "too many function calls to follow");
  }

  boolean script(int length, int offset) {
    innerText += length;
    return within(++scripts, MOST_SCRIPTS, offset, "too many scripts in scripts")
        && within(innerText, MOST_INNER_TEXT, offset, "too much script text in scripts");
  }

  /** Whether a script is being followed already. */
  boolean isOpen(Program program) {
    for (Program one : open) {
      if (one.isSameAs(program)) {
        return true;
      }
    }
    return false;
  }

  /** Why a further script is not entered, or null. */
  @Nullable String passedOver() {
    if (open.size() >= DEEPEST_PROGRAM) {
      return "scripts start scripts more than " + DEEPEST_PROGRAM + " deep";
    }
    return entered.size() >= MOST_PROGRAMS
        ? "more than " + MOST_PROGRAMS + " scripts are started"
        : null;
  }

  private boolean within(int used, int most, int offset, String message) {
    if (used == most + 1) {
      troubles.add(offset, message);
    }
    return used <= most;
  }

  /** The text between two offsets, shortened, for messages. */
  String excerpt(int start, int end) {
    return ShellCondition.Opaque.of(text, start, end).text();
  }
}
