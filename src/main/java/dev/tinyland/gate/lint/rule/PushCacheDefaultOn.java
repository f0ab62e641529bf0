package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nix-job action "defaults push-cache to false". */
final class PushCacheDefaultOn implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "push-cache-default-on",
          "An action writes to Attic for every caller that omits push-cache",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Judged judged : analysis.judged()) {
      if (judged.root() instanceof Root.OfAction(var action)) {
        Input input = action.input(Switches.INPUT);
        if (input != null && isOn(judged, input, analysis)) {
          findings.putIfAbsent(input.span(), finding(input, judged));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    Judged judged = analysis.judged(finding.surface());
    Input input =
        judged != null && judged.root() instanceof Root.OfAction(var action)
            ? action.input(Switches.INPUT)
            : null;
    return input == null ? null : Mends.defaultFalse(input, documents);
  }

  private static boolean isOn(Judged judged, Input input, Analysis analysis) {
    String text = input.defaultValue() == null ? "" : input.defaultValue().display();
    return Switches.writesWith(judged, input, text, analysis.reach())
        && !Switches.writesWith(judged, input, "false", analysis.reach());
  }

  private static Finding finding(Input input, Judged judged) {
    YamlNode.Scalar given = input.defaultValue();
    Span span = given == null ? input.span() : given.span();
    String text = given == null ? "nothing, which pushes" : "`" + given.display() + "`";
    return new Finding(
        INFO.id(),
        INFO.level(),
        span,
        "`" + input.name() + "` defaults to " + text + ": callers that omit it write to Attic.",
        List.of("with that value `" + judged.site().what() + "` can write; with 'false' it cannot"),
        "write `default: \"false\"`",
        judged.surface().id(),
        List.of(new Related(judged.site().place(), "the write that it switches on")),
        null);
  }
}
