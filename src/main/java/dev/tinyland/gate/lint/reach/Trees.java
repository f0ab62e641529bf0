package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as JSON trees. */
final class Trees {
  private Trees() {}

  static @Nullable Object of(Value value) {
    return switch (value) {
      case Value.Null _, Unknown _ -> null;
      case Value.Bool(boolean yes) -> yes;
      case Value.Num(double number) -> number;
      case Value.Str(String text) -> text;
      case Value.Arr array -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (Value item : array.items()) {
          items.add(of(item));
        }
        yield items;
      }
      case Value.Obj object -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        copy(object, map);
        yield map;
      }
    };
  }

  /** Copies what is known of an object. */
  static void copy(Value.Obj object, Map<String, @Nullable Object> into) {
    Set<String> keys = object.keys();
    if (keys != null) {
      for (String key : keys) {
        into.put(key, of(object.get(key)));
      }
    }
  }
}
