package dev.tinyland.gate.lint.expression;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An object with known keys, which are looked up ignoring case and keep their order. */
public final class MapObj implements Value.Obj {
  private record Entry(String key, Value value) {}

  private final Map<String, Entry> entries;

  /** Of two keys that differ in case only, the first gives the spelling and the last the value. */
  public MapObj(Map<String, ? extends Value> values) {
    entries = LinkedHashMap.newLinkedHashMap(values.size());
    for (Map.Entry<String, ? extends Value> value : values.entrySet()) {
      String folded = value.getKey().toLowerCase(Locale.ROOT);
      Entry first = entries.get(folded);
      entries.put(
          folded, new Entry(first == null ? value.getKey() : first.key(), value.getValue()));
    }
  }

  @Override
  public Value get(String key) {
    Entry entry = entries.get(key.toLowerCase(Locale.ROOT));
    return entry == null ? NULL : entry.value();
  }

  @Override
  public Set<String> keys() {
    Set<String> keys = LinkedHashSet.newLinkedHashSet(entries.size());
    for (Entry entry : entries.values()) {
      keys.add(entry.key());
    }
    return keys;
  }

  @Override
  public String toString() {
    return entries.values().toString();
  }
}
