package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.PlacedText;
import dev.tinyland.gate.lint.shell.Word;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a recipe as the shell gets it: marks taken off, interpolations put in. */
final class RecipeText {
  private final Justfile justfile;
  private final Map<String, Word> variables;
  private final Set<String> unknown;

  RecipeText(Justfile justfile, Map<String, Word> variables, Set<String> unknown) {
    this.justfile = justfile;
    this.variables = variables;
    this.unknown = unknown;
  }

  /** Adds the body; whether a shell reads it. */
  boolean add(Justfile.Recipe recipe, PlacedText.Builder to) {
    String text = justfile.text();
    String body = text.substring(recipe.from(), recipe.to()).stripLeading();
    boolean script = body.startsWith("#!");
    for (int at = recipe.from(); at < recipe.to(); at = Lines.end(text, at) + 1) {
      line(at, Math.min(Lines.end(text, at), recipe.to()), script, to);
    }
    return !script || Shebang.isShell(body.substring(0, Lines.end(body, 0)));
  }

  /** Adds the calls of other recipes that come before the body, or after it. */
  void addCalls(Justfile.Recipe recipe, boolean after, PlacedText.Builder to) {
    for (Justfile.Call call : recipe.calls()) {
      if (call.after() == after) {
        to.addFor("just " + call.name(), call.offset());
        for (String argument : call.arguments()) {
          to.addFor(" \"", call.offset());
          interpolate(argument, call.offset(), to);
          to.add('"', call.offset());
        }
        to.add('\n', call.offset());
      }
    }
  }

  private void line(int from, int to, boolean script, PlacedText.Builder builder) {
    String text = justfile.text();
    int at = from;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean ignored = false;
    while (!script && at < to && (text.charAt(at) == '@' || text.charAt(at) == '-')) {
      ignored |= text.charAt(at) == '-';
      at++;
    }
    while (at < to) {
      int open = text.indexOf("{{", at);
      int close = open < 0 || open >= to ? -1 : text.indexOf("}}", open);
      if (close < 0 || close >= to) {
        break;
      }
      builder.addPiece(text, at, open);
      interpolate(text.substring(open + 2, close).strip(), open, builder);
      at = close + 2;
    }
    builder.addPiece(text, Math.min(at, to), to);
    if (ignored) {
      builder.addFor(" || true", to - 1);
    }
    builder.add('\n', Math.max(from, to - 1));
  }

  private void interpolate(String expression, int offset, PlacedText.Builder builder) {
    String fixed = fixed(expression);
    if (fixed != null) {
      builder.addFor(fixed, offset);
      return;
    }
    boolean name = Lines.isName(expression);
    String variable = name ? expression : "just_expression";
    if (!variables.containsKey(variable)) {
      unknown.add(variable);
    }
    builder.addFor("${" + variable + "}", offset);
  }

  private @Nullable String fixed(String expression) {
    Word given = variables.get(expression);
    String literal = given == null ? null : given.literal();
    if (literal != null || given != null) {
      return literal;
    }
    String quoted = Lines.wholeQuoted(expression);
    return quoted == null ? justfile.variables().get(expression) : quoted;
  }
}
