package dev.tinyland.gate.docs;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The knowledge base in words. A key that is new there shows up here without a word of its own. */
final class SurfacesReference {
  private static final Path SOURCE =
      Path.of("src", "main", "resources", "surfaces", "surfaces.yml");
  private static final Map<String, String> INTRODUCTIONS =
      Map.of(
          "credential-inputs",
          "An action that is not in the table above may write when it is given all inputs of one line\n"
              + "(`*` is any text). See [unknown-attic-writer](../rules/unknown-attic-writer.md).",
          "credential-secrets",
          "A workflow of another repository may write when it is given a secret with such a name.",
          "clients",
          "A script writes when it runs one of these programs, or a package of Nix that holds one, with a\n"
              + "writing subcommand. Options may stand before the subcommand.",
          "endpoints",
          "Hosts of the cache. `nix copy --to` one of them is an attempt to write.",
          "buckets",
          "S3 buckets below the cache. Copying into one of them goes past the cache and writes.",
          "upload-path",
          "A request to this path, for example by `curl`, is an upload.",
          "upload-header",
          "A request with this header is an upload.");

  private SurfacesReference() {}

  static String body() {
    YamlDocument document =
        YamlReader.read(new SourceFile(SOURCE.getFileName() + "", Pages.read(SOURCE)));
    YamlNode.Mapping root = mapping(document.root());
    StringBuilder out = new StringBuilder();
    out.append("What gate takes for a write to an Attic cache, and when. This is the file\n");
    out.append("`src/main/resources/surfaces/surfaces.yml` in words.\n");
    for (YamlNode.Entry entry : root.entries()) {
      String key = entry.key().value();
      out.append("\n## ").append(title(key)).append("\n\n");
      if (key.equals("actions")) {
        actions(out, entry.value());
      } else {
        String introduction = INTRODUCTIONS.get(key);
        out.append(introduction == null ? "" : introduction + "\n\n");
        list(out, entry.value());
      }
    }
    return out.toString();
  }

  private static void actions(StringBuilder out, YamlNode node) {
    out.append(
        "Actions by the name in `uses:`, without the part after `@`; `*` is any text. \"Writes when\" is a GitHub\n");
    out.append(
        "expression over the inputs of the action; an input that is omitted is the empty text.\n\n");
    out.append("| action | writes when | at | remarks |\n|---|---|---|---|\n");
    for (YamlNode item : items(node)) {
      YamlNode.Mapping action = mapping(item);
      out.append("| ").append(String.join("<br>", codes(action.get("uses")))).append(" | ");
      out.append(writesWhen(action)).append(" | ");
      out.append(at(action)).append(" | ");
      out.append(String.join("; ", remarks(action))).append(" |\n");
    }
  }

  private static String writesWhen(YamlNode.Mapping action) {
    String expression = text(action.get("writes-when")).strip();
    return switch (expression) {
      case "true" -> "always";
      case "false" -> "never";
      default -> GeneratedDocs.code(expression);
    };
  }

  private static String at(YamlNode.Mapping action) {
    if (text(action.get("writes-when")).strip().equals("false")) {
      return "";
    }
    return action.get("post-step") == null ? "its step" : "the end of the job";
  }

  private static List<String> remarks(YamlNode.Mapping action) {
    List<String> remarks = new ArrayList<>();
    for (YamlNode.Entry entry : action.entries()) {
      YamlNode value = entry.value();
      switch (entry.key().value()) {
        case "id", "uses", "writes-when", "post-step" -> {}
        case "omitted" -> {
          for (YamlNode.Entry input : mapping(value).entries()) {
            remarks.add("the default of " + code(input.key()) + " depends on the revision");
          }
        }
        case "exact" -> {
          for (YamlNode.Entry input : mapping(value).entries()) {
            String spelled = String.join(", ", codes(input.value()));
            remarks.add(code(input.key()) + " counts only when it is exactly " + spelled);
          }
        }
        case "runs" -> remarks.add(String.join(", ", codes(value)) + " is read as a script");
        case "switch" -> remarks.add(code(value) + " switches the write off");
        case "token" -> remarks.add("the token is in " + String.join(", ", codes(value)));
        default -> remarks.add(entry.key().value() + ": " + shown(value));
      }
    }
    return remarks;
  }

  /** One line for each item of a list or each key of a mapping. */
  private static void list(StringBuilder out, YamlNode node) {
    switch (node) {
      case YamlNode.Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          out.append("- ").append(shown(item)).append('\n');
        }
      }
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          out.append("- ").append(words(entry.key().value())).append(": ");
          out.append(shown(entry.value())).append('\n');
        }
      }
      case YamlNode.Scalar scalar -> out.append("- ").append(code(scalar)).append('\n');
    }
  }

  private static String shown(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> code(scalar);
      case YamlNode.Sequence sequence -> String.join(", ", codes(sequence));
      case YamlNode.Mapping mapping -> {
        List<String> parts = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
          String key = entry.key().value();
          // The plain case of a credential input needs no word.
          parts.add((key.equals("all") ? "" : words(key) + " ") + shown(entry.value()));
        }
        yield String.join(", ", parts);
      }
    };
  }

  private static String title(String key) {
    String words = words(key);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String words(String key) {
    return key.replace('-', ' ');
  }

  private static String code(YamlNode node) {
    return GeneratedDocs.code(text(node));
  }

  private static List<String> codes(@Nullable YamlNode node) {
    List<String> codes = new ArrayList<>();
    if (node != null) {
      for (YamlNode item : items(node)) {
        codes.add(item instanceof YamlNode.Scalar ? code(item) : shown(item));
      }
    }
    return codes;
  }

  private static String text(@Nullable YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.value();
    }
    throw new AssertionError(SOURCE + ": a text is expected, not " + node);
  }

  private static List<YamlNode> items(YamlNode node) {
    return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
  }

  private static YamlNode.Mapping mapping(@Nullable YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw new AssertionError(SOURCE + ": a mapping is expected, not " + node);
  }
}
