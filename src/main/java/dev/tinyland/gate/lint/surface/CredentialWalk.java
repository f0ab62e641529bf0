package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether an action of which nothing is known is handed a credential of the cache: as an
 * input of a telling name, as the value of any input, or as a variable of the step.
 */
final class CredentialWalk {
  private final Walk walk;
  private final Found found;

  CredentialWalk(Walk walk, Found found) {
    this.walk = walk;
    this.found = found;
  }

  void uses(Step step, YamlNode.Scalar reference, Env with, Site at, Trail trail) {
    String credential = walk.knowledge().credential(with.entries().keySet());
    YamlNode.Scalar value = credential == null ? null : with.get(credential);
    if (value == null || value.value().isBlank()) {
      credential = credentialByValue(reference, with);
      value = credential == null ? null : with.get(credential);
    }
    if (credential == null || value == null) {
      variable(step, reference, trail);
      return;
    }
    Site inputs = Sites.knownAction(at, "input#" + step.span().line(), with, Set.of(), Map.of());
    Expression given =
        new Expression.Binary(
            Expression.Operator.NE,
            new Expression.Property(new Expression.Context("inputs", -1, -1), credential, -1, -1),
            new Expression.Literal(Value.Str.EMPTY, -1, -1),
            -1,
            -1);
    found.write(
        reference.value(),
        step.span(),
        trail,
        List.of(
            new Constraint(
                Constraint.Kind.SWITCH,
                value.span(),
                given,
                inputs,
                credential + ": " + value.value())),
        doubt(credential),
        false,
        step.span(),
        true);
  }

  /** The first input whose value can be a credential, whatever the input is called; or null. */
  private @Nullable String credentialByValue(YamlNode.Scalar reference, Env with) {
    // What a quiet action does is known: one that installs Nix may be given a token to read with.
    if (walk.knowledge().variablesSetBy(References.name(reference.value().strip())) != null) {
      return null;
    }
    for (Map.Entry<String, YamlNode.Scalar> input : with.entries().entrySet()) {
      Template template =
          input.getValue().value().contains("${{") ? Templates.of(input.getValue()) : null;
      if (template != null && HandedOver.credential(template.toExpression(), walk.knowledge())) {
        return input.getKey();
      }
    }
    return null;
  }

  /** The same, handed the credential as a variable of the step. */
  private void variable(Step step, YamlNode.Scalar reference, Trail trail) {
    for (Map.Entry<String, YamlNode.Scalar> variable : step.env().entries().entrySet()) {
      boolean handed =
          walk.knowledge().isCredentialSecret(variable.getKey())
              && !variable.getValue().value().isBlank();
      if (handed) {
        found.write(
            reference.value(),
            step.span(),
            trail,
            List.of(),
            doubt(variable.getKey()),
            false,
            step.span(),
            true);
        return;
      }
    }
  }

  private static String doubt(String credential) {
    return "it is handed the credential `"
        + credential
        + "`, and what it does with it is not known";
  }
}
