package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML file with its place. The tree is finite and at most {@link YamlReader#MAX_DEPTH}
 * levels deep, so that walkers may recurse; an alias shares the node of its anchor.
 */
public sealed interface YamlNode {
  /**
   * Where the node is written; for a node reached through an alias, where its anchor is. A block
   * collection ends with its last child, a block scalar with its last line that holds text.
   */
  Span span();

  /**
   * A mapping; repeated keys are all kept, in file order.
   *
   * @param entries the keys and values as written
   */
  record Mapping(Span span, List<Entry> entries) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of the first entry with this key, ignoring case, or null. */
    public @Nullable YamlNode get(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value();
    }

    /** The first entry with this key, ignoring case, or null. */
    public @Nullable Entry entry(String key) {
      for (Entry entry : entries) {
        if (KeyNames.same(entry.key().display(), key)) {
          return entry;
        }
      }
      return null;
    }

    /** The values of all entries with this key, ignoring case, in file order. */
    public List<YamlNode> all(String key) {
      List<YamlNode> found = new ArrayList<>();
      for (Entry entry : entries) {
        if (KeyNames.same(entry.key().display(), key)) {
          found.add(entry.value());
        }
      }
      return found;
    }
  }

  /**
   * One key and its value.
   *
   * @param key the key; a key that is no scalar is reported and stands here as {@code ?}
   * @param aliasSpan where {@code *name} stands when the value is written as an alias, else null
   */
  record Entry(Scalar key, YamlNode value, @Nullable Span aliasSpan) {
    public Entry(Scalar key, YamlNode value) {
      this(key, value, null);
    }

    /** From the key to the end of the value, or of its alias. */
    public Span span() {
      return aliasSpan == null ? key.span().to(value.span()) : key.span().to(aliasSpan);
    }
  }

  /**
   * A sequence.
   *
   * @param aliasSpans for the indexes whose item is written as an alias, where {@code *name} stands
   */
  record Sequence(Span span, List<YamlNode> items, Map<Integer, Span> aliasSpans)
      implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
      aliasSpans = Map.copyOf(aliasSpans);
    }

    public Sequence(Span span, List<YamlNode> items) {
      this(span, items, Map.of());
    }

    /** Where the alias of the item stands, or null for an item that is written in place. */
    public @Nullable Span aliasSpan(int index) {
      return aliasSpans.get(index);
    }
  }

  /** A scalar: its text, how it was written, and what type GitHub gives it. */
  final class Scalar implements YamlNode {
    /** How a scalar is written. */
    public enum Style {
      PLAIN,
      SINGLE_QUOTED,
      DOUBLE_QUOTED,
      LITERAL,
      FOLDED
    }

    /** The type by YAML's core schema; only plain scalars are anything but a string. */
    public enum Kind {
      STRING,
      BOOL,
      INT,
      FLOAT,
      NULL
    }

    private final SourceFile source;
    private final String text;
    private final int start;
    private final int end;
    private final String value;
    private final Style style;
    private final Kind kind;
    private @Nullable Span span;
    private @Nullable ScalarPlaces places;

    /**
     * A scalar that lies in the text from start (its tag, anchor, quote or indicator) to end.
     *
     * @param text the text that was parsed; as long as the source's text
     */
    Scalar(
        SourceFile source, String text, int start, int end, String value, Style style, Kind kind) {
      this.source = source;
      this.text = text;
      this.start = start;
      this.end = end;
      this.value = value;
      this.style = style;
      this.kind = kind;
    }

    /**
     * A scalar for a text that is not written as YAML, for example the commands of a transcript.
     *
     * @param starts for each UTF-16 unit of the value its offset in the source; one at least
     */
    public static Scalar standing(SourceFile source, String value, int[] starts) {
      int end = starts[starts.length - 1] + 1;
      Scalar scalar =
          new Scalar(source, source.text(), starts[0], end, value, Style.PLAIN, Kind.STRING);
      scalar.places = ScalarPlaces.known(source.text(), starts);
      return scalar;
    }

    /** A scalar in the same place with another value, for what is meant there and not written. */
    public Scalar saying(String other) {
      int[] starts = new int[Math.max(1, other.length())];
      Arrays.fill(starts, start);
      return standing(source, other, starts);
    }

    /** The text after quotes, escapes and folding are resolved. */
    public String value() {
      return value;
    }

    public Style style() {
      return style;
    }

    public Kind kind() {
      return kind;
    }

    /**
     * The text where a string is expected: {@code true} for {@code TRUE}, nothing for null, numbers
     * as GitHub prints them. A quoted scalar stays as it is.
     */
    public String display() {
      return kind == Kind.STRING ? value : ScalarKinds.display(kind, value);
    }

    @Override
    public Span span() {
      Span known = span;
      if (known == null) {
        known = source.span(start, end);
        span = known;
      }
      return known;
    }

    /**
     * The place in the file of a part of the value. An empty part gives an empty span. When the
     * place cannot be worked out the scalar's first place stands for all of it.
     *
     * @param from UTF-16 offset into {@link #value()}; offsets outside are moved to the next end
     * @param to UTF-16 offset, exclusive
     */
    public Span spanOf(int from, int to) {
      ScalarPlaces known = places;
      if (known == null) {
        known = ScalarPlaces.of(text, start, end, style, value);
        places = known;
      }
      int first = Math.clamp(from, 0, value.length());
      int last = Math.clamp(to, first, value.length());
      int begin = known.startOf(first);
      return source.span(begin, last == first ? begin : Math.max(begin, known.endOf(last - 1)));
    }

    int startOffset() {
      return start;
    }

    int endOffset() {
      return end;
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
