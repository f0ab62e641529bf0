package dev.tinyland.gate.lint.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a makefile, as far as they say what runs.
 *
 * @param variables values as written, references unresolved
 */
record Makefile(String text, Map<String, Rule> rules, Map<String, String> variables) {

  /**
   * One rule; several with the same target are one.
   *
   * @param needs its prerequisites
   * @param bodies from and to of each body, in pairs
   */
  record Rule(String target, List<String> needs, List<Integer> bodies) {}

  static Makefile read(String text) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Map<String, String> variables = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = Lines.end(text, at);
      String line = text.substring(at, end);
      int next = end + 1;
      boolean statement =
          !line.isBlank()
              && line.charAt(0) != '\t'
              && line.charAt(0) != '#'
              && line.charAt(0) != ' ';
      if (statement) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        boolean assigns = equals > 0 && (colon < 0 || equals <= colon + 2 || equals < colon);
        if (assigns) {
          variables.putIfAbsent(
              name(line.substring(0, equals)), line.substring(equals + 1).strip());
        } else if (colon > 0) {
          next = rule(text, line, colon, Math.min(next, text.length()), rules);
        }
      }
      at = Math.max(next, end + 1);
    }
    return new Makefile(text, rules, variables);
  }

  private static int rule(String text, String line, int colon, int body, Map<String, Rule> rules) {
    int end = body;
    while (end < text.length() && (text.charAt(end) == '\t' || isBlank(text, end))) {
      end = Math.min(Lines.end(text, end) + 1, text.length());
    }
    String needs = line.substring(colon + 1);
    int comment = needs.indexOf('#');
    List<String> names = Lines.words(comment < 0 ? needs : needs.substring(0, comment));
    for (String target : Lines.words(line.substring(0, colon))) {
      Rule rule =
          rules.computeIfAbsent(
              target, name -> new Rule(name, new ArrayList<>(), new ArrayList<>()));
      rule.needs().addAll(names);
      rule.bodies().add(body);
      rule.bodies().add(end);
    }
    return end;
  }

  private static boolean isBlank(String text, int at) {
    return text.substring(at, Lines.end(text, at)).isBlank() && at < text.length() - 1;
  }

  private static String name(String left) {
    String name = left.strip();
    while (!name.isEmpty() && ":?+!".indexOf(name.charAt(name.length() - 1)) >= 0) {
      name = name.substring(0, name.length() - 1);
    }
    name = name.strip();
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /** The first target that is no special one, which is made where none is named. */
  @Nullable Rule first() {
    for (Rule rule : rules.values()) {
      if (!rule.target().startsWith(".")) {
        return rule;
      }
    }
    return null;
  }
}
