package dev.tinyland.gate.baseline;

import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recorded findings, sorted. */
public record Baseline(List<Entry> entries) {
  static final String SCHEMA = "gate.baseline/1";

  public Baseline {
    entries = List.copyOf(new TreeSet<>(entries));
  }

  /**
   * A report held against a baseline.
   *
   * @param report with what is recorded marked as suppressed
   * @param found the entries whose finding is still there
   * @param added the entries that there would be for what is not recorded
   * @param fresh how many findings are not recorded, or not in all of their places
   * @param fixed the rules that cannot be suppressed and found something, or are recorded
   */
  public record Compared(
      Report report, Set<Entry> found, List<Entry> added, int fresh, Set<String> fixed) {}

  /** What a report holds that can be recorded and is not suppressed otherwise. */
  public static Baseline of(Report report) {
    return new Baseline(new Baseline(List.of()).compared(report).added());
  }

  /** Holds a report against this. What is suppressed otherwise is left alone. */
  public Compared compared(Report report) {
    Set<String> unsuppressible = new HashSet<>();
    for (RuleInfo rule : report.rules()) {
      if (!rule.suppressible()) {
        unsuppressible.add(rule.id());
      }
    }
    Set<Entry> recorded = new HashSet<>(entries);
    Set<Entry> found = new HashSet<>();
    Set<String> fixed = new LinkedHashSet<>();
    List<Entry> added = new ArrayList<>();
    int fresh = 0;
    List<Finding> marked = new ArrayList<>();
    Keys keys = new Keys(report);
    for (Finding finding : report.findings()) {
      if (finding.suppressed() != null || unsuppressible.contains(finding.rule())) {
        marked.add(finding);
        if (finding.suppressed() == null) {
          fixed.add(finding.rule());
        }
        continue;
      }
      boolean known = true;
      for (Entry entry : keys.next(finding)) {
        boolean there = recorded.contains(entry);
        (there ? found : added).add(entry);
        known &= there;
      }
      fresh += known ? 0 : 1;
      marked.add(known ? finding.withSuppressed(Finding.IN_BASELINE) : finding);
    }
    for (Entry entry : entries) {
      if (unsuppressible.contains(entry.rule())) {
        fixed.add(entry.rule());
      }
    }
    return new Compared(report.withFindings(marked), found, added, fresh, fixed);
  }

  /**
   * What is left when what is no longer found goes. Nothing is ever added.
   *
   * @param lookedAt whether a path was looked at; what is recorded elsewhere stays
   */
  public Baseline shrunk(Compared compared, Predicate<String> lookedAt) {
    List<Entry> kept = new ArrayList<>();
    for (Entry entry : entries) {
      if (compared.found().contains(entry) || !lookedAt.test(entry.path())) {
        kept.add(entry);
      }
    }
    return new Baseline(kept);
  }

  /** JSON with one entry a line, so that version control shows what went. */
  public String text() {
    StringBuilder out = new StringBuilder(256);
    out.append("{\n  \"schema\": \"").append(SCHEMA).append("\",\n  \"findings\": [");
    String separator = "\n";
    for (Entry entry : entries) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("path", entry.path());
      tree.put("rule", entry.rule());
      tree.put("lines", entry.lines());
      tree.put("ordinal", entry.ordinal());
      out.append(separator).append("    ").append(JsonWriter.compact(tree));
      separator = ",\n";
    }
    return out.append(entries.isEmpty() ? "" : "\n  ").append("]\n}\n").toString();
  }
}
