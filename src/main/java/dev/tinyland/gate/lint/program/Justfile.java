package dev.tinyland.gate.lint.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recipes of a justfile, as far as they say what runs.
 *
 * @param variables those with a fixed text
 * @param others names of variables whose value is computed
 * @param imports paths of imported files, as written
 */
record Justfile(
    String text,
    Map<String, Recipe> recipes,
    Map<String, String> aliases,
    Map<String, String> variables,
    List<String> others,
    List<String> imports) {

  /**
   * One recipe.
   *
   * @param parameters names in order, without their marks
   * @param defaults fixed texts of parameters that may be left out
   * @param variadic whether the last parameter takes all that is left
   * @param needs recipes that run before it, or after
   * @param calls those of them that are given arguments
   * @param from the offset of its body
   * @param to the offset after it
   */
  record Recipe(
      String name,
      List<String> parameters,
      Map<String, String> defaults,
      boolean variadic,
      List<String> needs,
      List<Call> calls,
      int from,
      int to) {}

  /**
   * {@code (NAME ARGUMENT…)} behind the colon of a recipe.
   *
   * @param arguments expressions, as written
   * @param after whether it runs after the recipe
   * @param offset where it stands
   */
  record Call(String name, List<String> arguments, boolean after, int offset) {}

  static Justfile read(String text) {
    Reader reader = new Reader(text);
    reader.all();
    return new Justfile(
        text, reader.recipes, reader.aliases, reader.variables, reader.others, reader.imports);
  }

  @Nullable Recipe recipe(String name) {
    Recipe recipe = recipes.get(name);
    String alias = aliases.get(name);
    return recipe != null || alias == null ? recipe : recipes.get(alias);
  }

  /** The first one, which runs where none is named. */
  @Nullable Recipe first() {
    return recipes.isEmpty() ? null : recipes.values().iterator().next();
  }

  private static final class Reader {
    final String text;
    final Map<String, Recipe> recipes = new LinkedHashMap<>();
    final Map<String, String> aliases = new LinkedHashMap<>();
    final Map<String, String> variables = new LinkedHashMap<>();
    final List<String> others = new ArrayList<>();
    final List<String> imports = new ArrayList<>();

    Reader(String text) {
      this.text = text;
    }

    void all() {
      int at = 0;
      while (at < text.length()) {
        int end = Lines.end(text, at);
        String line = text.substring(at, end);
        int next = Math.min(end + 1, text.length());
        boolean blank = line.isBlank() || line.startsWith("#") || line.startsWith("[");
        if (!blank && !Character.isWhitespace(line.charAt(0))) {
          next = statement(line, at, next);
        }
        at = Math.max(next, end + 1);
      }
    }

    /** Reads a line at the left edge; gives the offset behind its body. */
    private int statement(String line, int start, int body) {
      int assigned = line.indexOf(":=");
      int colon = Lines.outsideQuotes(line, ':');
      if (line.startsWith("import")) {
        String path = Lines.quoted(line);
        if (path != null) {
          imports.add(path);
        }
        return body;
      }
      if (assigned >= 0 && (colon < 0 || assigned <= colon)) {
        assignment(line.substring(0, assigned).strip(), line.substring(assigned + 2).strip());
        return body;
      }
      if (colon < 0) {
        return body;
      }
      int end = Lines.endOfIndented(text, body);
      header(line.substring(0, colon), line.substring(colon + 1), start + colon + 1, body, end);
      return end;
    }

    private void assignment(String left, String value) {
      String name = left.substring(left.lastIndexOf(' ') + 1);
      if (left.startsWith("alias ")) {
        aliases.put(name, value);
        return;
      }
      String fixed = Lines.wholeQuoted(value);
      if (fixed == null) {
        others.add(name);
      } else {
        variables.put(name, fixed);
      }
    }

    private void header(String left, String right, int offset, int from, int to) {
      List<String> words = Lines.words(left);
      if (words.isEmpty()) {
        return;
      }
      String first = words.getFirst();
      String name = first.startsWith("@") ? first.substring(1) : first;
      List<String> parameters = new ArrayList<>();
      Map<String, String> defaults = new LinkedHashMap<>();
      boolean variadic = false;
      for (String word : words.subList(1, words.size())) {
        String parameter = word;
        while (!parameter.isEmpty() && "+*$".indexOf(parameter.charAt(0)) >= 0) {
          variadic |= parameter.charAt(0) != '$';
          parameter = parameter.substring(1);
        }
        int equals = parameter.indexOf('=');
        if (equals > 0) {
          String fixed = Lines.wholeQuoted(parameter.substring(equals + 1));
          parameter = parameter.substring(0, equals);
          if (fixed != null) {
            defaults.put(parameter, fixed);
          }
        }
        parameters.add(parameter);
      }
      List<String> needs = new ArrayList<>();
      List<Call> calls = new ArrayList<>();
      int comment = Lines.outsideQuotes(right, '#');
      needs(comment < 0 ? right : right.substring(0, comment), offset, needs, calls);
      recipes.put(name, new Recipe(name, parameters, defaults, variadic, needs, calls, from, to));
    }

    private static void needs(String text, int offset, List<String> needs, List<Call> calls) {
      boolean after = false;
      int at = 0;
      while (at < text.length()) {
        int open = Lines.outsideQuotes(text.substring(at), '(');
        int begin = open < 0 ? text.length() : at + open;
        String plain = text.substring(at, begin);
        after |= plain.contains("&&");
        for (String word : Lines.words(plain)) {
          needs.add(word);
        }
        if (open < 0) {
          return;
        }
        int close = Lines.outsideQuotes(text.substring(begin), ')');
        int end = close < 0 ? text.length() : begin + close;
        List<String> words = Lines.words(text.substring(begin + 1, end));
        if (!words.isEmpty()) {
          List<String> arguments = words.subList(1, words.size());
          calls.add(new Call(words.getFirst(), List.copyOf(arguments), after, offset + begin));
        }
        at = end + 1;
      }
    }
  }
}
