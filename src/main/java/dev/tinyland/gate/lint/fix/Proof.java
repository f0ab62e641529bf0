package dev.tinyland.gate.lint.fix;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is found before and after edits. */
final class Proof {
  private final Report before;
  private final Report after;
  private final Map<String, EditedFile> edited;

  Proof(Report before, Report after, Map<String, EditedFile> edited) {
    this.before = before;
    this.after = after;
    this.edited = edited;
  }

  /** What speaks against the edits, or null: the findings are gone and nothing got worse. */
  @Nullable String objection(List<Finding> targets) {
    for (EditedFile file : edited.values()) {
      String objection = Leaves.objection(file);
      if (objection != null) {
        return objection;
      }
    }
    Map<String, Integer> left = new HashMap<>();
    for (Finding finding : before.findings()) {
      left.merge(key(finding, moved(finding.span())), 1, Integer::sum);
    }
    Map<String, Integer> found = new HashMap<>();
    for (Finding finding : after.findings()) {
      String key = key(finding, place(finding.span()));
      if (found.merge(key, 1, Integer::sum) > left.getOrDefault(key, 0)) {
        return "it would bring `" + finding.rule() + "` at " + shown(finding.span());
      }
    }
    for (Finding target : targets) {
      if (found.containsKey(key(target, moved(target.span())))) {
        return "the finding would still be there";
      }
    }
    if (after.problems().size() > before.problems().size()) {
      return "a file could not be read any more";
    }
    return opened();
  }

  /** A surface that could write where it cannot now. */
  private @Nullable String opened() {
    Map<String, List<Surface>> known = new HashMap<>();
    for (Surface surface : before.surfaces()) {
      StringBuilder key = new StringBuilder(surface.what()).append(moved(surface.span()));
      for (Related via : surface.via()) {
        key.append(moved(via.span()));
      }
      known.computeIfAbsent(key.toString(), each -> new ArrayList<>()).add(surface);
    }
    for (Surface surface : after.surfaces()) {
      StringBuilder key = new StringBuilder(surface.what()).append(place(surface.span()));
      for (Related via : surface.via()) {
        key.append(place(via.span()));
      }
      List<Surface> same = known.getOrDefault(key.toString(), List.of());
      if (same.isEmpty() || opens(same.removeFirst(), surface)) {
        return "`" + surface.what() + "` at " + shown(surface.span()) + " could write more often";
      }
    }
    return null;
  }

  private static boolean opens(Surface old, Surface now) {
    if (old.reach().size() != now.reach().size()) {
      return true;
    }
    for (int i = 0; i < old.reach().size(); i++) {
      if (openness(now.reach().get(i)) > openness(old.reach().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static int openness(Cell cell) {
    return switch (cell.can()) {
      case NO -> 0;
      case MAYBE -> 1;
      case YES -> 2;
    };
  }

  private static String key(Finding finding, String place) {
    return finding.suppressed() == null ? finding.rule() + place : "suppressed " + place;
  }

  /** A place of the text before, as it is called in the text after. */
  private String moved(Span span) {
    EditedFile file = edited.get(span.path());
    if (file == null) {
      return place(span);
    }
    SourceFile source = file.before();
    return address(span.path(), file.moved(source.offsetAt(span.line(), span.column())));
  }

  private String place(Span span) {
    EditedFile file = edited.get(span.path());
    return file == null
        ? "\n" + span
        : address(span.path(), file.after().offsetAt(span.line(), span.column()));
  }

  private static String address(String path, int offset) {
    return "\n" + path + " " + offset;
  }

  private static String shown(Span span) {
    return span.path() + ":" + span.line();
  }
}
