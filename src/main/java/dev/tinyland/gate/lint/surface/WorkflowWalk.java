package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.NeededJob;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Matrix;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the jobs of one workflow. */
final class WorkflowWalk {
  private final Walk walk;
  private final Found found;
  private final Workflow workflow;
  private final Site site;
  private final SourceFile root;
  private final Map<String, NeededJob> needed = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Map<String, List<Constraint>> passed = new HashMap<>();

  WorkflowWalk(Walk walk, Found found, Workflow workflow, Site site, SourceFile root) {
    this.walk = walk;
    this.found = found;
    this.workflow = workflow;
    this.site = site;
    this.root = root;
  }

  void all(Trail trail) {
    Set<String> walked = new LinkedHashSet<>();
    for (Job job : workflow.jobs()) {
      inOrder(job, trail, walked);
    }
  }

  /** A job after those that it needs, so that what they hand on is known. */
  private void inOrder(Job job, Trail trail, Set<String> walked) {
    if (!walked.add(job.id().toLowerCase(Locale.ROOT))) {
      return;
    }
    for (String id : job.needs()) {
      Job needs = workflow.job(id);
      if (needs != null) {
        inOrder(needs, trail, walked);
      }
    }
    job(job, trail);
  }

  private void job(Job job, Trail trail) {
    int writesBefore = found.writes().size();
    Constraint condition = condition(job, found);
    Site first = Sites.job(condition.site(), job);
    Trail inside = trail.underAll(passedBefore(job)).under(condition).inJob(workflow, job);
    new ProgramWalk(walk, found, credentialed(job)).containers(job.containers(), inside);
    if (job.body() instanceof Job.Body.Steps) {
      Hooks hooks = new Hooks(walk, found, credentialed(job));
      hooks.in(workflow.env(), job.span(), inside);
      hooks.in(job.env(), job.span(), inside);
    }
    switch (job.body()) {
      case Job.Body.Steps(List<Step> steps) -> {
        StepWalk walked =
            new StepWalk(
                walk,
                found,
                workflow.file().path(),
                first,
                StepWalk.Defaults.of(job),
                credentialed(job),
                List.of());
        walked.all(steps, inside);
        if (job.condition() == null && !job.continueOnError()) {
          passed.put(job.id().toLowerCase(Locale.ROOT), walked.passed());
        }
      }
      case Job.Body.Call call -> call(job, call, first, inside);
    }
    if (found.writes().size() > writesBefore) {
      StepWalk.noteAlwaysTrue(job.condition(), found);
    }
  }

  /** What the jobs that it needs must have found, where it runs only after their success. */
  private List<Constraint> passedBefore(Job job) {
    List<Constraint> all = new ArrayList<>();
    if (StepWalk.isNormalCourse(job.condition())) {
      List<String> ids = new ArrayList<>(job.needs());
      for (int i = 0; i < ids.size(); i++) {
        String id = ids.get(i).toLowerCase(Locale.ROOT);
        all.addAll(passed.getOrDefault(id, List.of()));
        Job needs = workflow.job(id);
        for (String more : needs == null ? List.<String>of() : needs.needs()) {
          if (!ids.contains(more)) {
            ids.add(more);
          }
        }
      }
    }
    return all;
  }

  /** The condition of a job, evaluated where its needs are known. */
  private Constraint condition(Job job, Found problems) {
    List<NeededJob> direct = new ArrayList<>();
    for (String id : job.needs()) {
      NeededJob needs = needed(id);
      if (needs != null) {
        direct.add(needs);
      }
    }
    Site at = Sites.jobCondition(site, job, direct, transitive(job));
    return StepWalk.condition(Constraint.Kind.JOB, job.condition(), job.span(), at, problems);
  }

