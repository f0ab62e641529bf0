package dev.tinyland.gate.render;

import static dev.tinyland.gate.render.SarifTree.map;
import static dev.tinyland.gate.render.SarifTree.message;

import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings as SARIF results. */
final class SarifResults {
  /** GitHub keeps 100 locations of a result and 1,000 of a thread flow. */
  private static final int MAX_RELATED = 100;

  private static final int MAX_FLOW = 1000;

  private final Map<String, SourceFile> sources;
  private final SarifRules rules;
  private final Map<String, Surface> surfaces = new HashMap<>();
  private final Map<String, String[]> hashes = new HashMap<>();

  SarifResults(Report report, SarifRules rules) {
    this.sources = report.sources();
    this.rules = rules;
    for (Surface surface : report.surfaces()) {
      surfaces.put(surface.id(), surface);
    }
  }

  Map<String, @Nullable Object> result(Finding finding) {
    List<Related> related =
        finding.related().size() > MAX_RELATED
            ? finding.related().subList(0, MAX_RELATED)
            : finding.related();
    Map<String, @Nullable Object> result = map("ruleId", finding.rule());
    result.put("ruleIndex", rules.index(finding.rule()));
    result.put("level", finding.level().word());
    result.put("message", map("text", text(finding, related)));
    result.put("locations", List.of(map("physicalLocation", place(finding.span()))));
    String fingerprint = fingerprint(finding.span());
    if (fingerprint != null) {
      result.put("partialFingerprints", map("primaryLocationLineHash", fingerprint));
    }
    if (!related.isEmpty()) {
      List<@Nullable Object> places = new ArrayList<>(related.size());
      for (int i = 0; i < related.size(); i++) {
        Map<String, @Nullable Object> location = map("id", i + 1);
        location.putAll(location(related.get(i).span(), related.get(i).message()));
        places.add(location);
      }
      result.put("relatedLocations", places);
    }
    Surface surface = finding.surface() == null ? null : surfaces.get(finding.surface());
    if (surface != null && !surface.via().isEmpty()) {
      result.put("codeFlows", List.of(flow(surface)));
    }
    if (finding.suppressed() != null) {
      boolean external = finding.suppressed().equals(Finding.IN_BASELINE);
      Map<String, @Nullable Object> suppression = map("kind", external ? "external" : "inSource");
      suppression.put("justification", SarifTree.visible(finding.suppressed()));
      result.put("suppressions", List.of(suppression));
    }
    Fix fix = finding.fix();
    if (fix != null) {
      result.put("fixes", List.of(fix(fix)));
    }
    return result;
  }

  private static Map<String, @Nullable Object> fix(Fix fix) {
    Map<String, List<@Nullable Object>> byPath = new LinkedHashMap<>();
    for (Edit edit : fix.edits()) {
      Map<String, @Nullable Object> replacement =
          map("deletedRegion", SarifTree.region(edit.span()));
      replacement.put("insertedContent", map("text", edit.replacement()));
      byPath.computeIfAbsent(edit.span().path(), path -> new ArrayList<>()).add(replacement);
    }
    List<@Nullable Object> changes = new ArrayList<>(byPath.size());
    byPath.forEach((path, replacements) -> {
      Map<String, @Nullable Object> change = map("artifactLocation", SarifTree.artifact(path));
      change.put("replacements", replacements);
      changes.add(change);
    });
    Map<String, @Nullable Object> tree = map("description", message(fix.description()));
    tree.put("artifactChanges", changes);
    return tree;
  }

  /** The message, the proof, the cure, and a link to each related location. */
  private static String text(Finding finding, List<Related> related) {
    StringBuilder out = new StringBuilder(finding.message());
    for (String because : finding.because()) {
      out.append("\nBecause: ").append(because);
    }
    if (finding.help() != null) {
      out.append("\nHelp: ").append(finding.help());
    }
    String text = SarifTree.escapeLinks(SarifTree.cut(SarifTree.visible(out.toString())));
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < related.size() && links.length() < 2000; i++) {
      Span span = related.get(i).span();
      links.append(i == 0 ? "\nSee " : ", ").append('[');
      links.append(linkText(span.path())).append(':').append(span.line());
      links.append("](").append(i + 1).append(')');
    }
    return links.isEmpty() ? text : text + links + ".";
  }

  private static String linkText(String path) {
    return Visible.line(path).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private Map<String, @Nullable Object> flow(Surface surface) {
    List<@Nullable Object> steps = new ArrayList<>(surface.via().size() + 1);
    steps.add(map("location", location(surface.span(), surface.what())));
    for (int i = 0; i < surface.via().size() && i < MAX_FLOW - 1; i++) {
      Related step = surface.via().get(i);
      steps.add(map("location", location(step.span(), step.message())));
    }
    return map("threadFlows", List.of(map("locations", steps)));
  }

  private Map<String, @Nullable Object> location(Span span, String text) {
    Map<String, @Nullable Object> location = map("physicalLocation", place(span));
    location.put("message", message(text));
    return location;
  }

  private Map<String, @Nullable Object> place(Span span) {
    return SarifTree.place(span, sources.get(span.path()));
  }

  private @Nullable String fingerprint(Span span) {
    SourceFile file = sources.get(span.path());
    if (file == null) {
      return null;
    }
    String[] lines = hashes.get(span.path());
    if (lines == null) {
      lines = LineHashes.of(file.text());
      hashes.put(span.path(), lines);
    }
    return span.line() <= lines.length ? lines[span.line() - 1] : null;
  }
}
