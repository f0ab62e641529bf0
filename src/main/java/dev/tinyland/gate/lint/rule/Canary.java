package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The state authority canary: a workflow that is called so, or that runs several of its steps by
 * the clock.
 *
 * @param steps what it runs of the documented evidence, in the order in which it does
 * @param named whether it is called the canary; if not, it only looks like it
 */
record Canary(Root root, Workflow workflow, Found found, List<Operation> steps, boolean named) {
  static final String READINESS = "tofu-state-ha-readiness";
  static final String RCA = "rustfs-bucket-index-rca";
  static final String NAR = "attic-nar-integrity-check";
  static final String INVENTORY = "ha-state-candidate-inventory";

  /** The command that runs all of it in the right order. */
  static final String WHOLE = "rustfs-state-authority-canary";

  private static final Set<String> STEPS = Set.of(READINESS, RCA, NAR, INVENTORY, WHOLE);

  Canary {
    steps = List.copyOf(steps);
  }

  static List<Canary> find(Analysis analysis) {
    List<Canary> canaries = new ArrayList<>();
    for (int i = 0; i < analysis.roots().size(); i++) {
      Root root = analysis.roots().get(i);
      if (root instanceof Root.OfWorkflow(Workflow workflow)) {
        Found found = analysis.found().get(i);
        boolean named = isNamed(workflow);
        if (named || runsByTheClock(workflow, found)) {
          List<Operation> steps = steps(root, found, analysis);
          canaries.add(new Canary(root, workflow, found, steps, named));
        }
      }
    }
    return canaries;
  }

  private static boolean isNamed(Workflow workflow) {
    String path = workflow.file().path();
    String file = path.substring(path.lastIndexOf('/') + 1);
    return saysSo(file) || (workflow.name() != null && saysSo(workflow.name()));
  }

  private static boolean saysSo(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      words.append(Character.isLetterOrDigit(c) ? c : ' ');
    }
    return words.toString().toLowerCase(Locale.ROOT).contains("state authority canary");
  }

  private static boolean runsByTheClock(Workflow workflow, Found found) {
    if (workflow.trigger("schedule") == null) {
      return false;
    }
    Set<String> names = new LinkedHashSet<>();
    for (Operation operation : found.operations()) {
      if (STEPS.contains(operation.name())) {
        names.add(operation.name());
      }
    }
    return names.size() > 1 || names.contains(WHOLE);
  }

  private static List<Operation> steps(Root root, Found found, Analysis analysis) {
    List<Operation> steps = new ArrayList<>();
    for (Operation operation : found.operations()) {
      if (STEPS.contains(operation.name())
          && operation.job() != null
          && runs(operation, root, analysis)) {
        steps.add(operation);
      }
    }
    return steps;
  }

  private static boolean runs(Operation operation, Root root, Analysis analysis) {
    for (Scenario scenario : root.scenarios()) {
      if (analysis.reach().possible(operation.constraints(), scenario, Assumption.NONE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one command stands for all steps. */
  boolean isWhole() {
    for (Operation step : steps) {
      if (step.name().equals(WHOLE)) {
        return true;
      }
    }
    return false;
  }

  /** Something that only looks like the canary may be meant as something else. */
  Level level(Level level) {
    return named ? level : Level.WARNING;
  }

  /** Where something is to be said of the whole. */
  Span place() {
    return steps.isEmpty() ? start() : steps.getFirst().place();
  }

  private Span start() {
    return workflow.jobs().isEmpty()
        ? Span.at(workflow.file().path(), 1, 1)
        : workflow.jobs().getFirst().span();
  }

  /** Whether one step is done before the other one is begun. */
  boolean isBefore(Operation one, Operation other) {
    Operation.JobPlace first = one.job();
    Operation.JobPlace second = other.job();
    if (first == null || second == null) {
      return false;
    }
    if (first.key().equals(second.key())) {
      return steps.indexOf(one) < steps.indexOf(other);
    }
    boolean siblings = first.workflow().file().path().equals(second.workflow().file().path());
    return siblings
        ? waits(first.workflow(), second.job().id(), first.job().id())
        : waits(workflow, outermost(second.key()), outermost(first.key()));
  }

  private static String outermost(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  /** Whether a job needs another one, directly or not. */
  private static boolean waits(Workflow workflow, String id, String needed) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      Job job = workflow.job(open.removeLast());
      if (job == null || !seen.add(job.id())) {
        continue;
      }
      for (String each : job.needs()) {
        if (each.equalsIgnoreCase(needed)) {
          return true;
        }
        open.add(each);
      }
    }
    return false;
  }
}
