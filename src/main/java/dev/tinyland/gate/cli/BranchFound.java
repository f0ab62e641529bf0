package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.DefaultBranch;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.reach.DefaultBranchGuess;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The default branch where nobody says it.
 *
 * @param from what tells it
 */
record BranchFound(String name, String from) {
  /** What the event knows, else the clone, else what the workflows themselves name. */
  static BranchFound in(Terminal terminal, Workspace workspace, List<Checkout.Read> read)
      throws IOException {
    String event = terminal.environment().get("GITHUB_EVENT_PATH");
    String ofEvent = event == null ? null : DefaultBranch.ofEvent(Path.of(event));
    if (ofEvent != null) {
      return new BranchFound(ofEvent, "the event");
    }
    String ofClone = DefaultBranch.ofClone(workspace.root());
    if (ofClone != null) {
      return new BranchFound(ofClone, "the clone");
    }
    List<Workflow> workflows = new ArrayList<>();
    for (Checkout.Read each : read) {
      if (each.workflow() != null) {
        workflows.add(each.workflow());
      }
    }
    return new BranchFound(DefaultBranchGuess.of(workflows), "the workflows");
  }
}
