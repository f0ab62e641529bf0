package dev.tinyland.gate.lint.fix;

import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file before and after its edits, and where the places of the one lie in the other.
 *
 * @param changes in order of place, none touching another
 */
record EditedFile(SourceFile before, SourceFile after, List<Change> changes) {
  EditedFile {
    changes = List.copyOf(changes);
  }

  /**
   * One edit by UTF-16 offsets.
   *
   * @param start in the text before, like end
   * @param newStart in the text after, like newEnd
   */
  record Change(int start, int end, int newStart, int newEnd) {}

  /**
   * The file with the edits; the same edit twice counts once. Null where two get in each other's
   * way.
   */
  static @Nullable EditedFile of(SourceFile file, Collection<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(new LinkedHashSet<>(edits));
    sorted.sort((one, other) -> one.span().compareTo(other.span()));
    StringBuilder text = new StringBuilder(file.text().length() + 64);
    List<Change> changes = new ArrayList<>();
    int from = 0;
    int lastStart = -1;
    for (Edit edit : sorted) {
      int start = file.offsetAt(edit.span().line(), edit.span().column());
      int end = file.offsetAt(edit.span().endLine(), edit.span().endColumn());
      if (start < from || start == lastStart) {
        return null;
      }
      text.append(file.text(), from, start);
      int newStart = text.length();
      text.append(edit.replacement());
      changes.add(new Change(start, end, newStart, text.length()));
      from = end;
      lastStart = start;
    }
    text.append(file.text(), from, file.text().length());
    return new EditedFile(file, new SourceFile(file.path(), text.toString()), changes);
  }

  /** Where an offset of the text before lies in the text after. */
  int moved(int offset) {
    int by = 0;
    for (Change change : changes) {
      if (offset <= change.start()) {
        break;
      }
      if (offset < change.end()) {
        return change.newStart();
      }
      by = change.newEnd() - change.end();
    }
    return offset + by;
  }

  /** Whether a range of the text before has a part that was taken away, or touches a place. */
  boolean wasChanged(int start, int end) {
    for (Change change : changes) {
      if (start <= change.end() && end >= change.start()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a range of the text after lies in what was put in. */
  boolean isNew(int start, int end) {
    for (Change change : changes) {
      if (start >= change.newStart() && end <= change.newEnd()) {
        return true;
      }
    }
    return false;
  }
}
