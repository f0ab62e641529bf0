package dev.tinyland.gate.lint.shell;

import java.util.List;

/**
 * What must have held for a command to be reached. The words are resolved, see {@link Word}. A
 * guard is necessary, not sufficient: dropping one only says less.
 */
public sealed interface ShellCondition {
  /** Holds always. */
  ShellCondition ALWAYS = new And(List.of());

  /** Holds never. */
  ShellCondition NEVER = new Or(List.of());

  /** All of them; holds where there are none. */
  record And(List<ShellCondition> all) implements ShellCondition {
    public And {
      all = List.copyOf(all);
    }
  }

  /** One of them; does not hold where there are none. */
  record Or(List<ShellCondition> any) implements ShellCondition {
    public Or {
      any = List.copyOf(any);
    }
  }

  record Not(ShellCondition condition) implements ShellCondition {}

  /** Both words have the same text. */
  record Same(Word left, Word right) implements ShellCondition {}

  /**
   * The subject matches the pattern as a whole. In unquoted literals of the pattern {@code *} and
   * {@code ?} are wild, and nothing else is.
   */
  record Glob(Word subject, Word pattern) implements ShellCondition {}

  /** The word has no text. */
  record Empty(Word word) implements ShellCondition {}

  /**
   * Something that cannot be known before it runs. Each one is free: two with the same text need
   * not agree.
   *
   * @param text as written
   */
  record Opaque(String text, int start, int end) implements ShellCondition {
    private static final int LONGEST = 200;

    /** That what stands between two offsets of a script succeeds. */
    public static Opaque of(String script, int start, int end) {
      if (start >= Run.BASE) {
        return new Opaque("a command of a called script", start, end);
      }
      int to = Math.min(Math.max(start, end), script.length());
      int from = Math.min(start, to);
      String text =
          to - from <= LONGEST
              ? script.substring(from, to)
              : script.substring(from, from + LONGEST - 1) + "…";
      return new Opaque(text, start, end);
    }
  }
}
