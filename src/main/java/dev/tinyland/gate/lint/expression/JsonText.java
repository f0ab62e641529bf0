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
    return switch (tree) {
      case null -> Value.NULL;
      case Boolean bool -> Value.Bool.of(bool);
      case Number number -> new Value.Num(number.doubleValue());
      case String text -> new Value.Str(text);
      case List<?> list -> {
        List<Value> items = new ArrayList<>(list.size());
        for (Object item : list) {
          items.add(fromTree(item));
        }
        yield new Value.Arr(items);
      }
      case Map<?, ?> map -> {
        Map<String, Value> values = LinkedHashMap.newLinkedHashMap(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          values.put(String.valueOf(entry.getKey()), fromTree(entry.getValue()));
        }
        yield new MapObj(values);
      }
      default -> throw new IllegalArgumentException("not a JSON tree: " + tree.getClass());
    };
  }

  /** The value as such a tree; null where a part of it is not known. */
  public static @Nullable Object toTree(Value value) {
    return switch (value) {
      case Value.Null none -> null;
      case Value.Bool bool -> bool.value();
      case Value.Num number -> number.value();
      case Value.Str text -> text.value();
      case Value.Arr array -> {
        List<@Nullable Object> items = new ArrayList<>(array.items().size());
        for (Value item : array.items()) {
          items.add(toTree(item));
        }
        yield items;
      }
      case Value.Obj object -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Set<String> keys = object.keys();
        for (String key : keys == null ? Set.<String>of() : keys) {
          map.put(key, toTree(object.get(key)));
        }
        yield map;
      }
      case Unknown unknown -> null;
    };
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
    switch (value) {
      case Value.Null none -> out.append("null");
      case Value.Str text -> quote(text.value(), out);
      case Value.Arr array -> array(array.items(), out, level);
      case Value.Obj object -> object(object, out, level);
      case Unknown unknown -> throw new IllegalArgumentException("not known: " + unknown);
      default -> out.append(Coercion.toDisplayString(value));
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
