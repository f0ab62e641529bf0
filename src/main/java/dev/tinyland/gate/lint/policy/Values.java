package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads YAML nodes as what they should be, and collects where they are not. */
final class Values {
  private final List<Problem> problems;

  /**
   * @param problems to which those that are found are added
   */
  Values(List<Problem> problems) {
    this.problems = problems;
  }

  void wrong(Span span, String message) {
    problems.add(new Problem(span, message));
  }

  void unknownKey(YamlNode.Scalar key, String where, List<String> known) {
    wrong(
        key.span(), "unknown key `" + key.value() + "`" + where + Nearest.hint(key.value(), known));
  }

  YamlNode.@Nullable Mapping mapping(YamlNode node, String name) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    wrong(node.span(), "`" + name + "` takes a mapping, not " + kind(node));
    return null;
  }

  List<YamlNode> items(YamlNode node, String name) {
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    wrong(node.span(), "`" + name + "` takes a list, not " + kind(node));
    return List.of();
  }

  /** The text of a node that is one, whatever it says. */
  YamlNode.@Nullable Scalar text(YamlNode node, String name) {
    if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Scalar.Kind.STRING) {
      return scalar;
    }
    boolean quotes =
        node instanceof YamlNode.Scalar scalar && scalar.kind() != YamlNode.Scalar.Kind.NULL;
    wrong(
        node.span(),
        "`" + name + "` takes a text, not " + kind(node) + (quotes ? "; put it in quotes" : ""));
    return null;
  }

  YamlNode.@Nullable Scalar text(YamlNode node, String name, TextForm form) {
    YamlNode.Scalar scalar = text(node, name);
    if (scalar != null && !form.matches(scalar.value())) {
      wrong(
          scalar.span(),
          "`" + name + "` takes " + form.inWords() + ", not `" + scalar.value() + "`");
      return null;
    }
    return scalar;
  }

  /** One of some words. */
  YamlNode.@Nullable Scalar word(YamlNode node, String name, List<String> words) {
    YamlNode.Scalar scalar = text(node, name);
    if (scalar != null && !words.contains(scalar.value())) {
      String last = words.getLast();
      String choice = String.join(", ", words.subList(0, words.size() - 1)) + " or " + last;
      wrong(
          scalar.span(),
          "`"
              + name
              + "` takes "
              + choice
              + ", not `"
              + scalar.value()
              + "`"
              + Nearest.hint(scalar.value(), words));
      return null;
    }
    return scalar;
  }

  /** All texts of a list that are in order. */
  List<YamlNode.Scalar> texts(YamlNode node, String name, TextForm form) {
    List<YamlNode.Scalar> texts = new ArrayList<>();
    for (YamlNode item : items(node, name)) {
      YamlNode.Scalar text = text(item, name, form);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  @Nullable Boolean flag(YamlNode node, String name) {
    if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Scalar.Kind.BOOL) {
      return scalar.display().equals("true");
    }
    wrong(node.span(), "`" + name + "` takes true or false, not " + kind(node));
    return null;
  }

  private static String kind(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping _ -> "a mapping";
      case YamlNode.Sequence _ -> "a list";
      case YamlNode.Scalar scalar ->
          switch (scalar.kind()) {
            case NULL -> "nothing";
            case BOOL -> "`" + scalar.value() + "`, which YAML reads as true or false";
            case INT, FLOAT -> "`" + scalar.value() + "`, which YAML reads as a number";
            case STRING -> "the text `" + scalar.value() + "`";
          };
    };
  }
}
