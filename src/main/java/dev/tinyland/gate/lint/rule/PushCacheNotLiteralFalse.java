package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.surface.SwitchUse;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
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
        Finding finding = use.value() == null ? null : finding(use, use.value(), judged);
        if (finding != null && seen.add(use)) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return Mends.literalFalse(finding.span(), String.valueOf(finding.help()), documents);
  }

  private static @Nullable Finding finding(SwitchUse use, YamlNode.Scalar value, Judged judged) {
    String text = value.display();
    String what = "`" + use.input() + "` of `" + use.reference() + "`";
    if (value.value().contains("${{")) {
      return finding(
          use,
          value,
          judged,
          INFO.level(),
          what + " is an expression. Under quarantine it must be the literal \"false\".",
          "it cannot switch the write on today, but a change elsewhere could");
    }
    if (!text.equalsIgnoreCase("false")) {
      return finding(
          use,
          value,
          judged,
          INFO.level(),
          what + " is `" + text + "`. Under quarantine it must be the literal \"false\".",
          "only a condition keeps the write from happening");
    }
    boolean quoted = value.style() != YamlNode.Scalar.Style.PLAIN;
    // An input of a workflow may be a boolean, which takes no quotes.
    return (quoted && text.equals("false")) || use.handedOn()
        ? null
        : finding(
            use,
            value,
            judged,
            Level.NOTE,
            what + " is `" + text + "`, which means \"false\".",
            "in quotes and lower case nobody has to know that");
  }

  private static Finding finding(
      SwitchUse use,
      YamlNode.Scalar value,
      Judged judged,
      Level level,
      String message,
      String because) {
    return new Finding(
        INFO.id(),
        level,
        value.span(),
        message,
        List.of(because),
        use.handedOn() ? "give it the literal false" : "write `" + use.input() + ": \"false\"`",
        judged.surface().id(),
        use.handedOn() ? List.of(new Related(use.step(), "it is handed on to here")) : List.of(),
        null);
  }
}
