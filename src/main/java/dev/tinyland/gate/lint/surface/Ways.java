package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Hop;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a trigger to a write, read off the conditions on it: each job and each step that is
 * passed has left one, with or without an {@code if:}.
 */
public final class Ways {
  private final Checkout checkout;
  private final List<Related> via;
  private final List<Hop> hops = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private int entered;

  private Ways(Checkout checkout, List<Related> via) {
    this.checkout = checkout;
    this.via = via;
  }

  /** The surface with the way to it. */
  public static Surface added(Judged judged, Checkout checkout) {
    WriteSite site = judged.site();
    Ways ways = new Ways(checkout, site.via());
    for (Constraint constraint : site.constraints()) {
      ways.pass(constraint);
    }
    while (ways.entered < site.via().size()) {
      ways.enter(Hop.Kind.ACTION);
    }
    ways.hops.add(new Hop(Hop.Kind.WRITE, site.what(), site.place(), ways.pending));
    return judged.surface().withWay(ways.hops);
  }

  private void pass(Constraint constraint) {
    switch (constraint.kind()) {
      case JOB -> {
        if (isIn(Hop.Kind.JOB)) {
          enter(Hop.Kind.WORKFLOW);
        }
        Job job = job(constraint.span());
        arrive(
            Hop.Kind.JOB,
            job == null ? "job" : job.id(),
            job == null ? constraint.span() : job.span(),
            constraint.text());
      }
      case STEP -> {
        if (isIn(Hop.Kind.STEP)) {
          enter(Hop.Kind.ACTION);
        }
        Step step = step(constraint.span());
        arrive(
            Hop.Kind.STEP,
            step == null ? "step" : step.label(),
            step == null ? constraint.span() : step.span(),
            constraint.text());
      }
      case GUARD, SWITCH -> note(constraint.text());
    }
  }

  /** Whether the last station is of the kind, so that another one of it means a call. */
  private boolean isIn(Hop.Kind kind) {
    return !hops.isEmpty() && hops.getLast().kind() == kind && entered < via.size();
  }

  private void enter(Hop.Kind kind) {
    Related way = via.get(entered);
    entered++;
    String text = way.message();
    int open = text.indexOf('`');
    int close = text.lastIndexOf('`');
    String name = close > open ? text.substring(open + 1, close) : text;
    hops.add(new Hop(kind, name, way.span(), List.of()));
  }

  /** What was noted before a job or step was found out by a step that ran earlier. */
  private void arrive(Hop.Kind kind, String name, Span place, String condition) {
    List<String> conditions = new ArrayList<>();
    for (String earlier : pending) {
      conditions.add("earlier: " + earlier);
    }
    pending.clear();
    if (!condition.isEmpty()) {
      conditions.add(condition);
    }
    hops.add(new Hop(kind, name, place, conditions));
  }

  private void note(String text) {
    if (!text.isEmpty() && !pending.contains(text)) {
      pending.add(text);
    }
  }

  private @Nullable Job job(Span span) {
    Workflow workflow = workflow(span.path());
    for (Job job : workflow == null ? List.<Job>of() : workflow.jobs()) {
      if (job.span().equals(span) || isAt(job.condition(), span)) {
        return job;
      }
    }
    return null;
  }

  private @Nullable Step step(Span span) {
    for (Step step : steps(span.path())) {
      if (step.span().equals(span) || isAt(step.condition(), span)) {
        return step;
      }
    }
    return null;
  }

  private List<Step> steps(String path) {
    Checkout.Read read = checkout.known(path);
    Action action = read == null ? null : read.action();
    if (action != null && action.runs() instanceof Action.Runs.Composite(List<Step> steps)) {
      return steps;
    }
    List<Step> all = new ArrayList<>();
    Workflow workflow = workflow(path);
    for (Job job : workflow == null ? List.<Job>of() : workflow.jobs()) {
      if (job.body() instanceof Job.Body.Steps(List<Step> steps)) {
        all.addAll(steps);
      }
    }
    return all;
  }

  private @Nullable Workflow workflow(String path) {
    Checkout.Read read = checkout.known(path);
    return read == null ? null : read.workflow();
  }

  private static boolean isAt(YamlNode.@Nullable Scalar condition, Span span) {
    return condition != null && condition.span().equals(span);
  }
}
