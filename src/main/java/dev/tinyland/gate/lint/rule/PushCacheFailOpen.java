package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Anything but the word false pushes: a switch that opens when it is misspelt. */
final class PushCacheFailOpen implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "push-cache-fail-open",
          "An action writes to Attic for values of push-cache that mean no",
          Level.WARNING,
          true,
          "0.1.0");
  private static final List<String> MEANING_NO = List.of("no", "off", "0", "");

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
        if (input != null && !Switches.writesWith(judged, input, "false", analysis.reach())) {
          List<String> open = opening(judged, input, analysis);
          if (!open.isEmpty()) {
            findings.putIfAbsent(place(judged), finding(judged, input, open));
          }
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static List<String> opening(Judged judged, Input input, Analysis analysis) {
    List<String> open = new ArrayList<>();
    for (String value : MEANING_NO) {
      if (Switches.writesWith(judged, input, value, analysis.reach())) {
        open.add("'" + value + "'");
      }
    }
    return open;
  }

  /** The comparison itself: the switch of the write, or the step where there is none. */
  private static Span place(Judged judged) {
    for (Constraint constraint : judged.site().constraints()) {
      if (constraint.kind() == Constraint.Kind.SWITCH) {
        return constraint.span();
      }
    }
    return judged.site().root();
  }

  private static Finding finding(Judged judged, Input input, List<String> open) {
    return new Finding(
        INFO.id(),
        INFO.level(),
        place(judged),
        "`" + input.name() + "` fails open: " + String.join(", ", open) + " write to Attic too.",
        List.of("only 'false' keeps `" + judged.site().what() + "` from writing"),
        "compare with the one value that means yes: `inputs."
            + input.name()
            + " == 'true'` to push, `inputs."
            + input.name()
            + " != 'true'` to skip",
        judged.surface().id(),
        List.of(new Related(input.span(), "the input")),
        null);
  }
}
