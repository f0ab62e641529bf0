package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Condition;
import dev.tinyland.gate.lint.expression.Conditions;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.EnvChain;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.reach.StepFacts;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.shell.FileKind;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the steps of one job or one composite action in order, carrying what they leave behind. */
final class StepWalk {
  private final Walk walk;
  private final Found found;
  private final String file;
  private final Defaults defaults;
  private final boolean credentialed;
  private final List<StepFacts> facts = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();
  private final List<Constraint> passed = new ArrayList<>();
  private final List<OtherCheckout> checkouts;
  private Site site;

  /** Something a step leaves for the steps after it: a variable, or null for any. */
  record Left(@Nullable String name, EnvChain.@Nullable Fact fact) {}

  /** What holds for steps that say nothing else. */
  record Defaults(@Nullable String shell, YamlNode.@Nullable Scalar directory) {
    static final Defaults NONE = new Defaults(null, null);

    static Defaults of(Job job) {
      return new Defaults(job.defaultShell(), job.defaultDirectory());
    }
  }

  /** Another repository checked out into a folder of the workspace. */
  record OtherCheckout(String path, String repository) {
    boolean isOfThisRepository() {
      return repository.isBlank() || repository.contains("github.repository");
    }
  }

  StepWalk(
      Walk walk,
      Found found,
      String file,
      Site start,
      Defaults defaults,
      boolean credentialed,
      List<OtherCheckout> checkouts) {
    this.walk = walk;
    this.found = found;
    this.file = file;
    this.site = start;
    this.defaults = defaults;
    this.credentialed = credentialed;
    this.checkouts = new ArrayList<>(checkouts);
  }

  void all(List<Step> steps, Trail trail) {
    for (int i = 0; i < steps.size(); i++) {
      step(steps.get(i), i, trail);
    }
  }

  /** The site after the last step, where the outputs of an action are evaluated. */
  Site endSite() {
    return Sites.withSteps(site, facts);
  }

  /** What the steps left for whoever called them. */
  List<Left> left() {
    return left;
  }

  private void step(Step step, int index, Trail trail) {
    String status = "status@" + site.key() + "#" + step.span().line() + "." + index;
    Site at = Sites.step(Sites.withSteps(site, facts), step.env(), status);
    Constraint condition = condition(step.condition(), step.span(), at);
    found.nextStep();
    boolean needsSuccess = isNormalCourse(step.condition());
    Trail inside =
        (needsSuccess ? trail.underAll(passed) : trail)
            .inStep(new Operation.Level(condition, step.id(), forgiven(step, at)));
    int passedBefore = passed.size();
    int writesBefore = found.writes().size();
    Hooks hooks = new Hooks(walk, found, credentialed);
    hooks.in(step.env(), step.span(), inside);
    switch (step.body()) {
      case Step.Body.Run(YamlNode.Scalar script, String shell) -> {
        YamlNode.Scalar directory = directory(step);
        ScriptReader.Where where =
            new ScriptReader.Where(
                file,
                shell == null ? defaults.shell() : shell,
                directory == null ? null : directory.value());
        run(step, script, where, at, inside);
      }
      case Step.Body.Uses(YamlNode.Scalar reference, var with) -> {
        hooks.in(with, step.span(), inside);
        new UsesWalk(walk, found, file, credentialed, checkouts)
            .uses(step, reference, with, at, inside, this);
      }
      case Step.Body.Other() -> {}
    }
    if (found.writes().size() > writesBefore) {
      noteAlwaysTrue(step.condition());
    }
    // What a step that may be left out, or may fail, has asked for says nothing of later ones.
    if (step.condition() != null || step.continueOnError()) {
      passed.subList(passedBefore, passed.size()).clear();
    }
  }

  /** When a failure of the step is ignored; an expression that GitHub would refuse: always. */
  private static @Nullable Constraint forgiven(Step step, Site at) {
    YamlNode.Scalar scalar = step.continueOnErrorValue();
    if (!step.continueOnError() || scalar == null) {
      return null;
    }
    Template template = scalar.value().contains("${{") ? Templates.of(scalar) : null;
    Expression when =
        template == null
            ? new Expression.Literal(Value.Bool.TRUE, -1, -1)
            : template.toExpression();
    return new Constraint(Constraint.Kind.STEP, scalar.span(), when, at, scalar.display());
  }

  /** The folder in which the scripts of a step start; null for the workspace. */
  private YamlNode.@Nullable Scalar directory(Step step) {
    return step.directory() == null ? defaults.directory() : step.directory();
  }

  /** Whether the step runs only where every step before it succeeded. */
  static boolean isNormalCourse(YamlNode.@Nullable Scalar condition) {
    try {
      return condition == null || Conditions.parse(condition.display()).implicitSuccess();
    } catch (ExpressionSyntaxException e) {
      return false;
    }
  }

  /** What must have held for all steps to succeed. */
  List<Constraint> passed() {
    return passed;
  }

  /** Adds what a called action's steps must have found. */
  void passAll(List<Constraint> inner) {
    passed.addAll(inner);
  }

