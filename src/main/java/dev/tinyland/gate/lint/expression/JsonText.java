package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values to and from JSON. Only values without unknown parts can be written. */
public final class JsonText {
  private JsonText() {}

  /**
   * Reads JSON.
   *
   * @throws dev.tinyland.gate.json.JsonSyntaxException where the text is not JSON
   */
  public static Value read(String json) {
    return fromTree(JsonReader.read(json));
  }

  /** A tree of Map, List, String, Double, Boolean and null as a value. */
  public static Value fromTree(@Nullable Object tree) {
    if (tree == null) {
      return Value.NULL;
    }
    if (tree instanceof String text) {
      return new Value.Str(text);
    }
    if (tree instanceof Boolean bool) {
      return Value.Bool.of(bool);
    }
    if (tree instanceof Number number) {
      return new Value.Num(number.doubleValue());
    }
    if (tree instanceof List<?> list) {
      List<Value> items = new ArrayList<>(list.size());
      for (Object item : list) {
        items.add(fromTree(item));
      }
      return new Value.Arr(items);
    }
    if (!(tree instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("not a JSON tree: " + tree.getClass());
    }
    Map<String, Value> values = LinkedHashMap.newLinkedHashMap(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      values.put(String.valueOf(entry.getKey()), fromTree(entry.getValue()));
    }
    return new MapObj(values);
  }

  /** The value as such a tree; null where a part of it is not known. */
  public static @Nullable Object toTree(Value value) {
    if (value instanceof Value.Str text) {
      return text.value();
    }
    if (value instanceof Value.Bool bool) {
      return bool.value();
    }
    if (value instanceof Value.Num number) {
      return number.value();
    }
    if (value instanceof Value.Arr array) {
      List<@Nullable Object> items = new ArrayList<>(array.items().size());
      for (Value item : array.items()) {
        items.add(toTree(item));
      }
      return items;
    }
    if (!(value instanceof Value.Obj object)) {
      return null;
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Set<String> keys = object.keys();
    for (String key : keys == null ? Set.<String>of() : keys) {
      map.put(key, toTree(object.get(key)));
    }
    return map;
  }

  /** What {@code toJSON} gives: two spaces of indentation. */
  static String pretty(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out, 0);
    return out.toString();
  }

  /** One line without spaces. */
  static String compact(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out, -1);
    return out.toString();
  }

  /** Indents where the level is not negative. */
  private static void write(Value value, StringBuilder out, int level) {
    if (value instanceof Value.Str text) {
      quote(text.value(), out);
    } else if (value instanceof Value.Arr array) {
      array(array.items(), out, level);
    } else if (value instanceof Value.Obj object) {
      object(object, out, level);
    } else if (value instanceof Value.Null) {
      out.append("null");
    } else {
      out.append(Coercion.toDisplayString(value));
    }
  }

  private static void array(List<Value> items, StringBuilder out, int level) {
    int inner = level < 0 ? level : level + 1;
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ",");
      line(out, inner);
      write(items.get(i), out, inner);
    }
    if (!items.isEmpty()) {
      line(out, level);
    }
    out.append(']');
  }

  private static void object(Value.Obj object, StringBuilder out, int level) {
    int inner = level < 0 ? level : level + 1;
    Set<String> keys = object.keys();
    boolean first = true;
    out.append('{');
    for (String key : keys == null ? Set.<String>of() : keys) {
      out.append(first ? "" : ",");
      first = false;
      line(out, inner);
      quote(key, out);
      out.append(level < 0 ? ":" : ": ");
      write(object.get(key), out, inner);
    }
    if (!first) {
      line(out, level);
    }
    out.append('}');
  }

  private static void line(StringBuilder out, int level) {
    if (level >= 0) {
      out.append('\n').repeat("  ", level);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ') {
            out.append(c < 16 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
