package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.ShellCondition;
import dev.tinyland.gate.lint.shell.Word;
import java.util.List;

/** Shell tests as a person writes them. */
final class GuardText {
  private GuardText() {}

  static String of(ShellCondition condition) {
    return of(condition, false);
  }

  private static String of(ShellCondition condition, boolean inner) {
    return switch (condition) {
      case ShellCondition.And(List<ShellCondition> all) ->
          all.isEmpty() ? "true" : joined(all, " && ", inner);
      case ShellCondition.Or(List<ShellCondition> any) ->
          any.isEmpty() ? "false" : joined(any, " || ", inner);
      case ShellCondition.Not(ShellCondition.Empty(Word word)) -> "-n " + quoted(word);
      case ShellCondition.Not(ShellCondition.Same(Word left, Word right)) ->
          quoted(left) + " != " + quoted(right);
      case ShellCondition.Not(ShellCondition.Glob(Word subject, Word pattern)) ->
          quoted(subject) + " != " + pattern.display();
      case ShellCondition.Not(ShellCondition negated) -> "! " + of(negated, true);
      case ShellCondition.Same(Word left, Word right) -> quoted(left) + " = " + quoted(right);
      case ShellCondition.Glob(Word subject, Word pattern) ->
          quoted(subject) + " == " + pattern.display();
      case ShellCondition.Empty(Word word) -> "-z " + quoted(word);
      case ShellCondition.Opaque(String text, _, _) -> text;
    };
  }

  private static String quoted(Word word) {
    return "\"" + word.display() + "\"";
  }

  private static String joined(List<ShellCondition> conditions, String operator, boolean inner) {
    StringBuilder text = new StringBuilder();
    for (ShellCondition condition : conditions) {
      if (!text.isEmpty()) {
        text.append(operator);
      }
      text.append(of(condition, conditions.size() > 1));
    }
    return inner && conditions.size() > 1 ? "(" + text + ")" : text.toString();
  }
}
