package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects for tests. */
final class Trees {
  private Trees() {}

  static Map<String, @Nullable Object> map(String json) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (JsonReader.read(json) instanceof Map<?, ?> read) {
      for (Map.Entry<?, ?> entry : read.entrySet()) {
        map.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    return map;
  }
}
