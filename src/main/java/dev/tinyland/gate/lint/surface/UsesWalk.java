package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows one {@code uses:} of a step. */
final class UsesWalk {
  private final Walk walk;
  private final Found found;
  private final String file;
  private final boolean credentialed;
  private final List<StepWalk.OtherCheckout> checkouts;

  UsesWalk(
      Walk walk,
      Found found,
      String file,
      boolean credentialed,
      List<StepWalk.OtherCheckout> checkouts) {
    this.walk = walk;
    this.found = found;
    this.file = file;
    this.credentialed = credentialed;
    this.checkouts = checkouts;
  }

  void uses(Step step, YamlNode.Scalar scalar, Env with, Site at, Trail trail, StepWalk steps) {
    String reference = scalar.value().strip();
    if (reference.startsWith("docker://")) {
      new ProgramWalk(walk, found, credentialed).container(step, scalar, with, trail);
      unseen(step, trail, steps);
      return;
    }
    String name = References.name(reference);
    Operations.Match operation = Operations.match(name, with, walk.knowledge().operations());
    if (operation != null) {
      found.operation(
          ScriptReader.Ran.ofAction(operation, shown(reference, name, operation), scalar.span()),
          trail,
          step.span(),
          at,
          null);
      if (operation.name().equals(ProbeCheck.COMMAND)) {
        probe(step, scalar, with, at, trail);
      }
    }
    KnownAction known = walk.knowledge().action(name);
    Trail passing = trail.passing(switchUse(known, scalar, with, name, trail.given()));
    String local = Checkout.localPath(reference);
    Checkout.Read read = local == null ? null : resolve(reference, local);
    if (read == null && local == null && known == null) {
      read = sameRepository(name);
    }
    boolean composite =
        read != null
            && read.action() != null
            && read.action().runs() instanceof Action.Runs.Composite;
    if (read != null && read.action() != null && (composite || known == null)) {
      enter(step, scalar, with, at, passing, steps, read, read.action());
      return;
    }
    if (known != null) {
      new KnownActionWalk(walk, found, credentialed).uses(step, scalar, with, at, passing, known);
    } else if (operation == null && !isGate(name)) {
      boolean unreadable = read != null && !read.problems().isEmpty();
      unknown(step, scalar, with, at, trail, local != null && !unreadable);
    }
    noteCheckout(name, with, steps);
    List<String> variables = local == null ? walk.knowledge().variablesSetBy(name) : null;
    if (variables == null) {
      unseen(step, trail, steps);
      return;
    }
    for (String variable : variables) {
      steps.leaveVariable(variable, Sites.fact(List.of(trail.constraints().getLast()), at, null));
    }
    steps.remember(step, trail, List.of(), Map.of(), null, true);
  }

  /** The step as a reader would call it: of gate it is the command that matters. */
  private String shown(String reference, String name, Operations.Match operation) {
    return isGate(name) ? reference + ", command " + operation.name() : reference;
  }

  private boolean isGate(String name) {
    return Wildcard.matchesAny(walk.knowledge().operations().gate(), name);
  }

  /** The publication probe as a step: a write that asks for its confirmation itself. */
  private void probe(Step step, YamlNode.Scalar reference, Env with, Site at, Trail trail) {
    Constraint check = walk.probe().check(with, reference.span(), at);
    found.write(
        reference.value().strip() + ", command " + ProbeCheck.COMMAND,
        step.span(),
        trail,
        check == null ? List.of() : List.of(check),
        null,
        false,
        step.span(),
        credentialed);
  }

  private static void unseen(Step step, Trail trail, StepWalk steps) {
    steps.leaveUnseen();
    steps.remember(step, trail, List.of(), Map.of(), null, true);
  }

  /** {@code owner/repository/path@ref} where this checkout has that path: most likely itself. */
  private Checkout.@Nullable Read sameRepository(String name) {
    String path = References.pathInRepository(name);
    return path == null ? null : walk.checkout().resolve(file, "./" + path);
  }

  private static @Nullable SwitchUse switchUse(
      @Nullable KnownAction known,
      YamlNode.Scalar reference,
      Env with,
      String name,
      @Nullable Given given) {
    if (known == null || known.switchInput() == null) {
      return null;
    }
    String input = known.switchInput();
    YamlNode.Scalar value = with.get(input);
    YamlNode.Scalar written = Given.written(value, given);
    boolean handedOn = value != null && !value.equals(written);
    return new SwitchUse(input, written, name, reference.span(), handedOn);
  }

