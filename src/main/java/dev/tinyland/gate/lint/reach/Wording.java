package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import org.jspecify.annotations.Nullable;

/** Conditions and assignments in words a person reads. */
final class Wording {
  private static final int LONGEST = 160;

  private Wording() {}

  /** The condition as the author wrote it, on one line, in back ticks. */
  static String condition(Constraint constraint) {
    String text = constraint.text().isEmpty() ? constraint.expression().text() : constraint.text();
    String line = oneLine(text);
    return switch (constraint.kind()) {
      case JOB -> "job `if: " + line + "`";
      case STEP -> "`if: " + line + "`";
      case GUARD -> "shell test `" + line + "`";
      case SWITCH -> "switch `" + line + "`";
    };
  }

  /** What a free name has to be; null for names that only keep the normal course of a run. */
  static @Nullable String assignment(String name, Value value) {
    int mark = name.lastIndexOf('@');
    String shown = mark < 0 ? name : name.substring(0, mark);
    if (shown.equals("status") || shown.equals("run cancelled") || shown.equals("matrix")) {
      return null;
    }
    String text = Values.text(value);
    if (shown.startsWith("needs.") && shown.endsWith(".result") && "success".equals(text)) {
      return null;
    }
    if (shown.startsWith(Opaque.CONTEXT + ".")) {
      String command = oneLine(shown.substring(Opaque.CONTEXT.length() + 1));
      return "`" + command + "` " + ("true".equals(text) ? "holds" : "does not hold");
    }
    if (value instanceof Value.Null || (text != null && text.isEmpty())) {
      return "`" + shown + "` is empty";
    }
    if (text == null || text.startsWith("some-")) {
      return "`" + shown + "` is set";
    }
    return "`" + shown + "` is `" + oneLine(text) + "`";
  }

  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
      char c = Character.isWhitespace(text.charAt(i)) ? ' ' : text.charAt(i);
      if (c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' ')) {
        line.append(c);
      }
    }
    String trimmed = line.toString().strip();
    return line.length() >= LONGEST ? trimmed + "…" : trimmed;
  }
}
