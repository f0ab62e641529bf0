package dev.tinyland.gate.docs;

import java.util.Map;
import java.util.TreeMap;

/** The pages of {@code docs/reference} that are written by the program from its own data. */
final class GeneratedDocs {
  static final String UPDATE = "mvn test -Dtest=GeneratedDocsTest -Dgolden.update=true";

  private GeneratedDocs() {}

  /** The text of every page by the name of its file. */
  static Map<String, String> all() {
    Map<String, String> pages = new TreeMap<>();
    pages.put("rules.md", page("Rules", RulesReference.body()));
    pages.put("cli.md", page("Command line", CliReference.body()));
    pages.put("action.md", page("The action", ActionReference.body()));
    pages.put("exit-codes.md", page("Exit codes", ExitCodesReference.body()));
    pages.put("surfaces.md", page("What is known to write", SurfacesReference.body()));
    pages.put(ConfigSchema.FILE, ConfigSchema.text());
    return pages;
  }

  /** Text as one cell of a table. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ").strip();
  }

  /** Text in code style, as one cell of a table. */
  static String code(String text) {
    return "`" + cell(text) + "`";
  }

  private static String page(String title, String body) {
    return "<!-- Generated. Do not edit: " + UPDATE + " -->\n\n# " + title + "\n\n" + body;
  }
}
