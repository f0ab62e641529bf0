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
  private final Set<String> names = new LinkedHashSet<>();

  Candidates(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** Variables that a script sets to several lines, whose text is not followed. */
  Set<String> names() {
    return names;
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

  /** Adds what a script hands on in the form of {@code NAME<<END}, a line at a time. */
  void addLines(String script) {
    boolean inside = false;
    for (String line : script.split("\n", -1)) {
      String text = unquoted(line.strip());
      int mark = text.indexOf("<<");
      if (mark > 0 && isName(text, mark)) {
        names.add(text.substring(0, mark));
        inside = true;
      } else if (inside) {
        add(text);
      }
    }
  }

  /** What an {@code echo "…" >> file} prints, or the line itself. */
  private static String unquoted(String line) {
    if (!line.startsWith("echo ")) {
      return line;
    }
    String printed = line.substring("echo ".length()).strip();
    char quote = printed.isEmpty() ? ' ' : printed.charAt(0);
    int end = quote == '"' || quote == '\'' ? printed.indexOf(quote, 1) : -1;
    return end < 0 ? printed : printed.substring(1, end);
  }

  private static boolean isName(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
        return false;
      }
    }
    return true;
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
