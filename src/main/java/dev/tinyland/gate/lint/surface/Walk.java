package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import java.util.List;
import java.util.Map;

/**
 * Walks what a trigger starts, into the actions and workflows it calls, and collects every place
 * that can write together with the conditions on the way. Nothing is evaluated here.
 */
public final class Walk {
  /** GitHub nests composite actions nine deep and workflows ten. */
  static final int DEEPEST = 20;

  private final Checkout checkout;
  private final KnowledgeBase knowledge;
  private final ProbeCheck probe;
  private final ScriptReader scripts;

  /**
   * @param confirmTokens for each profile of the publication probe its token: the probe's own
   *     command asks for it before it writes
   */
  public Walk(Checkout checkout, KnowledgeBase knowledge, Map<String, String> confirmTokens) {
    this.checkout = checkout;
    this.knowledge = knowledge;
    this.probe = new ProbeCheck(confirmTokens);
    this.scripts = new ScriptReader(checkout, knowledge, probe);
  }

  /** Everything that the triggers of a workflow can start. */
  public Found workflow(Workflow workflow) {
    Found found = new Found(knowledge);
    found.candidates().addFile(checkout, workflow.file().path());
    Site site = Sites.workflow(workflow.env());
    new WorkflowWalk(this, found, workflow, site, workflow.file()).all(start(workflow));
    new ExposureWalk(this, found, workflow).all();
    return found;
  }

  /** What a reusable workflow is given is judged where it is called; here it has its defaults. */
  private static Trail start(Workflow workflow) {
    Trail start = Trail.start(workflow.file().path());
    Trigger call = workflow.trigger("workflow_call");
    return call == null ? start : start.with(Env.NONE, call.inputs());
  }

  /** Everything in an action, whoever calls it. */
  public Found action(Action action) {
    Found found = new Found(knowledge);
    String path = action.file().path();
    found.candidates().addFile(checkout, path);
    boolean credentialed = action.file().text().contains("secrets.");
    Trail trail = Trail.start(path);
    if (action.runs() instanceof Action.Runs.Composite(List<Step> steps)) {
      new StepWalk(
              this, found, path, Sites.action(), StepWalk.Defaults.NONE, credentialed, List.of())
          .all(steps, trail);
    } else {
      new ProgramWalk(this, found, credentialed).definition(action, Sites.action(), trail);
    }
    return found;
  }

  Checkout checkout() {
    return checkout;
  }

  KnowledgeBase knowledge() {
    return knowledge;
  }

  ProbeCheck probe() {
    return probe;
  }

  ScriptReader scripts() {
    return scripts;
  }
}
