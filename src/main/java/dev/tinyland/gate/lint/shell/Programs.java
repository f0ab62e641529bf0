package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows which commands start a script that can be read. */
public interface Programs {
  /** Knows none. */
  Programs NONE = (argv, folder, file) -> null;

  /**
   * The script that a command starts, or {@code null}.
   *
   * @param argv the command and its arguments, resolved
   * @param folder where the script is, relative to the start; {@code null} where that is not known
   * @param file the path of the script that holds the command, {@code null} for the outermost
   */
  @Nullable Program find(List<Word> argv, @Nullable String folder, @Nullable String file);

  /**
   * A script that was entered. Offsets of what it holds are those in its file plus the base; no two
   * scripts of an analysis share one.
   *
   * @param start the offset of the command that starts it
   * @param end the offset after that command
   * @param guards what must have held to come to that command
   * @param troubles what could not be read in it; with any, what is in it has no guards but those
   *     of the command
   */
  record Entered(
      Program program,
      int base,
      int start,
      int end,
      List<ShellCondition> guards,
      List<Trouble> troubles) {
    public Entered {
      guards = List.copyOf(guards);
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * A script that was not entered though it is there.
   *
   * @param because a phrase that goes on from "it was not looked into:"
   * @param open whether that is because it is being followed already
   */
  record Passed(Program program, int start, int end, String because, boolean open) {}
}
