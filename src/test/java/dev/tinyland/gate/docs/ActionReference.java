package dev.tinyland.gate.docs;

import dev.tinyland.gate.cli.ActionContract;
import dev.tinyland.gate.cli.ActionInput;

/** What the action takes and gives: as a page, and as the keys of its definition. */
final class ActionReference {
  private ActionReference() {}

  static String body() {
    StringBuilder out = new StringBuilder();
    out.append(
        "The inputs of `gloriousflywheel/gate-action` and of its `lane`. All are texts; an ");
    out.append("empty one counts as not\ngiven. Paths begin at the workspace. Inputs that do not ");
    out.append(
        "exist, do not fit the command or contradict each\nother end the step with exit code ");
    out.append("2, and all of them are said at once.\n\n");
    out.append("| Input | Variable | Commands | What it is |\n| --- | --- | --- | --- |\n");
    for (ActionInput input : ActionContract.inputs()) {
      out.append("| ").append(GeneratedDocs.code(input.name()));
      out.append(" | ").append(GeneratedDocs.code(input.variable()));
      out.append(" | ").append(commands(input));
      out.append(" | ").append(GeneratedDocs.cell(input.description())).append(form(input));
      out.append(" |\n");
    }
    out.append("\n| Output | What it is |\n| --- | --- |\n");
    for (ActionContract.Output output : ActionContract.outputs()) {
      out.append("| ").append(GeneratedDocs.code(output.name()));
      out.append(" | ").append(GeneratedDocs.cell(output.description())).append(" |\n");
    }
    return out.toString();
  }

  /** The keys {@code inputs} and {@code outputs} of {@code action.yml}. */
  static String yaml() {
    StringBuilder out = new StringBuilder("inputs:\n");
    for (ActionInput input : ActionContract.inputs()) {
      out.append("  ").append(input.name()).append(":\n");
      out.append("    description: ").append(quoted(input.description() + form(input)));
      out.append("\n    default: ''\n");
    }
    out.append("\noutputs:\n");
    for (ActionContract.Output output : ActionContract.outputs()) {
      out.append("  ").append(output.name()).append(":\n");
      out.append("    description: ").append(quoted(output.description())).append('\n');
    }
    return out.toString();
  }

  private static String commands(ActionInput input) {
    return input.commands().isEmpty() ? "" : "`" + String.join("` `", input.commands()) + "`";
  }

  private static String form(ActionInput input) {
    return input.form() == ActionInput.Form.FLAG ? " `true` or `false`." : "";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
