package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Short texts for what an analysis finds, for comparison in tests. */
final class Shown {
  private Shown() {}

  static ShellAnalysis analysis(String text) {
    return ShellAnalysis.of(Script.parse(text), Options.DEFAULT);
  }

  /** The invocations of attic whose first argument is push or watch-store. */
  static List<String> writes(ShellAnalysis analysis) {
    List<String> shown = new ArrayList<>();
    for (Invocation invocation : analysis.invocations()) {
      boolean attic = "attic".equals(invocation.command());
      String verb = invocation.literal(1);
      if (attic && ("push".equals(verb) || "watch-store".equals(verb))) {
        shown.add(invocation.display());
      }
    }
    return shown;
  }

  static List<String> writes(String text) {
    return writes(analysis(text));
  }

  /** The guards of the only write. */
  static String guards(String text) {
    return guards(analysis(text));
  }

  static String guards(ShellAnalysis analysis) {
    List<String> shown = new ArrayList<>();
    for (Invocation invocation : analysis.invocations()) {
      if ("attic".equals(invocation.command()) && "push".equals(invocation.literal(1))) {
        shown.add(all(invocation.guards()));
      }
    }
    return String.join(" / ", shown);
  }

  static String all(List<ShellCondition> conditions) {
    List<String> shown = new ArrayList<>();
    for (ShellCondition condition : conditions) {
      shown.add(condition(condition));
    }
    return String.join(", ", shown);
  }

  static String condition(ShellCondition condition) {
    return switch (condition) {
      case ShellCondition.And and -> and.all().isEmpty() ? "always" : joined(and.all(), " & ");
      case ShellCondition.Or or -> or.any().isEmpty() ? "never" : joined(or.any(), " | ");
      case ShellCondition.Not not -> "!" + condition(not.condition());
      case ShellCondition.Same same -> same.left().display() + "=" + same.right().display();
      case ShellCondition.Glob glob -> glob.subject().display() + "~" + glob.pattern().display();
      case ShellCondition.Empty empty -> "empty(" + empty.word().display() + ")";
      case ShellCondition.Opaque opaque -> "<" + opaque.text() + ">";
    };
  }

  private static String joined(List<ShellCondition> conditions, String between) {
    List<String> shown = new ArrayList<>();
    for (ShellCondition condition : conditions) {
      shown.add(condition(condition));
    }
    return "(" + String.join(between, shown) + ")";
  }

  static List<String> files(String text) {
    return files(analysis(text));
  }

  static List<String> files(ShellAnalysis analysis) {
    List<String> shown = new ArrayList<>();
    for (FileCommandWrite write : analysis.writes()) {
      String value = write.value() == null ? "?" : write.value().display();
      String what = write.opaque() ? "opaque" : write.key() + "=" + value;
      String guards = write.guards().isEmpty() ? "" : " if " + all(write.guards());
      shown.add(write.kind() + " " + what + guards);
    }
    return shown;
  }
}
