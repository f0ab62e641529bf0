package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.yaml.YamlEdits;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    Judged judged = analysis.judged(finding.surface());
    YamlEdits edits = documents.edits(finding.span().path());
    if (judged == null || edits == null) {
      return null;
    }
    Set<Edit> all = new LinkedHashSet<>();
    for (Constraint constraint : judged.site().constraints()) {
      boolean here = constraint.span().path().equals(finding.span().path());
      YamlNode.Scalar scalar = here ? edits.scalarAt(constraint.span()) : null;
      List<Edit> turned = scalar == null ? null : FailClosed.of(edits, scalar, Switches.INPUT);
      all.addAll(turned == null ? List.of() : turned);
    }
    return all.isEmpty()
        ? null
        : new Fix("compare `" + Switches.INPUT + "` with 'true'", List.copyOf(all));
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
