package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.lint.expression.ContextScope;
import dev.tinyland.gate.lint.expression.EvaluationException;
import dev.tinyland.gate.lint.expression.Evaluator;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionParser;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Fences;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code surfaces}: what writes beside what is known to write. */
final class SurfaceReader {
  private static final Set<String> CONTEXTS = Set.of("inputs");

  /** What can be worked out before anything runs. */
  private static final Set<String> FUNCTIONS =
      Set.of("contains", "startswith", "endswith", "format", "join", "tojson", "fromjson", "case");

  private final Values values;
  private final PolicyReader.Vocabulary vocabulary;

  SurfaceReader(Values values, PolicyReader.Vocabulary vocabulary) {
    this.values = values;
    this.vocabulary = vocabulary;
  }

  void all(YamlNode node, List<Sourced<AddedSurface>> to) {
    for (YamlNode item : values.items(node, "surfaces")) {
      YamlNode.Mapping mapping = values.mapping(item, "surfaces");
      if (mapping != null) {
        one(mapping, to);
      }
    }
  }

  private void one(YamlNode.Mapping mapping, List<Sourced<AddedSurface>> to) {
    YamlNode.Scalar uses = null;
    YamlNode.Scalar condition = null;
    YamlNode.Scalar switchInput = null;
    YamlNode.Scalar token = null;
    Boolean postStep = false;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      YamlNode value = entry.value();
      switch (key) {
        case "uses" -> uses = values.text(value, key, TextForm.USES);
        case "writes-when" -> condition = condition(value);
        case "switch" -> switchInput = values.text(value, key, TextForm.INPUT);
        case "token" -> token = values.text(value, key, TextForm.INPUT);
        case "post-step" -> postStep = values.flag(value, key);
        default -> values.unknownKey(entry.key(), " in a surface", PolicyKeys.SURFACE);
      }
    }
    for (String key : List.of("uses", "writes-when")) {
      if (mapping.get(key) == null) {
        values.wrong(mapping.span(), "a surface needs `" + key + "`");
      }
    }
    Expression writesWhen = condition == null ? null : expression(condition);
    if (uses == null || condition == null || writesWhen == null || isKnown(uses, to)) {
      return;
    }
    AddedSurface surface =
        new AddedSurface(
            uses.value(),
            writesWhen,
            condition.display().strip(),
            switchInput == null ? null : switchInput.value(),
            token == null ? null : token.value(),
            Boolean.TRUE.equals(postStep));
    to.add(new Sourced<>(surface, new Origin.Configured(uses.span())));
  }

  /** Of two descriptions only the first would count, so the second could say anything. */
  private boolean isKnown(YamlNode.Scalar uses, List<Sourced<AddedSurface>> before) {
    if (vocabulary.knowsAction().test(uses.value())) {
      values.wrong(
          uses.span(), "`" + uses.value() + "` is known to gate and cannot be described anew");
      return true;
    }
    for (Sourced<AddedSurface> each : before) {
      if (each.value().uses().equalsIgnoreCase(uses.value())
          && each.origin() instanceof Origin.Configured(var span)) {
        values.wrong(
            uses.span(), "`" + uses.value() + "` is described on line " + span.line() + " already");
        return true;
      }
    }
    return false;
  }

  /** {@code writes-when: true} is an expression too. */
  private YamlNode.@Nullable Scalar condition(YamlNode node) {
    boolean literal =
        node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Scalar.Kind.BOOL;
    return literal ? (YamlNode.Scalar) node : values.text(node, "writes-when");
  }

  private @Nullable Expression expression(YamlNode.Scalar scalar) {
    String text = scalar.value();
    int start = 0;
    int end = text.length();
    List<Fences.Fence> fences = Fences.in(text);
    if (!fences.isEmpty()) {
      Fences.Fence fence = fences.getFirst();
      boolean whole = fence.closed() && text.strip().length() == fence.end() - fence.start();
      if (!whole) {
        values.wrong(
            scalar.span(), "`writes-when` takes one expression, with or without its fence");
        return null;
      }
      start = fence.start() + "${{".length();
      end = fence.end() - "}}".length();
    }
    try {
      Expression expression =
          ExpressionParser.parse(text.substring(start, end), CONTEXTS, FUNCTIONS);
      return writesEver(expression, scalar) ? expression : null;
    } catch (ExpressionSyntaxException e) {
      int at = start + e.position() - 1;
      values.wrong(
          scalar.spanOf(at, at + 1),
          "`writes-when` is no expression over `inputs`: " + e.getMessage());
      return null;
    }
  }

  private boolean writesEver(Expression expression, YamlNode.Scalar scalar) {
    try {
      if (!Evaluator.truth(expression, ContextScope.of(Map.of(), null)).isFalse()) {
        return true;
      }
      values.wrong(
          scalar.span(),
          "`writes-when` is never true: what does not write is vouched for in `allowed-writers`");
    } catch (EvaluationException e) {
      values.wrong(scalar.span(), "`writes-when` cannot be evaluated: " + e.getMessage());
    }
    return false;
  }
}
