package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.surface.SwitchUse;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Proof workflows still keep push-cache: "false"": the literal, not something that gives it. */
final class PushCacheNotLiteralFalse implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "push-cache-not-literal-false",
          "A quarantined step computes push-cache instead of setting it to \"false\"",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    if (analysis.profile() != Profile.QUARANTINE) {
      return List.of();
    }
    Set<SwitchUse> seen = new LinkedHashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Judged judged : analysis.judged()) {
      if (!(judged.root() instanceof Root.OfWorkflow) || !Writes.open(judged, analysis).isEmpty()) {
        // A write that is reachable is reported as such.
        continue;
      }
      for (SwitchUse use : judged.site().switches()) {
        YamlNode.Scalar value = use.value();
        if (value != null && value.value().contains("${{") && seen.add(use)) {
          findings.add(finding(use, value, judged));
        }
      }
    }
    return findings;
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return Mends.literalFalse(finding.span(), String.valueOf(finding.help()), documents);
  }

  private static Finding finding(SwitchUse use, YamlNode.Scalar value, Judged judged) {
    return new Finding(
        INFO.id(),
        INFO.level(),
        value.span(),
        "`"
            + use.input()
            + "` of `"
            + use.reference()
            + "` is an expression. Under quarantine it must be the literal \"false\".",
        List.of("it cannot switch the write on today, but a change elsewhere could"),
        "write `" + use.input() + ": \"false\"`",
        judged.surface().id(),
        List.of(),
        null);
  }
}
