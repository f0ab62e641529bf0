package dev.tinyland.gate.render;

/**
 * A workflow command as the runner reads it: {@code ::name key=value,key=value::data} (GitHub Docs,
 * "Workflow commands"; actions/runner, {@code ActionCommand.cs}). Foreign text is made visible
 * first, so that nothing in it can end the line or begin another command.
 */
public final class WorkflowCommand {
  private final StringBuilder out = new StringBuilder(256);
  private boolean properties;

  public WorkflowCommand(String name) {
    out.append("::").append(name);
  }

  /** Adds a property; the runner drops one whose value is empty. */
  public WorkflowCommand with(String key, String value) {
    out.append(properties ? ',' : ' ').append(key).append('=');
    properties = true;
    escape(Visible.line(value), true);
    return this;
  }

  public WorkflowCommand with(String key, int value) {
    out.append(properties ? ',' : ' ').append(key).append('=').append(value);
    properties = true;
    return this;
  }

  /** The line without its end; the message is one line. */
  public String says(String message) {
    return saysLines(Visible.line(message));
  }

  /** The same for a message of several lines, each of which is visible already. */
  String saysLines(String message) {
    out.append("::");
    escape(message, false);
    return out.toString();
  }

  /** The command that hides the text in all that the step prints from now on. */
  public static String mask(String secret) {
    return new WorkflowCommand("add-mask").saysLines(secret);
  }

  private void escape(String text, boolean property) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '%' -> out.append("%25");
        case '\r' -> out.append("%0D");
        case '\n' -> out.append("%0A");
        case ':' -> out.append(property ? "%3A" : ":");
        case ',' -> out.append(property ? "%2C" : ",");
        default -> out.append(c);
      }
    }
  }
}
