package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.surface.SwitchUse;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mend of a write that goes through an action with an off switch. */
final class SwitchedOff {
  private SwitchedOff() {}

  /**
   * Sets the switch of every write that the step does. Only under quarantine, where that is the
   * policy's own answer, and not in a workflow that is started by hand only: there somebody has to
   * say whether it is meant to be the publication probe.
   */
  static @Nullable Fix of(Finding finding, Analysis analysis, Documents documents) {
    Judged first = analysis.judged(finding.surface());
    if (first == null
        || analysis.profile() != Profile.QUARANTINE
        || !(first.root() instanceof Root.OfWorkflow(Workflow workflow))
        || isStartedByHandOnly(workflow)) {
      return null;
    }
    Span step = first.site().root();
    Set<Edit> edits = new LinkedHashSet<>();
    String input = "";
    for (Judged judged : analysis.judged()) {
      if (!judged.site().root().equals(step) || Writes.open(judged, analysis).isEmpty()) {
        continue;
      }
      List<SwitchUse> switches = judged.site().switches();
      Edit edit = switches.isEmpty() ? null : Mends.switchOff(switches.getFirst(), documents);
      if (edit == null) {
        return null;
      }
      input = switches.getFirst().input();
      edits.add(edit);
    }
    return edits.isEmpty() ? null : new Fix("set `" + input + ": \"false\"`", List.copyOf(edits));
  }

  private static boolean isStartedByHandOnly(Workflow workflow) {
    for (Trigger trigger : workflow.triggers()) {
      if (!trigger.event().equals("workflow_dispatch")) {
        return false;
      }
    }
    return true;
  }
}
