package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.List;

/** Follows a step to an action that is known to write, or to run what it is given. */
final class KnownActionWalk {
  private final Walk walk;
  private final Found found;
  private final boolean credentialed;

  KnownActionWalk(Walk walk, Found found, boolean credentialed) {
    this.walk = walk;
    this.found = found;
    this.credentialed = credentialed;
  }

  void uses(
      Step step, YamlNode.Scalar reference, Env with, Site at, Trail trail, KnownAction known) {
    Site inputs =
        Sites.knownAction(
            at,
            known.id() + "#" + step.span().line(),
            with,
            known.unknownWhenOmitted(),
            known.exact());
    Span span = switchSpan(known, reference, with);
    if (known.writes()) {
      Constraint on =
          new Constraint(
              Constraint.Kind.SWITCH, span, known.writesWhen(), inputs, switchText(known, with));
      boolean always = known.writesWhen() instanceof Expression.Literal;
      found.write(
          reference.value(),
          step.span(),
          trail,
          always ? List.of() : List.of(on),
          null,
          known.postStep(),
          step.span(),
          credentialed || carriesToken(known.tokens(), with));
    }
    for (String input : known.runs()) {
      YamlNode.Scalar script = with.get(input);
      if (script != null) {
        ScriptReader.Reading reading =
            walk.scripts()
                .read(script, ScriptReader.Where.in(trail.file()), at, found.candidates());
        for (ScriptWrites.Write write : reading.writes()) {
          found.write(write, trail, step.span(), credentialed);
        }
        for (ScriptReader.Ran ran : reading.ran()) {
          found.operation(ran, trail, step.span(), at, null);
        }
      }
    }
  }

  /** The switch as the step sets it, or that it leaves it alone. */
  private static String switchText(KnownAction known, Env with) {
    String first = "";
    for (String input : Mentions.properties(known.writesWhen(), "inputs")) {
      YamlNode.Scalar value = with.get(input);
      if (value != null) {
        return input + ": " + value.value().strip();
      }
      first = first.isEmpty() ? input : first;
    }
    return first + " not given";
  }

  /** The value that decides the switch, so that a finding points at it. */
  private static Span switchSpan(KnownAction known, YamlNode.Scalar reference, Env with) {
    for (String input : Mentions.properties(known.writesWhen(), "inputs")) {
      YamlNode.Scalar value = with.get(input);
      if (value != null) {
        return value.span();
      }
    }
    return reference.span();
  }

  private static boolean carriesToken(List<String> inputs, Env with) {
    for (String input : inputs) {
      YamlNode.Scalar value = with.get(input);
      if (value != null && value.value().contains("secrets.")) {
        return true;
      }
    }
    return false;
  }
}
