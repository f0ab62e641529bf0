package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Entry;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A collection whose end has not been read yet. */
final class OpenNode {
  private static final int FEW = 8;

  final boolean mapping;
  final int start;
  final @Nullable String anchor;

  /** The offset after the last child so far. */
  int end;

  /** Levels below this one. */
  int height;

  /** Nodes within, with aliases written out. */
  int size;

  /** The key that waits for its value. */
  @Nullable Scalar key;

  private final List<YamlNode> items = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private Map<Integer, Span> aliasSpans = Map.of();
  private @Nullable Map<String, Span> keyPlaces;

  OpenNode(boolean mapping, int start, int end, @Nullable String anchor) {
    this.mapping = mapping;
    this.start = start;
    this.end = end;
    this.anchor = anchor;
  }

  void addItem(YamlNode node, @Nullable Span aliasSpan) {
    if (aliasSpan != null) {
      if (aliasSpans.isEmpty()) {
        aliasSpans = new HashMap<>();
      }
      aliasSpans.put(items.size(), aliasSpan);
    }
    items.add(node);
  }

  void addValue(Scalar forKey, YamlNode node, @Nullable Span aliasSpan) {
    entries.add(new Entry(forKey, node, aliasSpan));
    key = null;
  }

  /**
   * Where the same key, ignoring case, was first written, or null. A long mapping is indexed: a
   * file of keys alone would take minutes otherwise.
   */
  @Nullable Span earlier(String name, Span place) {
    Map<String, Span> places = keyPlaces;
    if (places == null) {
      if (entries.size() < FEW) {
        return earlierOfFew(name);
      }
      places = new HashMap<>();
      for (Entry entry : entries) {
        places.putIfAbsent(KeyNames.folded(entry.key().display()), entry.key().span());
      }
      keyPlaces = places;
    }
    return places.putIfAbsent(KeyNames.folded(name), place);
  }

  private @Nullable Span earlierOfFew(String name) {
    for (Entry entry : entries) {
      if (KeyNames.same(entry.key().display(), name)) {
        return entry.key().span();
      }
    }
    return null;
  }

  YamlNode close(SourceFile file) {
    Span span = file.span(start, Math.max(start, end));
    return mapping
        ? new YamlNode.Mapping(span, entries)
        : new YamlNode.Sequence(span, items, aliasSpans);
  }
}
