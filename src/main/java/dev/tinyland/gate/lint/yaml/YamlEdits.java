package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Entry;
import dev.tinyland.gate.lint.yaml.YamlNode.Mapping;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds edits of one YAML file. Each changes one value and leaves comments, quotes, indentation
 * and line breaks around it as they are; where that cannot be had, there is no edit.
 */
public final class YamlEdits {
  private final SourceFile file;
  private final String text;
  private final YamlNode root;

  /**
   * Edits of a file that was read without problems.
   *
   * @param root the file's top node
   */
  public YamlEdits(SourceFile file, YamlNode root) {
    this.file = file;
    this.text = file.text();
    this.root = root;
  }

  /** The scalar that has exactly this span, or null. */
  public @Nullable Scalar scalarAt(Span span) {
    return YamlPath.scalarAt(root, span);
  }

  /** The nodes around a place of this file. */
  public YamlPath around(Span span) {
    return YamlPath.to(root, span);
  }

  /**
   * Makes a string the value at a chain of keys. Mappings that do not exist are written; a value
   * that exists is replaced.
   *
   * @param value one line of text
   * @return null where it cannot be done in place: the mapping is written elsewhere (an alias), a
   *     comment would be lost, or the file is laid out in a way that is not understood
   */
  public @Nullable Edit set(Mapping mapping, String value, String... keys) {
    Entry entry = mapping.entry(keys[0]);
    List<String> rest = Arrays.asList(keys).subList(1, keys.length);
    Insertion insertion = new Insertion(file);
    if (entry == null) {
      return insertion.into(mapping, Arrays.asList(keys), value);
    }
    if (rest.isEmpty()) {
      return replaced(entry, value, insertion.isFlow(mapping));
    }
    if (entry.aliasSpan() != null) {
      return null;
    }
    if (entry.value() instanceof Mapping inner) {
      return set(inner, value, rest.toArray(String[]::new));
    }
    boolean empty = entry.value() instanceof Scalar scalar && isEmpty(scalar);
    return empty ? insertion.below(mapping, entry, rest, value) : null;
  }

  /** Replaces the scalar that has exactly this span, wherever it stands; null as for set. */
  public @Nullable Edit replace(Span span, String value) {
    List<YamlPath.Around> nodes = around(span).nodes();
    if (nodes.isEmpty()
        || !(nodes.getLast().node() instanceof Scalar scalar)
        || !scalar.span().equals(span)) {
      return null;
    }
    boolean flow = new Insertion(file).isFlow(nodes.get(Math.max(0, nodes.size() - 2)).node());
    Entry entry = nodes.getLast().entry();
    return entry == null ? replaced(scalar, value, flow) : replaced(entry, value, flow);
  }

  /**
   * Replaces a part of a scalar that is written just as it reads; null where it is not.
   *
   * @param from offset into the scalar's value
   */
  public @Nullable Edit replace(Scalar scalar, int from, int to, String replacement) {
    Span span = scalar.spanOf(from, to);
    int start = file.offsetAt(span.line(), span.column());
    int end = file.offsetAt(span.endLine(), span.endColumn());
    boolean same = text.substring(start, end).equals(scalar.value().substring(from, to));
    return same ? new Edit(span, replacement) : null;
  }

  /**
   * Takes the final line break away from the value of a block scalar; null for any other scalar.
   */
  public @Nullable Edit strip(Scalar scalar) {
    if (!isBlock(scalar)) {
      return null;
    }
    int start = ScalarPlaces.afterProperties(text, scalar.startOffset(), scalar.endOffset()) + 1;
    int end = start;
    while (end < text.length() && "+-0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String indicators = text.substring(start, end);
    String digits = indicators.replace("+", "").replace("-", "");
    return new Edit(file.span(start, end), digits + "-");
  }

  private @Nullable Edit replaced(Entry entry, String value, boolean flow) {
    if (entry.aliasSpan() != null) {
      return new Edit(entry.aliasSpan(), Quoting.of(value, flow));
    }
    if (entry.value() instanceof Scalar scalar && !isEmpty(scalar)) {
      return replaced(scalar, value, flow);
    }
    Span span = entry.value().span();
    int colon = new Insertion(file).afterColon(entry);
    int end = file.offsetAt(span.endLine(), span.endColumn());
    boolean keepsAll = colon >= 0 && isOwnText(text.substring(colon, Math.max(colon, end)));
    return keepsAll
        ? new Edit(file.span(colon, Math.max(colon, end)), " " + Quoting.of(value, flow))
        : null;
  }

  private @Nullable Edit replaced(Scalar scalar, String value, boolean flow) {
    int start = scalar.startOffset();
    int end = scalar.endOffset();
    if (ScalarPlaces.afterProperties(text, start, end) != start) {
      // What has a name may be meant in other places too.
      return null;
    }
    if (isBlock(scalar)) {
      int header = ScalarPlaces.endOfLine(text, start, end);
      if (text.substring(start, header).indexOf('#') >= 0) {
        return null;
      }
    }
    return new Edit(scalar.span(), Quoting.of(value, flow));
  }

  /** Whether nothing but the value would be lost: no comment, no anchor, no tag. */
  private static boolean isOwnText(String replaced) {
    return replaced.indexOf('#') < 0 && replaced.indexOf('&') < 0 && replaced.indexOf('!') < 0;
  }

  private static boolean isEmpty(Scalar scalar) {
    return scalar.startOffset() == scalar.endOffset();
  }

  private static boolean isBlock(Scalar scalar) {
    return scalar.style() == Scalar.Style.LITERAL || scalar.style() == Scalar.Style.FOLDED;
  }
}
