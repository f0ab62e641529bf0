package dev.tinyland.gate.lint.shell;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A script as read. Any text gives a script.
 *
 * @param text the text as given; all offsets point into it
 * @param troubles what could not be read exactly, in order of discovery
 */
public record Script(String text, ShellNode.Sequence body, List<Trouble> troubles) {
  /** Longer texts are cut here, with a trouble: UTF-16 units. */
  public static final int LONGEST = 1 << 20;

  public Script {
    troubles = List.copyOf(troubles);
  }

  /** Reads a script; expressions in fences stay as they are. */
  public static Script parse(String text) {
    return parse(text, expression -> null);
  }

  /**
   * Reads a script after replacing the expressions whose text is known, as GitHub does before the
   * shell starts.
   *
   * @param expressions from the text between the braces to what it evaluates to, or {@code null}
   */
  public static Script parse(String text, Function<String, @Nullable String> expressions) {
    Troubles troubles = new Troubles();
    String readable = text;
    if (text.length() > LONGEST) {
      troubles.add(LONGEST, "the script is too long to be read in full");
      readable = text.substring(0, LONGEST);
    }
    ShellSource source = ShellSource.spliced(readable, expressions);
    ShellNode.Sequence body = new ShellParser(source, troubles, 0).script();
    return new Script(text, body, troubles.all());
  }
}
