package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks where a workflow hands the cache's credential to, as variables and as secrets. */
final class ExposureWalk {
  private final Walk walk;
  private final Found found;
  private final Workflow workflow;

  ExposureWalk(Walk walk, Found found, Workflow workflow) {
    this.walk = walk;
    this.found = found;
    this.workflow = workflow;
  }

  void all() {
    if (!workflow.file().text().contains("secrets")) {
      return;
    }
    variables(Exposure.Scope.WORKFLOW, workflow.env(), workflow.jobs());
    for (Job job : workflow.jobs()) {
      variables(Exposure.Scope.JOB, job.env(), List.of(job));
      switch (job.body()) {
        case Job.Body.Steps(List<Step> steps) -> {
          for (Step step : steps) {
            step(job, step);
          }
        }
        case Job.Body.Call call -> call(job, call);
      }
    }
  }

  private void variables(Exposure.Scope scope, Env env, List<Job> jobs) {
    for (Map.Entry<String, YamlNode.Scalar> variable : env.entries().entrySet()) {
      if (isCredential(variable.getKey(), variable.getValue())) {
        List<Exposure.JobSeen> seen = new ArrayList<>();
        for (Job job : jobs) {
          seen.add(seen(job, variable.getKey()));
        }
        found
            .exposures()
            .add(new Exposure(scope, variable.getKey(), variable.getValue().span(), seen));
      }
    }
  }

  private void step(Job job, Step step) {
    for (Map.Entry<String, YamlNode.Scalar> variable : step.env().entries().entrySet()) {
      if (isCredential(variable.getKey(), variable.getValue())) {
        Exposure.JobSeen seen =
            new Exposure.JobSeen(
                job.id(), null, List.of(new StepUses(walk, file()).seen(step, variable.getKey())));
        found
            .exposures()
            .add(
                new Exposure(
                    Exposure.Scope.STEP,
                    variable.getKey(),
                    variable.getValue().span(),
                    List.of(seen)));
      }
    }
  }

  private Exposure.JobSeen seen(Job job, String variable) {
    if (!(job.body() instanceof Job.Body.Steps(List<Step> steps))) {
      // A called workflow sees no variables of its caller.
      return new Exposure.JobSeen(job.id(), null, List.of());
    }
    StepUses uses = new StepUses(walk, file());
    List<Exposure.StepSeen> seen = new ArrayList<>();
    for (Step step : steps) {
      seen.add(uses.seen(step, variable));
    }
    return new Exposure.JobSeen(job.id(), null, seen);
  }

  /** A workflow of this checkout that is handed a credential and does not ask for any. */
  private void call(Job job, Job.Body.Call call) {
    String reference = call.reference().value().strip();
    Checkout.Read read =
        Checkout.localPath(reference) == null ? null : walk.checkout().resolve(file(), reference);
    if (read == null || read.workflow() == null || asksForCredential(read.file().text())) {
      return;
    }
    Exposure.JobSeen seen = new Exposure.JobSeen(job.id(), reference, List.of());
    if (call.inherit() && isThereToInherit()) {
      found
          .exposures()
          .add(new Exposure(Exposure.Scope.INHERIT, "inherit", call.span(), List.of(seen)));
    }
    for (Map.Entry<String, YamlNode.Scalar> secret : call.secrets().entries().entrySet()) {
      if (isCredential(secret.getKey(), secret.getValue())) {
        found
            .exposures()
            .add(
                new Exposure(
                    Exposure.Scope.CALL, secret.getKey(), secret.getValue().span(), List.of(seen)));
      }
    }
  }

  /** Whether a workflow asks for a credential, or hands its secrets on to one that may. */
  private boolean asksForCredential(String text) {
    return namesCredential(text) || text.contains("inherit") || text.contains("toJSON(secrets)");
  }

  /** That a repository has the secret shows where this workflow, or one that it calls, names it. */
  private boolean isThereToInherit() {
    if (namesCredential(workflow.file().text())) {
      return true;
    }
    for (Job job : workflow.jobs()) {
      if (job.body() instanceof Job.Body.Call call) {
        Checkout.Read read =
            Checkout.localPath(call.reference().value().strip()) == null
                ? null
                : walk.checkout().resolve(file(), call.reference().value().strip());
        if (read != null && namesCredential(read.file().text())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether {@code secrets.NAME} of a credential stands in the text. */
  private boolean namesCredential(String text) {
    String context = "secrets.";
    for (int at = text.indexOf(context); at >= 0; at = text.indexOf(context, at + 1)) {
      int start = at + context.length();
      int end = start;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      if (walk.knowledge().isCredentialSecret(text.substring(start, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** Whether a secret of the cache is what the variable holds. */
  private boolean isCredential(String name, YamlNode.Scalar value) {
    if (!value.value().contains("secrets")) {
      return false;
    }
    Template template = Templates.of(value);
    return walk.knowledge().isCredentialSecret(name)
        || (template != null && HandedOver.credential(template.toExpression(), walk.knowledge()));
  }

  private String file() {
    return workflow.file().path();
  }
}
