package dev.tinyland.gate.runner;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.render.WorkflowCommand;
import java.io.PrintStream;

/**
 * The log of a step. All of it goes to one stream, since the runner reads two of them in no
 * particular order. Whatever is handed in may be a stranger's text: it is made visible and cannot
 * become a command.
 */
public final class RunnerLog {
  private final PrintStream out;

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

  /** Lines that the log shows folded under a title; each line of the text is made visible. */
  public void group(String title, String text) {
    out.println(new WorkflowCommand("group").says(title));
    for (String line : text.split("\n", -1)) {
      out.println(Visible.lineStart(line));
    }
    print(new WorkflowCommand("endgroup").says(""));
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
