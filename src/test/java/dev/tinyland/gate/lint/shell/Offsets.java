package dev.tinyland.gate.lint.shell;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the offsets of everything in a syntax tree. */
final class Offsets {
  private final int length;
  private final List<String> outside = new ArrayList<>();

  private Offsets(int length) {
    this.length = length;
  }

  /** The nodes, words and parts whose offsets are not inside the text, or the wrong way round. */
  static List<String> outside(Script script) {
    Offsets offsets = new Offsets(script.text().length());
    try {
      offsets.visit(script.body());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot look into the tree", e);
    }
    return offsets.outside;
  }

  private void visit(@Nullable Object value) throws ReflectiveOperationException {
    if (value instanceof List<?> list) {
      for (Object each : list) {
        visit(each);
      }
    } else if (value instanceof HereDocument document) {
      visit(document.body());
    } else if (value instanceof Record record) {
      int start = -1;
      int end = -1;
      boolean placed = false;
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        Object inner = accessor.invoke(record);
        if (component.getName().equals("start") && inner instanceof Integer offset) {
          start = offset;
          placed = true;
        } else if (component.getName().equals("end") && inner instanceof Integer offset) {
          end = offset;
        } else {
          visit(inner);
        }
      }
      if (placed && (start < 0 || end < start || end > length)) {
        outside.add(record.getClass().getSimpleName() + " " + start + ".." + end);
      }
    }
  }
}