  private void run(
      Step step, YamlNode.Scalar script, ScriptReader.Where where, Site at, Trail trail) {
    String shell = where.shell();
    new Hooks(walk, found, credentialed).in(script, step.span(), trail);
    ProgramWalk programs = new ProgramWalk(walk, found, credentialed);
    programs.shell(step, shell, trail);
    if (!Shells.isRead(shell)) {
      if (OpaqueText.mentionsWrite(script.value(), walk.knowledge())) {
        found.write(
            Shells.name(shell) + " script",
            script.span(),
            trail,
            List.of(),
            Shells.name(shell) + " is not analysed, and the script mentions a write",
            false,
            step.span(),
            credentialed);
      }
      leaveUnseen();
      remember(step, trail, List.of(), Map.of(), null, true);
      return;
    }
    ScriptReader.Reading reading = walk.scripts().read(script, where, at, found.candidates());
    YamlNode.Scalar directory = directory(step);
    Template folder = directory == null ? null : Templates.of(directory);
    for (ScriptReader.Ran ran : reading.ran()) {
      Expression from = folder == null ? null : folder.toExpression();
      found.operation(ran, trail, step.span(), at, from);
    }
    passed.addAll(reading.passed());
    found.unresolved().addAll(reading.notEntered());
    for (ScriptWrites.Write write : reading.writes()) {
      found.write(write, trail, step.span(), credentialed);
    }
    if (reading.writes().isEmpty()
        && Shells.isDynamic(shell)
        && OpaqueText.mentionsWrite(script.value(), walk.knowledge())) {
      found.write(
          "script",
          script.span(),
          trail,
          List.of(),
          "the script mentions a write, and which shell reads it is only known when it runs",
          false,
          step.span(),
          credentialed);
    }
    leave(step, reading, at, trail);
  }

  private void leave(Step step, ScriptReader.Reading reading, Site at, Trail trail) {
    List<StepFacts.Output> outputs = new ArrayList<>();
    boolean unseenOutput = reading.unseen();
    boolean unseenEnv = false;
    for (ScriptReader.Line line : reading.lines()) {
      String name = line.write().key();
      List<Constraint> conditions = new ArrayList<>();
      conditions.add(trail.constraints().getLast());
      conditions.addAll(line.guards());
      Expression value = line.write().value() == null ? null : Guards.word(line.write().value());
      EnvChain.Fact fact = Sites.fact(conditions, at, value);
      if (line.write().kind() == FileKind.OUTPUT) {
        unseenOutput |= name == null || line.write().opaque();
        if (name != null) {
          outputs.add(new StepFacts.Output(name, fact));
        }
      } else if (line.write().kind() == FileKind.ENVIRONMENT) {
        unseenEnv |= name == null || line.write().opaque();
        if (name != null) {
          leaveVariable(name, fact);
        }
      }
    }
    if (unseenEnv) {
      leaveUnseen();
    }
    remember(step, trail, outputs, Map.of(), null, unseenOutput);
  }

  /** A called composite action passes on what its steps left. */
  void leaveAll(List<Left> inner) {
    for (Left each : inner) {
      if (each.name() == null || each.fact() == null) {
        leaveUnseen();
      } else {
        leaveVariable(each.name(), each.fact());
      }
    }
  }

  void leaveUnseen() {
    site = Sites.afterUnseen(site);
    if (left.isEmpty() || left.getLast().name() != null) {
      left.add(new Left(null, null));
    }
  }

  void leaveVariable(String name, EnvChain.Fact fact) {
    site = Sites.afterWrite(site, name, fact);
    left.add(new Left(name, fact));
  }

  List<OtherCheckout> checkouts() {
    return checkouts;
  }

  void checkedOut(OtherCheckout other) {
    checkouts.add(other);
  }

  void remember(
      Step step,
      Trail trail,
      List<StepFacts.Output> written,
      Map<String, Template> outputs,
      @Nullable Site inner,
      boolean unseen) {
    if (step.id() != null) {
      facts.add(
          new StepFacts(step.id(), trail.constraints().getLast(), written, outputs, inner, unseen));
    }
  }

  private Constraint condition(YamlNode.@Nullable Scalar scalar, Span step, Site at) {
    return condition(Constraint.Kind.STEP, scalar, step, at, found);
  }

  /** The condition of a job or step; one that GitHub would refuse is a problem and holds. */
  static Constraint condition(
      Constraint.Kind kind, YamlNode.@Nullable Scalar scalar, Span owner, Site at, Found found) {
    Span span = scalar == null ? owner : scalar.span();
    String text = scalar == null ? "" : scalar.display();
    try {
      Condition condition = Conditions.parse(text);
      return new Constraint(kind, span, condition.expression(), at, condition.text());
    } catch (ExpressionSyntaxException e) {
      int offset = Math.max(0, e.position() - 1);
      Span place = scalar == null ? span : scalar.spanOf(offset, offset);
      found.problems().add(new Problem(place, String.valueOf(e.getMessage())));
      Expression yes = new Expression.Literal(Value.Bool.TRUE, -1, -1);
      return new Constraint(kind, span, yes, at, text.strip());
    }
  }

  private void noteAlwaysTrue(YamlNode.@Nullable Scalar scalar) {
    noteAlwaysTrue(scalar, found);
  }

  static void noteAlwaysTrue(YamlNode.@Nullable Scalar scalar, Found found) {
    if (scalar == null) {
      return;
    }
    try {
      Condition condition = Conditions.parse(scalar.display());
      String because = condition.alwaysTrue();
      if (because != null) {
        found.alwaysTrue().add(new Found.AlwaysTrue(scalar.span(), condition.text(), because));
      }
    } catch (ExpressionSyntaxException e) {
      // It was reported where the condition was read.
    }
  }
}
