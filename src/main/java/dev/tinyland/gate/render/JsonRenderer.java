package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For scripts: the schema {@code gate.lint/1}. It may grow by fields, never lose or rename one.
 * Suppressed findings are in the list, with the reason given for suppressing them.
 */
final class JsonRenderer implements Renderer {
  @Override
  public String render(Report report, RenderOptions options) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema", "gate.lint/1");
    root.put("version", report.version());
    root.put("root", report.root());
    root.put("profile", report.profile());
    root.put("summary", summary(Tally.of(report)));
    root.put("surfaces", ReportTree.surfaces(report.surfaces(), options.witness()));
    List<@Nullable Object> findings = new ArrayList<>(report.findings().size());
    for (Finding finding : Order.byPlace(report.findings())) {
      findings.add(finding(finding));
    }
    root.put("findings", findings);
    List<@Nullable Object> problems = new ArrayList<>(report.problems().size());
    for (Problem problem : Order.problems(report.problems())) {
      problems.add(problem(problem));
    }
    root.put("problems", problems);
    root.put("remarks", report.remarks());
    return ReportTree.text(root);
  }

  private static Map<String, @Nullable Object> summary(Tally tally) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("files", tally.files());
    map.put("errors", tally.errors());
    map.put("warnings", tally.warnings());
    map.put("notes", tally.notes());
    map.put("suppressed", tally.suppressed());
    map.put("historical", tally.historical());
    return map;
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("rule", finding.rule());
    map.put("level", finding.level().word());
    ReportTree.putSpan(map, finding.span());
    map.put("message", finding.message());
    map.put("surface", finding.surface());
    List<@Nullable Object> related = new ArrayList<>(finding.related().size());
    for (Related place : finding.related()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("path", place.span().path());
      item.put("line", place.span().line());
      item.put("message", place.message());
      related.add(item);
    }
    map.put("related", related);
    map.put("suppressed", finding.suppressed());
    map.put("because", finding.because());
    map.put("help", finding.help());
    Fix fix = finding.fix();
    if (fix != null) {
      map.put("fix", fix(fix));
    }
    return map;
  }

  private static Map<String, @Nullable Object> fix(Fix fix) {
    List<@Nullable Object> edits = new ArrayList<>(fix.edits().size());
    for (Edit edit : fix.edits()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      ReportTree.putSpan(item, edit.span());
      item.put("replacement", edit.replacement());
      edits.add(item);
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("description", fix.description());
    map.put("edits", edits);
    return map;
  }

  private static Map<String, @Nullable Object> problem(Problem problem) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("path", problem.span().path());
    map.put("line", problem.span().line());
    map.put("column", problem.span().column());
    map.put("message", problem.message());
    return map;
  }
}
