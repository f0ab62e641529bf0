package dev.tinyland.gate.baseline;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the text of a baseline. */
public final class BaselineReader {
  private final SourceFile file;

  private BaselineReader(SourceFile file) {
    this.file = file;
  }

  /**
   * Reads a whole text.
   *
   * @throws JsonSyntaxException with the place of the first thing that is no baseline
   */
  public static Baseline read(String text) {
    return new BaselineReader(new SourceFile("", text)).all();
  }

  private Baseline all() {
    Object root = JsonReader.read(file.text());
    Object schema = root instanceof Map<?, ?> map ? map.get("schema") : null;
    Object findings = root instanceof Map<?, ?> map ? map.get("findings") : null;
    if (!Baseline.SCHEMA.equals(schema)) {
      throw new JsonSyntaxException("not a baseline: no `schema` " + Baseline.SCHEMA, 1, 1);
    }
    if (!(findings instanceof List<?> list)) {
      throw new JsonSyntaxException("not a baseline: no list `findings`", 1, 1);
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      entries.add(entry(list.get(i), i));
    }
    return new Baseline(entries);
  }

  private Entry entry(@Nullable Object tree, int index) {
    if (!(tree instanceof Map<?, ?> map)) {
      throw wrong(index, "an entry is an object");
    }
    return new Entry(
        text(map, "path", index),
        text(map, "rule", index),
        text(map, "lines", index),
        ordinal(map, index));
  }

  private String text(Map<?, ?> map, String key, int index) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw wrong(index, "the entry has no text `" + key + "`");
  }

  private int ordinal(Map<?, ?> map, int index) {
    if (map.get("ordinal") instanceof Double number && number >= 1 && number == Math.rint(number)) {
      return number.intValue();
    }
    throw wrong(index, "the entry has no `ordinal` from 1 on");
  }

  private JsonSyntaxException wrong(int index, String message) {
    Span place = place(index);
    return new JsonSyntaxException(message, place.line(), place.column());
  }

  /** Where an item of a list begins that stands in an object. */
  private Span place(int index) {
    String text = file.text();
    int depth = 0;
    int item = -1;
    boolean expected = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == ':') {
        continue;
      }
      if (expected && c != ']' && ++item == index) {
        return file.span(i, i);
      }
      expected = (depth == 1 && c == '[') || (depth == 2 && c == ',');
      if (c == '"') {
        i = closing(text, i);
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return file.span(0, 0);
  }

  private static int closing(String text, int quote) {
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
