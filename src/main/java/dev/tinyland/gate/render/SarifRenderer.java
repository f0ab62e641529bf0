package dev.tinyland.gate.render;

import static dev.tinyland.gate.render.SarifTree.map;
import static dev.tinyland.gate.render.SarifTree.message;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For GitHub code scanning: SARIF 2.1.0, within the subset and the limits GitHub accepts.
 *
 * <p>Suppressed findings are left out unless asked for: GitHub ignores {@code suppressions} and
 * would open an alert for each.
 */
final class SarifRenderer implements Renderer {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** GitHub keeps this many results of a run and drops the others by severity. */
  private static final int MAX_RESULTS = 5000;

  private final int maxResults;
  private final RulePages pages;

  SarifRenderer() {
    this(MAX_RESULTS, new RulePages.Bundled());
  }

  SarifRenderer(int maxResults, RulePages pages) {
    this.maxResults = maxResults;
    this.pages = pages;
  }

  @Override
  public String render(Report report, RenderOptions options) {
    List<Finding> findings =
        options.includeSuppressed() ? report.findings() : Order.unsuppressed(report.findings());
    int leftOut = Math.max(0, findings.size() - maxResults);
    if (leftOut > 0) {
      findings = Order.worstFirst(findings).subList(0, maxResults);
    }
    SarifRules rules = new SarifRules(report.rules(), findings, pages);
    SarifResults results = new SarifResults(report, rules);
    List<@Nullable Object> list = new ArrayList<>(findings.size());
    for (Finding finding : Order.byPlace(findings)) {
      list.add(results.result(finding));
    }
    Map<String, @Nullable Object> driver = map();
    driver.put("name", "gate");
    driver.put("semanticVersion", report.version());
    driver.put("informationUri", "https://github.com/gloriousflywheel/gate-action");
    driver.put("rules", rules.tree());
    Map<String, @Nullable Object> run = map();
    run.put("tool", map("driver", driver));
    // The part before the last slash is the category: alerts of the two profiles stay apart.
    run.put("automationDetails", map("id", "gate/" + report.profile() + "/"));
    run.put("invocations", List.of(invocation(report, findings.size(), leftOut)));
    run.put("columnKind", "unicodeCodePoints");
    run.put(
        "originalUriBaseIds",
        map("%SRCROOT%", map("description", message("The root of the scanned repository."))));
    run.put("results", list);
    Map<String, @Nullable Object> root = map("$schema", SCHEMA);
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return ReportTree.text(root);
  }

  private static Map<String, @Nullable Object> invocation(Report report, int kept, int leftOut) {
    List<@Nullable Object> notifications = new ArrayList<>();
    for (Problem problem : Order.problems(report.problems())) {
      Map<String, @Nullable Object> notification = map("level", Level.ERROR.word());
      notification.put("message", message(problem.message()));
      notification.put(
          "locations", List.of(map("physicalLocation", SarifTree.place(problem.span(), null))));
      notifications.add(notification);
    }
    if (leftOut > 0) {
      Map<String, @Nullable Object> notification = map("level", Level.WARNING.word());
      notification.put(
          "message",
          message(
              "Only the worst "
                  + kept
                  + " of "
                  + (kept + leftOut)
                  + " results are here: code scanning would drop the others."));
      notifications.add(notification);
    }
    Map<String, @Nullable Object> invocation = map();
    invocation.put("executionSuccessful", report.problems().isEmpty());
    invocation.put("toolExecutionNotifications", notifications);
    return invocation;
  }
}
