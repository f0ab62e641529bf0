package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Texts of the files on the way that are commands which write, or part of one, and that a script
 * may be given through a matrix, a variable, an input or an output. Whether it is given one of them
 * is for the reach to decide.
 */
final class Candidates {
  /** More are not tried; no file that people write comes near. */
  private static final int LIMIT = 24;

  private static final int LONGEST = 4_000;

  /** Keys whose text is never a command that something else could run. */
  private static final Set<String> PROSE = Set.of("name", "description", "run", "if", "uses");

  private final KnowledgeBase knowledge;
  private final Set<String> files = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();

  Candidates(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  List<String> all() {
    return List.copyOf(texts);
  }

  /** Adds what the file holds; a file counts once. */
  void addFile(Checkout checkout, String path) {
    if (!files.add(path)) {
      return;
    }
    Checkout.Read read = checkout.known(path);
    YamlNode root = read == null ? null : read.document().root();
    if (root != null) {
      addNode(root, false);
    }
  }

  /** Adds a text if it could be a command that writes. */
  void add(String text) {
    String stripped = text.strip();
    if (texts.size() < LIMIT && stripped.length() <= LONGEST && couldWrite(stripped)) {
      texts.add(text);
    }
  }

  private void addNode(YamlNode node, boolean prose) {
    switch (node) {
      case YamlNode.Scalar scalar -> {
        String value = scalar.value();
        if (!prose) {
          add(value);
        }
        if (value.contains("${{")) {
          addQuoted(value);
        }
      }
      case YamlNode.Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          addNode(item, prose);
        }
      }
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          addNode(entry.value(), PROSE.contains(entry.key().value()));
        }
      }
    }
  }

  /** The texts in single quotes, as expressions write them. */
  private void addQuoted(String value) {
    int open = value.indexOf('\'', value.indexOf("${{"));
    while (open >= 0) {
      int close = value.indexOf('\'', open + 1);
      if (close < 0) {
        return;
      }
      String text = value.substring(open + 1, close);
      add(text);
      if (text.startsWith("[") || text.startsWith("{")) {
        addJson(text);
      }
      open = value.indexOf('\'', close + 1);
    }
  }

  /** The texts of a JSON value, of which a matrix takes one at a time. */
  private void addJson(String json) {
    int open = json.indexOf('"');
    while (open >= 0) {
      int close = json.indexOf('"', open + 1);
      if (close < 0) {
        return;
      }
      add(json.substring(open + 1, close));
      open = json.indexOf('"', close + 1);
    }
  }

  private boolean couldWrite(String text) {
    if (OpaqueText.mentionsWrite(text, knowledge)) {
      return true;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.indexOf(' ') < 0
        && knowledge.clients().names().contains(lower.substring(lower.lastIndexOf('/') + 1));
  }
}
