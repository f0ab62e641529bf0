package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named values as written under {@code env}, {@code with} or {@code secrets}.
 *
 * @param entries by name in order of writing
 * @param dynamic true where a key or the whole mapping is an expression, so that more names may
 *     exist than are listed
 */
public record Env(Map<String, YamlNode.Scalar> entries, boolean dynamic) {
  /** No values at all. */
  public static final Env NONE = new Env(Map.of(), false);

  public Env {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The value of a name, in whatever case it was written. */
  public YamlNode.@Nullable Scalar get(String name) {
    YamlNode.Scalar exact = entries.get(name);
    if (exact != null || entries.isEmpty()) {
      return exact;
    }
    for (Map.Entry<String, YamlNode.Scalar> entry : entries.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
