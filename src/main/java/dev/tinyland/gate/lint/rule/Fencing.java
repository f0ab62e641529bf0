package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Conditions;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Template;
import org.jspecify.annotations.Nullable;

/** A condition with text outside of its fences, put into one fence as its author meant it. */
final class Fencing {
  private final StringBuilder out = new StringBuilder();
  private boolean quoted;

  private Fencing() {}

  /** The condition in one fence; null where it is not clear what it would be. */
  static @Nullable String whole(String condition) {
    try {
      String inner = new Fencing().joined(Template.parse(condition));
      // A line break within quotes is a part of the text, and no blank stands for it.
      boolean oneLine = inner != null && inner.indexOf('\n') < 0 && inner.indexOf('\r') < 0;
      String fenced = inner == null || !oneLine ? null : "${{ " + inner.strip() + " }}";
      return fenced != null && !Conditions.parse(fenced).isAlwaysTrue() ? fenced : null;
    } catch (ExpressionSyntaxException e) {
      return null;
    }
  }

  private @Nullable String joined(Template template) {
    boolean alone = true;
    for (Template.Part part : template.parts()) {
      alone &= !(part instanceof Template.Text(String text)) || text.isBlank();
    }
    boolean unquotes = false;
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Text(String text) -> {
          if (unquotes && !text.startsWith("'")) {
            return null;
          }
          append(unquotes ? text.substring(1) : text);
          unquotes = false;
        }
        case Template.Fence fence -> {
          if (unquotes) {
            return null;
          }
          // '${{ x }}' means the value of x: as an expression it stands without the quotes.
          unquotes = quoted;
          if (quoted && out.charAt(out.length() - 1) != '\'') {
            return null;
          }
          if (quoted) {
            out.setLength(out.length() - 1);
            quoted = false;
          }
          operand(template.source(), fence, alone);
        }
      }
    }
    return quoted || unquotes ? null : out.toString();
  }

  private void operand(String source, Template.Fence fence, boolean alone) {
    boolean loose =
        fence.expression() instanceof Expression.Or
            || fence.expression() instanceof Expression.And
            || fence.expression() instanceof Expression.Binary;
    String inner = source.substring(fence.start() + 3, fence.end() - 2).strip();
    out.append(loose && !alone ? "(" : "");
    append(inner);
    out.append(loose && !alone ? ")" : "");
  }

  /** Line breaks outside of quotes are blanks, for the result stands on one line. */
  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      boolean blank = !quoted && Character.isWhitespace(c);
      boolean again = blank && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
      if (!again) {
        out.append(blank ? ' ' : c);
      }
    }
  }
}
