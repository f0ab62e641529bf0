package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Entry;
import dev.tinyland.gate.lint.yaml.YamlNode.Mapping;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.lint.yaml.YamlNode.Sequence;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the tests of this package share: reading, finding nodes, writing places briefly. */
final class Yamls {
  static final List<String> CORPUS =
      List.of(
          "build-and-push.yml",
          "composite.action.yml",
          "reusable.yml",
          "anchors.yml",
          "block-scalars.yml",
          "no-final-break.yml",
          "flow.yml",
          "quoted.yml",
          "kinds.yml",
          "scheduled.yaml");

  private Yamls() {}

  static byte[] bytes(String resource) {
    try (InputStream stream = Yamls.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(stream, resource).readAllBytes();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  static String text(String resource) {
    return YamlReader.decode(resource, bytes(resource), new ArrayList<>()).text();
  }

  static YamlDocument read(String text) {
    return YamlReader.read(new SourceFile("file.yml", text));
  }

  static YamlNode root(String text) {
    return Objects.requireNonNull(read(text).root());
  }

  static Mapping mapping(String text) {
    return (Mapping) root(text);
  }

  /** The scalar at a path of keys and indexes. */
  static Scalar scalar(YamlNode root, Object... path) {
    return (Scalar) node(root, path);
  }

  static YamlNode node(YamlNode root, Object... path) {
    YamlNode node = root;
    for (Object step : path) {
      node =
          step instanceof Integer index
              ? ((Sequence) node).items().get(index)
              : Objects.requireNonNull(((Mapping) node).get((String) step), step.toString());
    }
    return node;
  }

  /** All scalars in the tree, keys included; those behind aliases once for each use. */
  static List<Scalar> scalars(@Nullable YamlNode root) {
    List<Scalar> found = new ArrayList<>();
    if (root != null) {
      collect(root, found);
    }
    return found;
  }

  private static void collect(YamlNode node, List<Scalar> found) {
    switch (node) {
      case Scalar scalar -> found.add(scalar);
      case Sequence sequence -> sequence.items().forEach(item -> collect(item, found));
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          found.add(entry.key());
          collect(entry.value(), found);
        }
      }
    }
  }

  /** {@code line:column-endLine:endColumn}. */
  static String place(@Nullable Span span) {
    return span == null
        ? "none"
        : span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn();
  }

  /** {@code line:column message} of every problem. */
  static List<String> problems(String text) {
    return read(text).problems().stream().map(Yamls::describe).toList();
  }

  static String describe(Problem problem) {
    return problem.span().line() + ":" + problem.span().column() + " " + problem.message();
  }

  /** The UTF-16 offset of a line and column, worked out without the code under test; -1 outside. */
  static int offset(String text, int line, int column) {
    int at = 0;
    for (int current = 1; current < line; current++) {
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      if (at == text.length()) {
        return -1;
      }
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
    for (int current = 1; current < column; current++) {
      if (at >= text.length()) {
        return -1;
      }
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
