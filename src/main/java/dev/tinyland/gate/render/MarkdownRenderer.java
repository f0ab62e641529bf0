package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.Span;
import java.util.List;

/**
 * For the step summary of a job: the verdict, all findings in a table, where the cache can be
 * written, then the details behind each line. What matters most comes first, because GitHub shows
 * no summary at all when it is larger than a mebibyte; what does not fit is counted.
 */
final class MarkdownRenderer implements Renderer {
  private static final int MAX_BYTES = 1 << 20;

  /** Bytes kept for the closing line and the ends of sections. */
  private static final int RESERVE = 1024;

  private final int maxBytes;

  MarkdownRenderer() {
    this(MAX_BYTES);
  }

  MarkdownRenderer(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public String render(Report report, RenderOptions options) {
    Tally tally = Tally.of(report);
    List<Finding> findings = Order.worstFirst(Order.unsuppressed(report.findings()));
    Budget budget = new Budget(maxBytes - RESERVE);
    int leftOut = 0;
    budget.add("## gate: " + headline(tally) + "\n\n");
    budget.add(MarkdownText.prose(capitalised(tally.sentence(report.profile()))) + ".\n\n");
    for (String remark : report.remarks()) {
      budget.add(MarkdownText.prose(capitalised(remark)) + ".\n\n");
    }
    leftOut += problems(budget, Order.problems(report.problems()));
    leftOut += findings(budget, findings, report);
    leftOut += suppressed(budget, Order.byPlace(report.findings()));
    leftOut += MarkdownSurfaces.overview(budget, report.surfaces());
    budget.add(findings.isEmpty() && report.surfaces().isEmpty() ? "" : "### Details\n\n");
    for (Finding finding : findings) {
      leftOut += budget.add(MarkdownDetails.of(finding, report)) ? 0 : 1;
    }
    for (Surface surface : report.surfaces()) {
      leftOut += budget.add(MarkdownSurfaces.details(surface)) ? 0 : 1;
    }
    // Last, so that the graphs are what is left out first.
    String graphs = MarkdownGraphs.add(budget, findings, report.surfaces());
    String closing =
        leftOut == 0
            ? ""
            : "\n**"
                + leftOut
                + (leftOut == 1 ? " entry was" : " entries were")
                + " left out:** there is no room for more here; "
                + options.elsewhere()
                + (leftOut == 1 ? " has it.\n" : " lists them all.\n");
    return budget.text() + closing + graphs;
  }

  private static String headline(Tally tally) {
    if (tally.clean()) {
      return tally.files() == 0 ? "nothing was looked at" : "no findings";
    }
    return tally.shortCounts();
  }

  private static String capitalised(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static int problems(Budget budget, List<Problem> problems) {
    if (problems.isEmpty()) {
      return 0;
    }
    int leftOut = 0;
    budget.add("### Not read\n\n| Place | Why |\n| --- | --- |\n");
    for (Problem problem : problems) {
      String row =
          "| " + place(problem.span()) + " | " + MarkdownText.prose(problem.message()) + " |\n";
      leftOut += budget.add(row) ? 0 : 1;
    }
    budget.add("\n");
    return leftOut;
  }

  private static int findings(Budget budget, List<Finding> findings, Report report) {
    if (findings.isEmpty()) {
      return 0;
    }
    int leftOut = 0;
    budget.add("### Findings\n\n| Level | Rule | Place | Message |\n| --- | --- | --- | --- |\n");
    for (Finding finding : findings) {
      String row =
          "| "
              + finding.level().word()
              + " | "
              + rule(finding, report.rules())
              + " | "
              + place(finding.span())
              + " | "
              + MarkdownText.prose(finding.message())
              + " |\n";
      leftOut += budget.add(row) ? 0 : 1;
    }
    budget.add("\n");
    return leftOut;
  }

  private static int suppressed(Budget budget, List<Finding> findings) {
    int leftOut = 0;
    boolean any = false;
    for (Finding finding : findings) {
      String reason = finding.suppressed();
      if (reason == null) {
        continue;
      }
      if (!any) {
        budget.add("### Suppressed\n\n| Rule | Place | Reason |\n| --- | --- | --- |\n");
        any = true;
      }
      String row =
          "| "
              + MarkdownText.prose(finding.rule())
              + " | "
              + place(finding.span())
              + " | "
              + MarkdownText.prose(reason)
              + " |\n";
      leftOut += budget.add(row) ? 0 : 1;
    }
    budget.add(any ? "\n" : "");
    return leftOut;
  }

  private static String rule(Finding finding, List<RuleInfo> rules) {
    String name = MarkdownText.prose(finding.rule());
    for (RuleInfo rule : rules) {
      if (rule.id().equals(finding.rule())) {
        return "[" + name + "](" + rule.helpUri() + ")";
      }
    }
    return name;
  }

  /** The place as code: {@code path:line:column}. */
  static String place(Span span) {
    return MarkdownText.code(span.path() + ":" + span.line() + ":" + span.column());
  }
}
