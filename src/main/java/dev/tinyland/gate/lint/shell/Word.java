package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of the shell.
 *
 * <p>In the syntax tree a {@link WordPart.Variable} is what is written. In an {@link Invocation} or
 * a {@link ShellCondition} the variables of the script have been resolved: a variable that is left
 * stands for the value which the environment gave when the script started.
 */
public record Word(List<WordPart> parts, int start, int end) {
  public Word {
    parts = List.copyOf(parts);
  }

  /** A word of fixed text. */
  public static Word of(String text, int start, int end) {
    return new Word(List.of(new WordPart.Literal(text, true, start, end)), start, end);
  }

  /** The whole text, or {@code null} where a part of it is not fixed. */
  public @Nullable String literal() {
    if (parts.size() == 1) {
      return parts.get(0) instanceof WordPart.Literal literal ? literal.text() : null;
    }
    StringBuilder text = new StringBuilder();
    for (WordPart part : parts) {
      if (!(part instanceof WordPart.Literal literal)) {
        return null;
      }
      text.append(literal.text());
    }
    return text.toString();
  }

  /** The fixed text before the first part that is not fixed. */
  public String literalPrefix() {
    StringBuilder text = new StringBuilder();
    for (WordPart part : parts) {
      if (!(part instanceof WordPart.Literal literal)) {
        break;
      }
      text.append(literal.text());
    }
    return text.toString();
  }

  /** The fixed text after the last part that is not fixed. */
  public String literalSuffix() {
    int first = parts.size();
    while (first > 0 && parts.get(first - 1) instanceof WordPart.Literal) {
      first--;
    }
    StringBuilder text = new StringBuilder();
    for (int i = first; i < parts.size(); i++) {
      if (parts.get(i) instanceof WordPart.Literal literal) {
        text.append(literal.text());
      }
    }
    return text.toString();
  }

  /** The values the word can have where all of them are known; otherwise empty. */
  public List<String> possible() {
    String literal = literal();
    return literal == null ? List.of() : List.of(literal);
  }

  /** Whether any part is not certain to stay within one field. */
  boolean mayVanishOrSplit() {
    boolean open = false;
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal
          ? literal.quoted() || !literal.text().isEmpty()
          : part.quoted()) {
        return false;
      }
      open = true;
    }
    return open;
  }

  /** The text as a reader would write it, quotes left out. */
  public String display() {
    StringBuilder out = new StringBuilder();
    display(out);
    return out.toString();
  }

  private void display(StringBuilder out) {
    for (WordPart part : parts) {
      display(part, out);
    }
  }

  private static void display(WordPart part, StringBuilder out) {
    switch (part) {
      case WordPart.Literal literal -> out.append(literal.text());
      case WordPart.Variable variable -> display(variable, out);
      case WordPart.CommandSubstitution ignored -> out.append("$(…)");
      case WordPart.ProcessSubstitution substitution ->
          out.append(substitution.output() ? ">(…)" : "<(…)");
      case WordPart.Arithmetic ignored -> out.append("$((…))");
      case WordPart.Expression expression ->
          out.append("${{").append(expression.text()).append("}}");
      case WordPart.Unknown unknown -> out.append(unknown.display());
    }
  }

  private static void display(WordPart.Variable variable, StringBuilder out) {
    if (variable.index() == null && variable.operator().isEmpty()) {
      out.append('$').append(variable.name());
      return;
    }
    out.append("${");
    if (variable.operator().equals("length")) {
      out.append('#');
    } else if (variable.operator().equals("indirect")) {
      out.append('!');
    }
    out.append(variable.name());
    if (variable.index() != null) {
      out.append('[');
      variable.index().display(out);
      out.append(']');
    }
    if (variable.operand() != null) {
      out.append(variable.operator());
      variable.operand().display(out);
    }
    out.append('}');
  }
}
