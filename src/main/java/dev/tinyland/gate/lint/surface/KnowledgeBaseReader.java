package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.ExpressionParser;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code surfaces.yml}; a mistake in it is a mistake of ours and stops the program. */
public final class KnowledgeBaseReader {
  private static final String RESOURCE = "/surfaces/surfaces.yml";

  private KnowledgeBaseReader() {}

  /** The knowledge base that ships with the program. */
  public static KnowledgeBase builtIn() {
    try (InputStream in = KnowledgeBaseReader.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      return read(
          new SourceFile("surfaces.yml", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KnowledgeBase read(SourceFile file) {
    YamlDocument document = YamlReader.read(file);
    if (!document.problems().isEmpty()) {
      throw wrong(document.problems().getFirst().span(), document.problems().getFirst().message());
    }
    YamlNode root = document.root();
    YamlNode clients = required(root, "clients");
    return new KnowledgeBase(
        actions(required(root, "actions")),
        quiet(get(root, "quiet-actions")),
        credentials(required(root, "credential-inputs")),
        credentials(get(root, "credential-secrets")),
        texts(get(root, "script-inputs")),
        new KnowledgeBase.Clients(
            set(clients, "names"),
            set(clients, "packages"),
            set(clients, "writing"),
            set(clients, "options-with-value")),
        texts(get(root, "endpoints")),
        texts(get(root, "buckets")),
        text(required(root, "upload-path")),
        text(required(root, "upload-header")));
  }

  private static List<KnownAction> actions(YamlNode node) {
    List<KnownAction> actions = new ArrayList<>();
    for (YamlNode item : items(node)) {
      Set<String> unknown = new LinkedHashSet<>();
      pairs(get(item, "omitted"))
          .forEach((name, value) -> {
            if (!text(value).equals("unknown")) {
              throw wrong(value.span(), "`omitted` knows only `unknown`");
            }
            unknown.add(name);
          });
      Map<String, List<String>> exact = new LinkedHashMap<>();
      pairs(get(item, "exact")).forEach((name, value) -> exact.put(name, texts(value)));
      YamlNode switchInput = get(item, "switch");
      actions.add(
          new KnownAction(
              text(required(item, "id")),
              texts(required(item, "uses")),
              expression(required(item, "writes-when")),
              unknown,
              exact,
              get(item, "post-step") instanceof YamlNode.Scalar scalar
                  && scalar.value().equals("true"),
              texts(get(item, "runs")),
              switchInput == null ? null : text(switchInput),
              texts(get(item, "token"))));
    }
    return actions;
  }

  private static dev.tinyland.gate.lint.expression.Expression expression(YamlNode node) {
    try {
      return ExpressionParser.parse(text(node).strip());
    } catch (ExpressionSyntaxException e) {
      throw wrong(node.span(), String.valueOf(e.getMessage()));
    }
  }

  private static List<KnowledgeBase.Quiet> quiet(@Nullable YamlNode node) {
    List<KnowledgeBase.Quiet> all = new ArrayList<>();
    for (YamlNode item : node == null ? List.<YamlNode>of() : items(node)) {
      all.add(
          new KnowledgeBase.Quiet(texts(required(item, "uses")), texts(required(item, "sets"))));
    }
    return all;
  }

  private static List<KnowledgeBase.Credential> credentials(@Nullable YamlNode node) {
    List<KnowledgeBase.Credential> all = new ArrayList<>();
    for (YamlNode item : node == null ? List.<YamlNode>of() : items(node)) {
      all.add(
          new KnowledgeBase.Credential(texts(required(item, "all")), texts(get(item, "but-not"))));
    }
    return all;
  }

  private static Set<String> set(YamlNode node, String key) {
    return new LinkedHashSet<>(texts(required(node, key)));
  }

  private static @Nullable YamlNode get(@Nullable YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : null;
  }

  private static YamlNode required(@Nullable YamlNode node, String key) {
    YamlNode value = get(node, key);
    if (value == null) {
      throw new IllegalStateException("surfaces.yml: `" + key + "` is missing");
    }
    return value;
  }

  private static List<YamlNode> items(YamlNode node) {
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    throw wrong(node.span(), "a list is expected");
  }

  private static Map<String, YamlNode> pairs(@Nullable YamlNode node) {
    Map<String, YamlNode> pairs = new LinkedHashMap<>();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        pairs.put(entry.key().value(), entry.value());
      }
    }
    return pairs;
  }

  private static String text(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.value();
    }
    throw wrong(node.span(), "a text is expected");
  }

  private static List<String> texts(@Nullable YamlNode node) {
    List<String> texts = new ArrayList<>();
    if (node != null) {
      for (YamlNode item : items(node)) {
        texts.add(text(item));
      }
    }
    return texts;
  }

  private static IllegalStateException wrong(Span span, String message) {
    return new IllegalStateException(span + ": " + message);
  }
}
