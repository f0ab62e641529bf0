package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that may run.
 *
 * @param argv the command and its arguments, wrappers such as {@code sudo} taken off, at least one
 *     word; variables resolved, see {@link Word}
 * @param start where it is written: UTF-16 offset into the script's text
 * @param end the offset after it
 * @param guards what must have held to come here, outermost first; all of them
 * @param background whether the script goes on without waiting for it
 * @param stage its place in the pipeline, from 0
 * @param stages how many commands the pipeline has, 1 for none
 * @param wrappers the names of the wrappers that were taken off, outermost first
 * @param nix what {@code nix run}, {@code shell} or {@code develop} is asked for, else {@code null}
 * @param redirections as written, the targets resolved
 * @param input the text on standard input where it is known, else {@code null}
 * @param function the function it is part of, {@code null} at the top
 * @param uncalled whether nothing in the script calls that function for certain
 * @param certain false where a command that gate does not know is taken for a wrapper
 * @param fatal whether the script ends, and fails, where this command fails
 * @param loop whether it runs more than once
 * @param directories where it may run, relative to where the script started; empty text for there
 */
public record Invocation(
    List<Word> argv,
    int start,
    int end,
    List<ShellCondition> guards,
    boolean background,
    int stage,
    int stages,
    List<String> wrappers,
    @Nullable NixTarget nix,
    List<Redirection> redirections,
    @Nullable Word input,
    @Nullable String function,
    boolean uncalled,
    boolean certain,
    boolean fatal,
    Loop loop,
    List<Word> directories) {
  public Invocation {
    argv = List.copyOf(argv);
    guards = List.copyOf(guards);
    wrappers = List.copyOf(wrappers);
    redirections = List.copyOf(redirections);
    directories = List.copyOf(directories);
  }

  /** How often a command runs. */
  public enum Loop {
    /** Once, as far as loops go. */
    NONE,
    /** Once for each of some things. */
    EACH,
    /** Again and again, until something holds or a count is used up. */
    AGAIN
  }

  Invocation asFatal() {
    return with(guards, /* ends= */ true);
  }

  private Invocation with(List<ShellCondition> conditions, boolean ends) {
    return new Invocation(
        argv,
        start,
        end,
        conditions,
        background,
        stage,
        stages,
        wrappers,
        nix,
        redirections,
        input,
        function,
        uncalled,
        certain,
        ends,
        loop,
        directories);
  }

  /**
   * What a nix command works on.
   *
   * @param command {@code run}, {@code shell}, {@code develop}, …
   * @param installable the first of the installables, {@code null} for the default
   * @param installables all of them, as far as they can be told from arguments
   * @param arguments for {@code run}: what the program is given
   */
  public record NixTarget(
      String command, @Nullable Word installable, List<Word> installables, List<Word> arguments) {
    public NixTarget {
      installables = List.copyOf(installables);
      arguments = List.copyOf(arguments);
    }
  }

  /** The same with other guards, where the structure around it is not certain. */
  Invocation guardedBy(List<ShellCondition> others) {
    return with(others, /* ends= */ false);
  }

  /** The text of an argument, {@code null} where it is absent or not fixed. */
  public @Nullable String literal(int index) {
    return index < argv.size() ? argv.get(index).literal() : null;
  }

  /** The base name of the command, {@code null} where it is not fixed. */
  public @Nullable String command() {
    Word first = argv.get(0);
    String literal = first.literal();
    if (literal != null) {
      return Parts.baseName(literal);
    }
    String suffix = first.literalSuffix();
    int slash = suffix.lastIndexOf('/');
    return slash < 0 ? null : suffix.substring(slash + 1);
  }

  /** The arguments with blanks between, for messages. */
  public String display() {
    StringBuilder out = new StringBuilder();
    for (Word word : argv) {
      if (!out.isEmpty()) {
        out.append(' ');
      }
      out.append(word.display());
    }
    return out.toString();
  }
}
