package dev.tinyland.gate.lint.fix;

import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies the fixes of a report in memory, and keeps those for which a second lint proves that the
 * findings are gone, no other has come, no surface has opened and no other value has changed.
 */
public final class Fixer {
  /** One pass takes all fixes that do not get in each other's way, so that two are the rule. */
  private static final int MOST_PASSES = 8;

  private final Report before;
  private final Map<String, String> texts;
  private final Relint relint;
  private final List<Finding> accepted = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private Report report;
  private Map<String, String> fixedTexts;

  /** Lints again, with other texts for some files. */
  public interface Relint {
    Report lint(Map<String, String> texts);
  }

  /** A fix that was not applied, and why. */
  public record Refusal(Finding finding, String because) {}

  /**
   * What came of it.
   *
   * @param report of the fixed texts
   * @param texts the whole text of each file that changes, by path
   * @param fixed the findings whose own fix was applied
   * @param refused those for which it was not
   */
  public record Result(
      Report report, Map<String, String> texts, List<Finding> fixed, List<Refusal> refused) {
    public Result {
      texts = new LinkedHashMap<>(texts);
      fixed = List.copyOf(fixed);
      refused = List.copyOf(refused);
    }
  }

  private Fixer(Report before, Map<String, String> texts, Relint relint) {
    this.before = before;
    this.texts = texts;
    this.relint = relint;
    this.report = before;
    this.fixedTexts = texts;
  }

  /** Fixes what the report offers a fix for. */
  public static Result fix(Report report, Relint relint) {
    Report now = report;
    Map<String, String> texts = Map.of();
    List<Finding> fixed = new ArrayList<>();
    for (int pass = 1; ; pass++) {
      Fixer fixer = new Fixer(now, texts, relint);
      fixer.attempt(fixable(now));
      fixed.addAll(fixer.accepted);
      if (fixer.accepted.isEmpty() || pass == MOST_PASSES) {
        return new Result(fixer.report, fixer.fixedTexts, fixed, fixer.refused);
      }
      now = fixer.report;
      texts = fixer.fixedTexts;
    }
  }

  private static List<Finding> fixable(Report report) {
    List<Finding> some = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.fix() != null && finding.suppressed() == null) {
        some.add(finding);
      }
    }
    return some;
  }

  /** All at once, and by halves where something speaks against it. */
  private void attempt(List<Finding> some) {
    if (some.isEmpty()) {
      return;
    }
    String objection = objection(some);
    if (objection == null) {
      accepted.addAll(some);
    } else if (some.size() == 1) {
      refused.add(new Refusal(some.getFirst(), objection));
    } else {
      attempt(some.subList(0, some.size() / 2));
      attempt(some.subList(some.size() / 2, some.size()));
    }
  }

  /** What speaks against these beside those accepted; if nothing does, their report is kept. */
  private @Nullable String objection(List<Finding> more) {
    List<Finding> targets = new ArrayList<>(accepted);
    targets.addAll(more);
    Map<String, EditedFile> edited = new LinkedHashMap<>();
    for (Map.Entry<String, List<Edit>> edits : editsByFile(targets).entrySet()) {
      SourceFile source = before.sources().get(edits.getKey());
      EditedFile file = source == null ? null : EditedFile.of(source, edits.getValue());
      if (file == null) {
        return source == null
            ? "the file is not at hand: " + edits.getKey()
            : "its edit gets in the way of another";
      }
      edited.put(edits.getKey(), file);
    }
    Map<String, String> candidate = new LinkedHashMap<>(texts);
    edited.forEach((path, file) -> candidate.put(path, file.after().text()));
    Report after = relint.lint(candidate);
    String objection = new Proof(before, after, edited).objection(targets);
    if (objection == null) {
      report = after;
      fixedTexts = candidate;
    }
    return objection;
  }

  private static Map<String, List<Edit>> editsByFile(List<Finding> findings) {
    Map<String, List<Edit>> edits = new TreeMap<>();
    for (Finding finding : findings) {
      Fix fix = finding.fix();
      for (Edit edit : fix == null ? List.<Edit>of() : fix.edits()) {
        edits.computeIfAbsent(edit.span().path(), path -> new ArrayList<>()).add(edit);
      }
    }
    return edits;
  }
}
