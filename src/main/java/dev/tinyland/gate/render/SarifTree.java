package dev.tinyland.gate.render;

import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small SARIF objects: messages, places, regions. */
final class SarifTree {
  /** UTF-16 units kept of a message. */
  private static final int MAX_MESSAGE = 4000;

  /** Characters of a path that need no percent-encoding in a relative URI, beside the letters. */
  private static final String PATH_MARKS = "-._~/!$'()*,;=@";

  private SarifTree() {}

  /** An empty object that keeps the order of its keys. */
  static Map<String, @Nullable Object> map() {
    return new LinkedHashMap<>();
  }

  static Map<String, @Nullable Object> map(String key, Object value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  /** A message of plain text. GitHub refuses an empty one. */
  static Map<String, @Nullable Object> message(String text) {
    return map("text", escapeLinks(cut(visible(text))));
  }

  /** Text in which nothing is hidden; its line breaks stay. */
  static String visible(String text) {
    if (text.indexOf('\n') < 0) {
      return Visible.line(text);
    }
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      out.append(Visible.line(text.substring(start, end))).append('\n');
      start = end + 1;
    }
    return out.append(Visible.line(text.substring(start))).toString();
  }

  /** At most {@link #MAX_MESSAGE} units, cut between characters, and never empty. */
  static String cut(String text) {
    if (text.isEmpty()) {
      return "-";
    }
    if (text.length() <= MAX_MESSAGE) {
      return text;
    }
    int end = MAX_MESSAGE - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Keeps foreign text from being read as a link, which SARIF writes {@code [text](target)}. */
  static String escapeLinks(String text) {
    return text.contains("](")
        ? text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
        : text;
  }

  /**
   * A physical location. The region is kept to one line, because a pull request shows an alert only
   * when the diff holds all of its lines; the whole span of a longer one is the context region.
   *
   * @param file the file's text, to find the end of a first line; null where it is not known
   */
  static Map<String, @Nullable Object> place(Span span, @Nullable SourceFile file) {
    Map<String, @Nullable Object> place = map("artifactLocation", artifact(span.path()));
    if (span.line() == span.endLine()) {
      place.put("region", region(span));
      return place;
    }
    String line = file == null ? "" : file.line(span.line());
    int end = Math.max(span.column() + 1, line.codePointCount(0, line.length()) + 1);
    place.put(
        "region", region(new Span(span.path(), span.line(), span.column(), span.line(), end)));
    place.put("contextRegion", region(span));
    return place;
  }

  /** A file of the scanned repository. */
  static Map<String, @Nullable Object> artifact(String path) {
    Map<String, @Nullable Object> artifact = map("uri", uri(path));
    artifact.put("uriBaseId", "%SRCROOT%");
    return artifact;
  }

  static Map<String, @Nullable Object> region(Span span) {
    Map<String, @Nullable Object> region = map("startLine", span.line());
    region.put("startColumn", span.column());
    region.put("endLine", span.endLine());
    region.put("endColumn", span.endColumn());
    return region;
  }

  /** A path as a relative URI: UTF-8, percent-encoded, without a leading slash or {@code ./}. */
  static String uri(String path) {
    String relative = path;
    while (relative.startsWith("/") || relative.startsWith("./")) {
      relative = relative.substring(relative.indexOf('/') + 1);
    }
    if (relative.isEmpty()) {
      return ".";
    }
    StringBuilder out = new StringBuilder(relative.length() + 16);
    for (byte unit : relative.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || PATH_MARKS.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }
}
