package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.render.Visible;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server calls its error: Attic in JSON, S3 in XML. Nothing else of such an answer is kept,
 * since S3 quotes what was signed.
 */
final class ErrorCode {
  private static final int LONGEST = 100;

  private ErrorCode() {}

  /** Null where the answer has none. */
  static @Nullable String of(byte[] body) {
    String text = new String(body, UTF_8).strip();
    String code = text.startsWith("{") ? json(text) : xml(text);
    if (code == null || code.isEmpty() || code.length() > LONGEST) {
      return null;
    }
    return Visible.line(code);
  }

  /** Whether the text is a page or a message, which no archive and no narinfo file begins like. */
  static boolean isMessage(byte[] start) {
    String text = new String(start, UTF_8).stripLeading().toLowerCase(Locale.ROOT);
    return text.startsWith("<!doctype")
        || text.startsWith("<html")
        || text.startsWith("<head")
        || text.startsWith("<body")
        || text.startsWith("<?xml")
        || text.startsWith("<error")
        || text.startsWith("{\"");
  }

  private static @Nullable String json(String text) {
    try {
      return JsonReader.read(text) instanceof Map<?, ?> map
              && map.get("error") instanceof String error
          ? error
          : null;
    } catch (JsonSyntaxException e) {
      return null;
    }
  }

  private static @Nullable String xml(String text) {
    int start = text.indexOf("<Code>");
    int end = text.indexOf("</Code>");
    return start < 0 || end < start ? null : text.substring(start + 6, end);
  }
}
