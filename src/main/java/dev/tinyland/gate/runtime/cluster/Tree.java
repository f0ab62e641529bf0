package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.render.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON document and what it holds, by path. What is not there, or is of another
 * type, is absent; only what no such object can lack is asked for with {@link #required}.
 */
record Tree(Map<?, ?> map) {
  private static final int LONGEST_TEXT = 300;
  private static final Tree EMPTY = new Tree(Map.of());

  /** An object lacks what every object of its kind has. */
  static final class LacksException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LacksException(String path) {
      super(path + " is missing", null, false, false);
    }
  }

  static Tree of(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new Tree(map) : EMPTY;
  }

  Tree at(String... path) {
    return of(value(path));
  }

  /** As it was sent, for what is sent back; null where it is absent or empty. */
  @Nullable String raw(String... path) {
    return value(path) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** On one line, visible and bounded; null where it is absent or empty. */
  @Nullable String text(String... path) {
    String text = raw(path);
    return text == null ? null : shown(text);
  }

  String required(String... path) {
    String text = text(path);
    if (text == null) {
      throw new LacksException(String.join(".", path));
    }
    return text;
  }

  /** Null where there is none. */
  @Nullable Long number(String... path) {
    return value(path) instanceof Double number ? Long.valueOf(number.longValue()) : null;
  }

  int integer(int fallback, String... path) {
    Long number = number(path);
    return number == null ? fallback : Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Null where there is none. */
  @Nullable Boolean flag(String... path) {
    return value(path) instanceof Boolean flag ? flag : null;
  }

  boolean has(String... path) {
    return value(path) != null;
  }

  List<Tree> items(String... path) {
    List<Tree> items = new ArrayList<>();
    if (value(path) instanceof List<?> list) {
      for (Object item : list) {
        items.add(of(item));
      }
    }
    return items;
  }

  List<String> texts(String... path) {
    List<String> texts = new ArrayList<>();
    if (value(path) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof String text) {
          texts.add(shown(text));
        }
      }
    }
    return texts;
  }

  /** On one line, visible and bounded. */
  static String shown(String text) {
    return Visible.line(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  private @Nullable Object value(String... path) {
    Object value = map;
    for (String key : path) {
      value = value instanceof Map<?, ?> inner ? inner.get(key) : null;
    }
    return value;
  }
}
