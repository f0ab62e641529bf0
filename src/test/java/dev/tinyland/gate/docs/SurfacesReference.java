package dev.tinyland.gate.docs;

import dev.tinyland.gate.lint.surface.DataFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The knowledge base in words. A key that is new there shows up here without a word of its own. */
final class SurfacesReference {
  private static final Path SOURCE =
      Path.of("src", "main", "resources", "surfaces", "surfaces.txt");
  private static final Map<String, String> INTRODUCTIONS =
      Map.of(
          "quiet-action",
          "Any action may set variables for the steps after it, unless it is one of these.",
          "credential-input",
          "An action that is not in the table above may write when it is given all inputs of one line\n"
              + "(`*` is any text). See [unknown-attic-writer](../rules/unknown-attic-writer.md).",
          "credential-secret",
          "A workflow of another repository may write when it is given a secret with such a name.",
          "script-input",
          "Inputs of other actions that are read for commands.",
          "client",
          "A script writes when it runs one of these programs, or a package of Nix that holds one, with a\n"
              + "writing subcommand. Options may stand before the subcommand.",
          "cache",
          "Hosts and S3 buckets of the cache, and what an upload to it looks like. Copying into a bucket\n"
              + "goes past the cache and writes; `nix copy --to` an endpoint is an attempt to write.");

  private SurfacesReference() {}

  static String body() {
    Map<String, List<DataFile.Section>> byKind = new LinkedHashMap<>();
    for (DataFile.Section section : DataFile.read(Pages.read(SOURCE))) {
      byKind.computeIfAbsent(section.kind(), kind -> new ArrayList<>()).add(section);
    }
    StringBuilder out = new StringBuilder();
    out.append("What gate takes for a write to an Attic cache, and when. This is the file\n");
    out.append("`src/main/resources/surfaces/surfaces.txt` in words.\n");
    byKind.forEach((kind, sections) -> {
      out.append("\n## ").append(title(kind)).append("\n\n");
      if (kind.equals("action")) {
        actions(out, sections);
        return;
      }
      String introduction = INTRODUCTIONS.get(kind);
      out.append(introduction == null ? "" : introduction + "\n\n");
      for (DataFile.Section section : sections) {
        out.append("- ").append(String.join("; ", keys(section))).append('\n');
      }
    });
    return out.toString();
  }

  private static void actions(StringBuilder out, List<DataFile.Section> sections) {
    out.append(
        "Actions by the name in `uses:`, without the part after `@`; `*` is any text. \"Writes when\" is a GitHub\n");
    out.append(
        "expression over the inputs of the action; an input that is omitted is the empty text.\n\n");
    out.append("| action | writes when | at | remarks |\n|---|---|---|---|\n");
    for (DataFile.Section action : sections) {
      out.append("| ").append(String.join("<br>", codes(action.all("uses")))).append(" | ");
      out.append(writesWhen(action)).append(" | ");
      out.append(at(action)).append(" | ");
      out.append(String.join("; ", remarks(action))).append(" |\n");
    }
  }

  private static String writesWhen(DataFile.Section action) {
    String expression = action.one("writes-when");
    return switch (expression) {
      case "true" -> "always";
      case "false" -> "never";
      default -> GeneratedDocs.code(expression);
    };
  }

  private static String at(DataFile.Section action) {
    if (action.one("writes-when").equals("false")) {
      return "";
    }
    return action.all("post-step").isEmpty() ? "its step" : "the end of the job";
  }

  private static List<String> remarks(DataFile.Section action) {
    List<String> remarks = new ArrayList<>();
    for (DataFile.Entry entry : action.entries()) {
      String value = entry.value();
      String code = GeneratedDocs.code(value);
      switch (entry.key()) {
        case "uses", "writes-when", "post-step" -> {}
        case "unknown" -> remarks.add("the default of " + code + " depends on the revision");
        case "exact" -> {
          int blank = value.indexOf(' ');
          remarks.add(
              GeneratedDocs.code(value.substring(0, blank))
                  + " counts only when it is exactly "
                  + GeneratedDocs.code(value.substring(blank + 1)));
        }
        case "runs" -> remarks.add(code + " is read as a script");
        case "switch" -> remarks.add(code + " switches the write off");
        case "token" -> remarks.add("the token is in " + code);
        default -> remarks.add(entry.key() + ": " + code);
      }
    }
    return remarks;
  }

  /** The values of each key, in order; the plain case of a credential needs no word. */
  private static List<String> keys(DataFile.Section section) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    for (DataFile.Entry entry : section.entries()) {
      byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
    }
    List<String> keys = new ArrayList<>();
    byKey.forEach((key, values) -> {
      String word = key.equals("all") ? "" : key.replace('-', ' ') + " ";
      keys.add(word + String.join(", ", codes(values)));
    });
    return keys;
  }

  private static String title(String kind) {
    String words = kind.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + "s";
  }

  private static List<String> codes(List<String> values) {
    List<String> codes = new ArrayList<>();
    for (String value : values) {
      codes.add(GeneratedDocs.code(value));
    }
    return codes;
  }
}
