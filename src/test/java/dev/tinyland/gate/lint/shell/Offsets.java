package dev.tinyland.gate.lint.shell;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the offsets of everything in a syntax tree. */
final class Offsets {
  private final int length;
  private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();
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

  /** Asked for once a type, as it is slow. */
  private RecordComponent[] components(Class<?> type) {
    return components.computeIfAbsent(
        type,
        asked -> {
          RecordComponent[] found = asked.getRecordComponents();
          for (RecordComponent component : found) {
            component.getAccessor().setAccessible(true);
          }
          return found;
        });
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
      for (RecordComponent component : components(record.getClass())) {
        Object inner = component.getAccessor().invoke(record);
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
