package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.List;
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
      case SWITCH -> "`" + line + "`";
    };
  }

  /** What a free name has to be; null for names that only keep the normal course of a run. */
  static @Nullable String assignment(String name, Value value) {
    int mark = name.lastIndexOf('@');
    String shown = mark < 0 ? name : name.substring(0, mark);
    String text = Values.text(value);
    if (shown.equals("status")) {
      return "success".equals(text) ? null : "an earlier step is not a success";
    }
    if (shown.equals("run cancelled")) {
      return "true".equals(text) ? "the run is cancelled" : null;
    }
    if (shown.equals("matrix")
        || shown.equals(GithubContext.REF_KIND)
        || shown.equals("github.event.number")) {
      return null;
    }
    if (isResult(shown)) {
      return "success".equals(text) ? null : "`" + shown + "` is `" + text + "`";
    }
    if (shown.startsWith(Opaque.CONTEXT + ".")) {
      return opaque(shown.substring(Opaque.CONTEXT.length() + 1), "true".equals(text));
    }
    if (value instanceof Value.Null || (text != null && text.isEmpty())) {
      return "`" + shown + "` is empty";
    }
    if (text == null || (text.startsWith("some-") && mayBeEmpty(shown))) {
      return "`" + shown + "` is set";
    }
    String is = "`" + shown + "` is `" + oneLine(text) + "`";
    return Pieces.isMadeUp(text) ? is + ", for example" : is;
  }

  private static boolean isResult(String shown) {
    return (shown.startsWith("needs.") && shown.endsWith(".result"))
        || (shown.startsWith("steps.")
            && (shown.endsWith(".outcome") || shown.endsWith(".conclusion")));
  }

  private static boolean mayBeEmpty(String shown) {
    return !shown.startsWith("github.") || shown.startsWith("github.event.");
  }

  /** A command that succeeds or fails, or a comparison that holds or does not. */
  private static String opaque(String text, boolean yes) {
    boolean comparison = text.contains(" = ") || text.contains(" == ") || text.startsWith("[");
    String how = comparison ? (yes ? " holds" : " does not hold") : yes ? " succeeds" : " fails";
    return "`" + oneLine(text) + "`" + how;
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> texts) {
    int last = texts.size() - 1;
    return last < 1
        ? String.join("", texts)
        : String.join(", ", texts.subList(0, last)) + " and " + texts.getLast();
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