  private void enter(
      Step step,
      YamlNode.Scalar reference,
      Env with,
      Site at,
      Trail trail,
      StepWalk steps,
      Checkout.Read read,
      Action action) {
    String inside = read.file().path();
    if (!(action.runs() instanceof Action.Runs.Composite(List<Step> inner))) {
      new CredentialWalk(walk, found).uses(step, reference, with, at, trail);
      ProgramWalk programs = new ProgramWalk(walk, found, credentialed);
      programs.action(step, reference, action, trail);
      programs.inputs(step.span(), reference, with, at, trail);
      unseen(step, trail, steps);
      return;
    }
    if (trail.files().contains(inside) || trail.depth() > Walk.DEEPEST) {
      String because =
          trail.files().contains(inside)
              ? "it leads back to a file that is already open"
              : "actions are nested more than " + Walk.DEEPEST + " deep";
      found.unresolved().add(new Unresolved(reference.span(), reference.value(), because));
      unseen(step, trail, steps);
      return;
    }
    found.candidates().addFile(walk.checkout(), inside);
    String key = at.key() + "/" + step.span().line();
    Site start = Sites.calledAction(at, key, action, with);
    StepWalk walkInside =
        new StepWalk(walk, found, inside, start, StepWalk.Defaults.NONE, credentialed, checkouts);
    Span first = inner.isEmpty() ? Span.at(inside, 1, 1) : inner.getFirst().span();
    walkInside.all(
        inner,
        trail
            .into(step.span(), inside, first, "through `" + reference.value() + "`")
            .with(with, action.inputs()));
    steps.leaveAll(walkInside.left());
    steps.passAll(walkInside.passed());
    walkInside.checkouts().forEach(steps::checkedOut);
    Map<String, Template> outputs = new LinkedHashMap<>();
    action
        .outputs()
        .forEach((output, scalar) -> {
          Template template = Templates.of(scalar);
          if (template != null) {
            outputs.put(output, template);
          }
        });
    steps.remember(step, trail, List.of(), outputs, walkInside.endSite(), false);
  }

  private void unknown(
      Step step, YamlNode.Scalar reference, Env with, Site at, Trail trail, boolean local) {
    new CredentialWalk(walk, found).uses(step, reference, with, at, trail);
    new ProgramWalk(walk, found, credentialed).inputs(step.span(), reference, with, at, trail);
    if (local && !inOtherCheckout(reference.value())) {
      found
          .unresolved()
          .add(
              new Unresolved(
                  reference.span(), reference.value(), "there is no such action in this checkout"));
    }
  }

  /** The folder of this or another repository that the path lies in; null where it is neither. */
  private StepWalk.@Nullable OtherCheckout checkoutOf(String path) {
    for (StepWalk.OtherCheckout other : checkouts) {
      if (other.path().contains("${{")
          || other.path().isEmpty()
          || (path + "/").startsWith(other.path() + "/")) {
        return other;
      }
    }
    return null;
  }

  private boolean inOtherCheckout(String reference) {
    String path = Checkout.localPath(reference);
    return path != null && checkoutOf(path) != null;
  }

  /** A path in the workspace leads to this repository wherever the job has checked it out. */
  private Checkout.@Nullable Read resolve(String reference, String path) {
    StepWalk.OtherCheckout other = reference.startsWith("$/") ? null : checkoutOf(path);
    if (other == null) {
      return walk.checkout().resolve(file, reference);
    }
    Checkout.Read inFolder =
        other.path().isEmpty() ? null : walk.checkout().resolve(file, reference);
    boolean own = inFolder == null && other.isOfThisRepository() && !other.path().isEmpty();
    return own && path.length() > other.path().length()
        ? walk.checkout().resolve(file, "./" + path.substring(other.path().length() + 1))
        : inFolder;
  }

  private static void noteCheckout(String name, Env with, StepWalk steps) {
    if (!name.equalsIgnoreCase("actions/checkout")) {
      return;
    }
    YamlNode.Scalar path = with.get("path");
    YamlNode.Scalar repository = with.get("repository");
    String folder = path == null ? "" : Checkout.localPath("./" + path.value());
    StepWalk.OtherCheckout checkout =
        new StepWalk.OtherCheckout(
            folder == null ? "" : folder, repository == null ? "" : repository.value());
    if (!checkout.path().isEmpty() || !checkout.isOfThisRepository()) {
      steps.checkedOut(checkout);
    }
  }
}
