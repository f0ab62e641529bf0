package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.reach.Scenarios;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.List;

/** Where a walk starts: a workflow with its triggers, or an action with a caller not in sight. */
public sealed interface Root {
  SourceFile file();

  List<Scenario> scenarios();

  /** A workflow file. */
  record OfWorkflow(Workflow workflow) implements Root {
    @Override
    public SourceFile file() {
      return workflow.file();
    }

    @Override
    public List<Scenario> scenarios() {
      return Scenarios.of(workflow.triggers());
    }
  }

  /** An action definition. */
  record OfAction(Action action) implements Root {
    @Override
    public SourceFile file() {
      return action.file();
    }

    @Override
    public List<Scenario> scenarios() {
      Trigger caller =
          Trigger.bare(Scenario.CALLER, Span.at(action.file().path(), 1, 1), action.inputs());
      return Scenarios.of(List.of(caller));
    }
  }
}
