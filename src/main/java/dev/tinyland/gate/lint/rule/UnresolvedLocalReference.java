package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Unresolved;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step whose code should be in this checkout and is not: what it does was not seen. */
final class UnresolvedLocalReference implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "unresolved-local-reference",
          "A local action or workflow cannot be found, so it was not looked into",
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
    for (Found found : analysis.found()) {
      for (Unresolved unresolved : found.unresolved()) {
        findings.putIfAbsent(unresolved.span(), finding(unresolved));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Unresolved unresolved) {
    return new Finding(
        INFO.id(),
        unresolved.unseen() ? INFO.level() : Level.NOTE,
        unresolved.span(),
        "`" + unresolved.reference() + "` was not looked into: " + unresolved.because() + ".",
        List.of(),
        unresolved.unseen() ? "correct the path, or lint the whole checkout" : null,
        null,
        List.of(),
        null);
  }
}
