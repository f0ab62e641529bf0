package dev.tinyland.gate.lint.passage;

import dev.tinyland.gate.lint.markdown.Around;
import dev.tinyland.gate.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text that may name a host or set something.
 *
 * @param key the YAML key whose value it is, or null
 * @param info for a code block of a page what its opening fence says, else empty
 * @param around for a text of a page what stands around it, else null
 */
public record Passage(
    Where where,
    String text,
    @Nullable String key,
    String info,
    @Nullable Around around,
    Places places) {

  /** What kind of text it is. */
  public enum Where {
    /** A value in a workflow or an action. */
    WORKFLOW,
    /** A script or a configuration file of the repository. */
    FILE,
    /** A code block of a page. */
    FENCE,
    /** A paragraph, a heading or a table of a page. */
    PROSE
  }

  /** Where a part of the text stands: UTF-16 offsets into it, the end exclusive. */
  public interface Places {
    Span of(int from, int to);
  }

  public Span span(int from, int to) {
    return places.of(from, to);
  }

  /** Whether it is what somebody runs or copies, and not what somebody reads. */
  public boolean isCode() {
    return where != Where.PROSE;
  }

  /** The line that holds the offset. */
  public String lineAt(int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int end = text.indexOf('\n', offset);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /**
   * Whether the offset is in a remark: behind a {@code #}, or behind a {@code //} that begins its
   * line.
   */
  public boolean inComment(int offset) {
    if (!isCode()) {
      return false;
    }
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    for (int i = start; i < offset; i++) {
      if (text.charAt(i) == '#' && (i == start || Character.isWhitespace(text.charAt(i - 1)))) {
        return true;
      }
    }
    return text.substring(start, offset).strip().startsWith("//");
  }
}
