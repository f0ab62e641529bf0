package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * For a runner's log: one workflow command for each finding and problem, and a closing line.
 *
 * <p>The runner keeps ten annotations of each level for a step and drops the others; when capped,
 * nine are written and the tenth says how many there are more.
 */
final class GithubRenderer implements Renderer {
  private static final int CAP = 9;

  /** Where the runner cuts a message, in UTF-16 units. */
  private static final int MAX_MESSAGE = 4096;

  @Override
  public String render(Report report, RenderOptions options) {
    StringBuilder out = new StringBuilder(1024);
    List<Finding> findings = Order.byPlace(Order.unsuppressed(report.findings()));
    for (Level level : Level.values()) {
      List<String> commands = new ArrayList<>();
      for (Finding finding : findings) {
        if (finding.level() == level) {
          commands.add(command(level, finding.span(), finding.rule(), Annotation.text(finding)));
        }
      }
      if (level == Level.ERROR) {
        for (Problem problem : Order.problems(report.problems())) {
          String message = Visible.line(problem.message());
          commands.add(command(level, problem.span(), "could not be read", message));
        }
      }
      append(out, commands, level, options);
    }
    for (String remark : report.remarks()) {
      out.append(Visible.lineStart(remark)).append('\n');
    }
    return out.append(Tally.of(report).sentence(report.profile())).append('\n').toString();
  }

  private static void append(
      StringBuilder out, List<String> commands, Level level, RenderOptions options) {
    int shown = options.annotationsCapped() ? Math.min(CAP, commands.size()) : commands.size();
    for (int i = 0; i < shown; i++) {
      out.append(commands.get(i)).append('\n');
    }
    int more = commands.size() - shown;
    if (more > 0) {
      String left = more + " more " + level.word() + (more == 1 ? " is" : "s are");
      out.append(
              new WorkflowCommand(name(level))
                  .with("title", "gate")
                  .says(left + " not annotated here; " + options.elsewhere() + " lists them all"))
          .append('\n');
    }
  }

  private static String command(Level level, Span span, String title, String message) {
    WorkflowCommand command =
        new WorkflowCommand(name(level))
            .with("file", span.path())
            .with("line", span.line())
            .with("endLine", span.endLine());
    // The runner drops the columns of a span of several lines.
    if (span.line() == span.endLine()) {
      command.with("col", span.column()).with("endColumn", span.endColumn());
    }
    return command.with("title", title).saysLines(cut(message));
  }

  private static String cut(String message) {
    if (message.length() <= MAX_MESSAGE) {
      return message;
    }
    int end = MAX_MESSAGE - 1;
    boolean split = Character.isHighSurrogate(message.charAt(end - 1));
    return message.substring(0, split ? end - 1 : end) + "…";
  }

  private static String name(Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }
}
