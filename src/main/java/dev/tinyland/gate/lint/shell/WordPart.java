package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a {@link Word}. Offsets are UTF-16 offsets into the outermost script text, without the
 * quotes around the piece.
 */
public sealed interface WordPart {
  int start();

  int end();

  /** Whether the piece stands in quotes, so that the shell does not split it into fields. */
  boolean quoted();

  /** Fixed text, quotes and backslashes removed. */
  record Literal(String text, boolean quoted, int start, int end) implements WordPart {}

  /**
   * A parameter: {@code $X}, {@code "${X:-default}"}, {@code ${a[@]}}.
   *
   * @param name the name, or one of {@code @ * # ? - $ ! 0 1 …}
   * @param index what stands in brackets, {@code null} without brackets
   * @param operator what follows the name: empty, {@code :-}, {@code #}, {@code //}, …; {@code
   *     length} for <code>${#X}</code> and {@code indirect} for <code>${!X}</code>
   * @param operand the word after the operator, {@code null} without one
   */
  record Variable(
      String name,
      @Nullable Word index,
      String operator,
      @Nullable Word operand,
      boolean quoted,
      int start,
      int end)
      implements WordPart {}

  /** {@code $(…)} or backticks. */
  record CommandSubstitution(ShellNode.Sequence body, boolean quoted, int start, int end)
      implements WordPart {}

  /** {@code <(…)} or {@code >(…)}. */
  record ProcessSubstitution(ShellNode.Sequence body, boolean output, int start, int end)
      implements WordPart {
    @Override
    public boolean quoted() {
      return true;
    }
  }

  /** {@code $((…))}; the pieces are what the shell expands inside. */
  record Arithmetic(List<WordPart> parts, boolean quoted, int start, int end) implements WordPart {
    public Arithmetic {
      parts = List.copyOf(parts);
    }
  }

  /** A fence of GitHub's template language, replaced by text before the shell starts. */
  record Expression(String text, boolean quoted, int start, int end) implements WordPart {}

  /**
   * A value that cannot be known. Only in words whose variables have been resolved.
   *
   * @param display what stood there, for messages
   */
  record Unknown(String display, boolean quoted, int start, int end) implements WordPart {}
}
