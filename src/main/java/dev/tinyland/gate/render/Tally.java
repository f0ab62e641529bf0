package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;

/** The numbers of a report, and the sentences that say them. Findings count if unsuppressed. */
record Tally(
    int files,
    int errors,
    int warnings,
    int notes,
    int suppressed,
    int problems,
    int surfaces,
    int on,
    int off,
    int unknown,
    int reachable,
    int unreachable,
    int historical) {

  static Tally of(Report report) {
    int errors = 0;
    int warnings = 0;
    int notes = 0;
    int suppressed = 0;
    for (Finding finding : report.findings()) {
      if (finding.suppressed() != null) {
        suppressed++;
        continue;
      }
      switch (finding.level()) {
        case ERROR -> errors++;
        case WARNING -> warnings++;
        case NOTE -> notes++;
      }
    }
    int on = 0;
    int off = 0;
    int reachable = 0;
    int unreachable = 0;
    for (Surface surface : report.surfaces()) {
      on += surface.state() == Surface.State.ON ? 1 : 0;
      off += surface.state() == Surface.State.OFF ? 1 : 0;
      if (canWrite(surface)) {
        reachable++;
      } else if (!surface.reach().isEmpty()) {
        unreachable++;
      }
    }
    int surfaces = report.surfaces().size();
    return new Tally(
        report.files(),
        errors,
        warnings,
        notes,
        suppressed,
        report.problems().size(),
        surfaces,
        on,
        off,
        surfaces - on - off,
        reachable,
        unreachable,
        report.historical());
  }

  /** Whether nothing was found and nothing kept the tool from looking. */
  boolean clean() {
    return errors + warnings + notes + problems == 0;
  }

  /** For example {@code 3 errors, 1 warning, 0 notes, 2 suppressed}; problems if there are any. */
  String counts() {
    StringBuilder out = new StringBuilder(64);
    appendCount(out, errors, "error").append(", ");
    appendCount(out, warnings, "warning").append(", ");
    appendCount(out, notes, "note").append(", ").append(suppressed).append(" suppressed");
    if (problems > 0) {
      appendCount(out.append(", "), problems, "problem");
    }
    return out.toString();
  }

  /** The counts that are not zero, for a headline; empty when all are. */
  String shortCounts() {
    StringBuilder out = new StringBuilder(64);
    appendNonZero(out, errors, "error");
    appendNonZero(out, warnings, "warning");
    appendNonZero(out, notes, "note");
    appendNonZero(out, problems, "problem");
    return out.toString();
  }

  private static void appendNonZero(StringBuilder out, int count, String noun) {
    if (count > 0) {
      appendCount(out.append(out.isEmpty() ? "" : ", "), count, noun);
    }
  }

  /** The closing line: what was found where, or that nothing was, and what was looked at. */
  String sentence(String profile) {
    StringBuilder out = new StringBuilder(128);
    if (files == 0 && clean()) {
      return out.append("nothing was looked at: 0 files").toString();
    }
    if (!clean()) {
      appendCount(out.append(counts()).append(" in "), files, "file").append("; ");
      return appendHistorical(appendStates(out)).toString();
    }
    out.append("no findings");
    if (suppressed > 0) {
      out.append(" but ").append(suppressed).append(" suppressed");
    }
    out.append(" under profile ").append(Visible.line(profile)).append(": ");
    appendCount(out, files, "file").append(", ");
    return appendHistorical(appendReach(out)).toString();
  }

  /** For example {@code ; 2 examples on historical pages are not judged}. */
  private StringBuilder appendHistorical(StringBuilder out) {
    if (historical > 0) {
      appendCount(out.append("; "), historical, "example");
      out.append(historical == 1 ? " on a historical page is" : " on historical pages are");
      out.append(" not judged");
    }
    return out;
  }

  /** For example {@code 14 write surfaces: 9 off, 3 on, 2 unknown}. */
  private StringBuilder appendStates(StringBuilder out) {
    appendCount(out, surfaces, "write surface");
    if (surfaces > 0) {
      out.append(": ").append(off).append(" off, ").append(on).append(" on, ");
      out.append(unknown).append(" unknown");
    }
    return out;
  }

  /**
   * For example {@code 4 write surfaces, none can write}. A surface that no trigger starts is named
   * apart: nothing was proved about it.
   */
  private StringBuilder appendReach(StringBuilder out) {
    appendCount(out, surfaces, "write surface");
    if (surfaces == 0) {
      return out;
    }
    if (unreachable == surfaces) {
      return out.append(surfaces == 1 ? ", which cannot write" : ", none can write");
    }
    String separator = " (";
    if (unreachable > 0) {
      out.append(separator).append(unreachable).append(" cannot write");
      separator = ", ";
    }
    if (reachable > 0) {
      out.append(separator).append(reachable).append(" can write and no rule objects");
      separator = ", ";
    }
    int untriggered = surfaces - reachable - unreachable;
    if (untriggered > 0) {
      out.append(separator).append(untriggered).append(" with no trigger");
    }
    return out.append(')');
  }

  private static boolean canWrite(Surface surface) {
    for (Cell cell : surface.reach()) {
      if (cell.can() != Cell.Can.NO) {
        return true;
      }
    }
    return false;
  }

  private static StringBuilder appendCount(StringBuilder out, int count, String noun) {
    return out.append(count).append(' ').append(noun).append(count == 1 ? "" : "s");
  }
}
