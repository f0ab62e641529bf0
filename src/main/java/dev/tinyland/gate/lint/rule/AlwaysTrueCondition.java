package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Fences;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.yaml.YamlEdits;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A guard of a write that does not guard. */
final class AlwaysTrueCondition implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "always-true-condition",
          "A condition that guards a write is always true",
          Level.WARNING,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    Set<Span> guards = guardsOfOpenWrites(analysis);
    for (Found found : analysis.found()) {
      for (Found.AlwaysTrue condition : found.alwaysTrue()) {
        if (guards.contains(condition.span())) {
          findings.putIfAbsent(condition.span(), finding(condition));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    YamlEdits edits = documents.edits(finding.span().path());
    YamlNode.Scalar scalar = edits == null ? null : edits.scalarAt(finding.span());
    if (edits == null || scalar == null) {
      return null;
    }
    String text = scalar.value();
    boolean onlyLineBreak = text.startsWith("${{") && text.stripTrailing().endsWith("}}");
    Edit stripped = onlyLineBreak && Fences.in(text).size() == 1 ? edits.strip(scalar) : null;
    if (stripped != null) {
      return Mends.of("leave the final line break out", stripped);
    }
    String whole = Fencing.whole(text);
    return whole == null
        ? null
        : Mends.of("write `if: " + whole + "`", edits.replace(finding.span(), whole));
  }

  /** What stands before a write that is switched off guards nothing, and may be as it likes. */
  private static Set<Span> guardsOfOpenWrites(Analysis analysis) {
    Set<Span> spans = new HashSet<>();
    for (Judged judged : analysis.judged()) {
      if (!judged.open().isEmpty()) {
        for (Constraint constraint : judged.site().constraints()) {
          spans.add(constraint.span());
        }
      }
    }
    return spans;
  }

  private static Finding finding(Found.AlwaysTrue condition) {
    return new Finding(
        INFO.id(),
        INFO.level(),
        condition.span(),
        "This condition is always true, so it does not guard the write below it.",
        List.of(condition.because()),
        "put the whole condition inside one `${{ }}`, or leave the fence out: `if:` needs none",
        null,
        List.of(),
        null);
  }
}