  /** The job and all it needs itself; a circle, which GitHub refuses, is cut. */
  private List<NeededJob> transitive(Job job) {
    Map<String, NeededJob> all = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(job.needs());
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i).toLowerCase(Locale.ROOT);
      Job other = workflow.job(id);
      NeededJob facts = needed(id);
      if (facts != null && other != null && all.put(id, facts) == null) {
        ids.addAll(other.needs());
      }
    }
    return List.copyOf(all.values());
  }

  private @Nullable NeededJob needed(String id) {
    String key = id.toLowerCase(Locale.ROOT);
    NeededJob known = needed.get(key);
    Job job = workflow.job(id);
    if (known != null || job == null || !open.add(key)) {
      return known;
    }
    // Problems of its condition are reported when the job itself is walked.
    Constraint condition = condition(job, new Found(walk.knowledge()));
    NeededJob facts =
        new NeededJob(job.id(), condition, outputs(job), new Once<>(() -> end(job, condition)));
    needed.put(key, facts);
    open.remove(key);
    return facts;
  }

  private static @Nullable Map<String, Template> outputs(Job job) {
    boolean follows = job.body() instanceof Job.Body.Steps && job.matrix() instanceof Matrix.None;
    if (!follows) {
      return null;
    }
    Map<String, Template> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode.Scalar> output : job.outputs().entrySet()) {
      Template template = Templates.of(output.getValue());
      if (template == null) {
        return null;
      }
      outputs.put(output.getKey(), template);
    }
    return outputs;
  }

  private Site end(Job job, Constraint condition) {
    List<Step> steps = job.body() instanceof Job.Body.Steps(List<Step> all) ? all : List.of();
    StepWalk steppedThrough =
        new StepWalk(
            walk,
            new Found(walk.knowledge()),
            workflow.file().path(),
            Sites.job(condition.site(), job),
            StepWalk.Defaults.of(job),
            false,
            List.of());
    steppedThrough.all(steps, Trail.start(workflow.file().path()));
    return steppedThrough.endSite();
  }

  private void call(Job job, Job.Body.Call call, Site at, Trail trail) {
    String reference = call.reference().value().strip();
    String local = Checkout.localPath(reference);
    Checkout.Read read = target(reference, local);
    int writesBefore = found.writes().size();
    if (read != null && read.workflow() != null) {
      enter(job, call, at, trail, read, read.workflow());
    } else if (local != null && (read == null || read.problems().isEmpty())) {
      found
          .unresolved()
          .add(
              new Unresolved(
                  call.reference().span(),
                  reference,
                  "there is no such workflow in this checkout"));
    }
    boolean seen = read != null && local != null;
    if (!seen && found.writes().size() == writesBefore) {
      handedCredentials(call, trail);
      new ProgramWalk(walk, found, credentialed(job))
          .inputs(call.span(), call.reference(), call.with(), at, trail);
    }
  }

  private Checkout.@Nullable Read target(String reference, @Nullable String local) {
    if (local != null) {
      return walk.checkout().resolve(workflow.file().path(), reference);
    }
    String path = References.pathInRepository(References.name(reference));
    return path == null ? null : walk.checkout().resolve(workflow.file().path(), "./" + path);
  }

  private void enter(
      Job job, Job.Body.Call call, Site at, Trail trail, Checkout.Read read, Workflow called) {
    String inside = read.file().path();
    if (trail.files().contains(inside) || trail.depth() > Walk.DEEPEST) {
      found
          .unresolved()
          .add(
              new Unresolved(
                  call.reference().span(),
                  call.reference().value(),
                  "it leads back to a file that is already open"));
      return;
    }
    found.candidates().addFile(walk.checkout(), inside);
    Trigger trigger = called.trigger("workflow_call");
    List<Input> declared = trigger == null ? List.of() : trigger.inputs();
    String key = at.key().isEmpty() ? job.id() : at.key() + "/" + job.id();
    Site start = Sites.calledWorkflow(at, key, declared, call, called.env());
    Span first = called.jobs().isEmpty() ? Span.at(inside, 1, 1) : called.jobs().getFirst().span();
    String through = "through `" + call.reference().value() + "`";
    new WorkflowWalk(walk, found, called, start, root)
        .all(trail.into(call.span(), inside, first, through).with(call.with(), declared));
  }

  /** A workflow of another repository that is handed the cache's credential. */
  private void handedCredentials(Job.Body.Call call, Trail trail) {
    String doubt = null;
    for (Map.Entry<String, YamlNode.Scalar> secret : call.secrets().entries().entrySet()) {
      if (walk.knowledge().isCredentialSecret(secret.getKey())
          || handsOnCredential(secret.getValue().value())) {
        doubt = "it is handed `" + secret.getKey() + "`, and what it does with it is not known";
      }
    }
    boolean inherits = call.inherit() && (mentionsClient(call) || handsOnCredential(root.text()));
    if (doubt == null && inherits) {
      doubt = "it inherits every secret, and what it does with them is not known";
    }
    if (doubt != null) {
      found.write(
          call.reference().value(), call.span(), trail, List.of(), doubt, false, call.span(), true);
    }
  }

  /** Whether one of the names that a value is made of is that of a credential. */
  private boolean handsOnCredential(String value) {
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      char c = i == value.length() ? ' ' : value.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        if (i > start && walk.knowledge().isCredentialSecret(value.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private boolean mentionsClient(Job.Body.Call call) {
    StringBuilder text = new StringBuilder(call.reference().value());
    call.with()
        .entries()
        .forEach((name, value) -> text.append(' ').append(name).append(' ').append(value.value()));
    return walk.knowledge().mentionsClient(text.toString());
  }

  /** Whether a secret is written down anywhere in the file whose trigger starts the job. */
  private boolean credentialed(Job job) {
    return root.text().contains("secrets.")
        || (job.body() instanceof Job.Body.Call call && call.inherit());
  }
}
