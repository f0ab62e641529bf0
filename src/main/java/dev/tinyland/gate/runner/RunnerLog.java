package dev.tinyland.gate.runner;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.render.WorkflowCommand;
import java.io.PrintStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of a step. All of it goes to one stream, since the runner reads two of them in no
 * particular order. Whatever is handed in may be a stranger's text: it is made visible and cannot
 * become a command.
 */
public final class RunnerLog {
  private final PrintStream out;

  /** What ends the stretch in which no command is read; nobody can guess it. */
  private @Nullable String stopped;

  public RunnerLog(PrintStream out) {
    this.out = out;
  }

  /** A plain line. */
  public void line(String text) {
    print(Visible.lineStart(text));
  }

  /** An annotation that informs. */
  public void notice(String message) {
    print(new WorkflowCommand("notice").with("title", "gate").says(message));
  }

  /** An annotation that warns; the step goes on. */
  public void warning(String message) {
    print(new WorkflowCommand("warning").with("title", "gate").says(message));
  }

  /** An annotation that says why the step fails. */
  public void error(String message) {
    print(new WorkflowCommand("error").with("title", "gate").says(message));
  }

  /** Has the runner hide the text from now on, here and in later steps. */
  public void mask(String secret) {
    if (!secret.isBlank()) {
      print(WorkflowCommand.mask(secret));
    }
  }

  /**
   * Lines that the log shows folded under a title.
   *
   * @param rendered text that a renderer has made harmless
   */
  public void group(String title, String rendered) {
    out.println(new WorkflowCommand("group").says(title));
    rendered(rendered);
    print(new WorkflowCommand("endgroup").says(""));
  }

  /** Text that a renderer has made harmless, or that stands where no command is read. */
  public void rendered(String text) {
    out.print(text);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      out.println();
    }
    out.flush();
  }

  /** From here on the runner prints what it reads and obeys nothing. */
  public void stopCommands() {
    if (stopped == null) {
      stopped = "gate-" + UUID.randomUUID();
      print(new WorkflowCommand("stop-commands").says(stopped));
    }
  }

  /** Ends what {@link #stopCommands} began. */
  public void resumeCommands() {
    if (stopped != null) {
      // What was printed last may not have ended its line.
      print("\n::" + stopped + "::");
      stopped = null;
    }
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
