package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Entry;
import dev.tinyland.gate.lint.yaml.YamlNode.Mapping;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a key into a mapping, in the mapping's own style. */
final class Insertion {
  private static final int STEP = 2;

  private final SourceFile file;
  private final String text;

  Insertion(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** Whether the node is written with brackets or braces, so that everything in it is too. */
  boolean isFlow(YamlNode node) {
    int start = start(node.span());
    int content = ScalarPlaces.afterProperties(text, start, text.length());
    return !(node instanceof YamlNode.Scalar)
        && content < text.length()
        && (text.charAt(content) == '{' || text.charAt(content) == '[');
  }

  /** Where the value of an entry may begin; negative where the colon is not beside the key. */
  int afterColon(Entry entry) {
    int at = end(entry.key().span());
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':' ? at + 1 : -1;
  }

  /** Adds a chain of keys that is not there yet. */
  @Nullable Edit into(Mapping mapping, List<String> keys, String value) {
    if (isFlow(mapping)) {
      return intoFlow(mapping, keys, value);
    }
    Entry before = predecessor(mapping, keys.getFirst());
    int indent = indent(mapping);
    return indent < 0
        ? null
        : onNextLine(end(before.span()), indent, keys, value, step(mapping, indent));
  }

  /** Gives an entry without a value a mapping of the keys. */
  @Nullable Edit below(Mapping mapping, Entry entry, List<String> keys, String value) {
    int indent = indent(mapping);
    int colon = afterColon(entry);
    if (isFlow(mapping) || indent < 0 || colon < 0) {
      return null;
    }
    int step = step(mapping, indent);
    return onNextLine(colon, indent + step, keys, value, step);
  }

  /** New lines after the one that holds the offset, of which nothing but a comment may be left. */
  private @Nullable Edit onNextLine(
      int offset, int indent, List<String> keys, String value, int step) {
    int lineEnd = ScalarPlaces.endOfLine(text, offset, text.length());
    String left = text.substring(offset, lineEnd).strip();
    if (!left.isEmpty() && left.charAt(0) != '#') {
      return null;
    }
    String lineBreak = lineBreak(lineEnd);
    StringBuilder added = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      added.append(lineBreak).repeat(' ', indent + i * step).append(keys.get(i)).append(':');
    }
    added.append(' ').append(Quoting.of(value, false));
    return new Edit(file.span(lineEnd, lineEnd), added.toString());
  }

  private Edit intoFlow(Mapping mapping, List<String> keys, String value) {
    boolean json = !mapping.entries().isEmpty() && isQuoted(mapping.entries().getFirst());
    StringBuilder added = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      String key = json ? '"' + keys.get(i) + '"' : keys.get(i);
      added.append(i == 0 ? "" : "{").append(key).append(": ");
    }
    String written = Quoting.of(value, true);
    added.append(json && !written.startsWith("\"") ? '"' + value + '"' : written);
    added.repeat('}', keys.size() - 1);
    if (mapping.entries().isEmpty()) {
      int open = ScalarPlaces.afterProperties(text, start(mapping.span()), text.length()) + 1;
      return new Edit(file.span(open, open), added.toString());
    }
    int last = end(mapping.entries().getLast().span());
    int next = last;
    while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    boolean comma = next < text.length() && text.charAt(next) == ',';
    int at = comma ? next + 1 : last;
    return new Edit(file.span(at, at), (comma ? " " : ", ") + added);
  }

  /** A key goes where a person would write it; what has no place of its own comes last. */
  private static Entry predecessor(Mapping mapping, String key) {
    Entry uses = key.equals("with") ? mapping.entry("uses") : null;
    if (uses != null) {
      return uses;
    }
    return key.equals("if") ? lastName(mapping.entries()) : mapping.entries().getLast();
  }

  /** The last of the names at the head of a step, or else its first key. */
  private static Entry lastName(List<Entry> entries) {
    Entry last = entries.getFirst();
    for (Entry entry : entries) {
      String key = entry.key().value();
      if (!key.equals("name") && !key.equals("id")) {
        break;
      }
      last = entry;
    }
    return last;
  }

  /** Columns in front of the mapping's keys; negative where they are not blanks and dashes. */
  private int indent(Mapping mapping) {
    int key = start(mapping.entries().getFirst().key().span());
    int line = key;
    while (line > 0 && text.charAt(line - 1) != '\n' && text.charAt(line - 1) != '\r') {
      line--;
      char c = text.charAt(line);
      if (c != ' ' && c != '-') {
        return -1;
      }
    }
    return key - line;
  }

  /** How much deeper the mapping's own mappings are. */
  private int step(Mapping mapping, int indent) {
    for (Entry entry : mapping.entries()) {
      if (entry.aliasSpan() == null
          && entry.value() instanceof Mapping inner
          && !isFlow(inner)
          && !inner.entries().isEmpty()) {
        int deeper = indent(inner) - indent;
        if (deeper > 0) {
          return deeper;
        }
      }
    }
    return STEP;
  }

  /** The line break at the offset; at the end of the file that of an earlier line. */
  private String lineBreak(int lineEnd) {
    int at = lineEnd;
    if (at == text.length()) {
      at = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
      at = at > 0 && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r' ? at - 1 : at;
    }
    int length = at < 0 ? 0 : ScalarPlaces.breakLength(text, at, text.length());
    return length == 0 ? "\n" : text.substring(at, at + length);
  }

  private boolean isQuoted(Entry entry) {
    return entry.key().style() == YamlNode.Scalar.Style.DOUBLE_QUOTED;
  }

  private int start(Span span) {
    return file.offsetAt(span.line(), span.column());
  }

  private int end(Span span) {
    return file.offsetAt(span.endLine(), span.endColumn());
  }
}
