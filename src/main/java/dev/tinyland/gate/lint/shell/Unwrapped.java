package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a wrapper runs. */
sealed interface Unwrapped {
  /**
   * A command.
   *
   * @param known false where the outer command is only taken for a wrapper
   */
  record Command(List<Word> argv, boolean known) implements Unwrapped {
    public Command {
      argv = List.copyOf(argv);
    }
  }

  /**
   * The text of a script.
   *
   * @param words joined with blanks
   * @param arguments its positional parameters, {@code null} where they are not known
   */
  record Source(List<Word> words, @Nullable List<Word> arguments, boolean errexit)
      implements Unwrapped {
    public Source {
      words = List.copyOf(words);
    }
  }

  /** A script on standard input. */
  record Input(@Nullable List<Word> arguments, boolean errexit) implements Unwrapped {}
}
