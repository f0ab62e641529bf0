package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reach matrix for scripts: the schema {@code gate.reach/1}, whose surfaces are those of {@code
 * gate.lint/1}.
 */
final class ReachJson implements Renderer {
  @Override
  public String render(Report report, RenderOptions options) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema", "gate.reach/1");
    root.put("version", report.version());
    root.put("root", report.root());
    root.put("profile", report.profile());
    root.put("surfaces", ReportTree.surfaces(report.surfaces(), options.witness()));
    return ReportTree.text(root);
  }
}
