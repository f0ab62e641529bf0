package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a loop that goes through some things from one that tries the same again. */
final class Loops {
  private Loops() {}

  /** {@code while read} goes through lines; every other condition is about trying. */
  static Invocation.Loop of(ShellNode.Loop loop) {
    List<ShellNode> condition = loop.condition().items();
    return !condition.isEmpty() && isRead(condition.getLast())
        ? Invocation.Loop.EACH
        : Invocation.Loop.AGAIN;
  }

  private static boolean isRead(ShellNode node) {
    return switch (node) {
      case ShellNode.Simple simple -> {
        String name = simple.words().isEmpty() ? null : simple.words().get(0).literal();
        yield "read".equals(name);
      }
      case ShellNode.AndOr list -> isRead(list.first());
      case ShellNode.Redirected redirected -> isRead(redirected.node());
      default -> false;
    };
  }

  /** Whoever counts, and does not use the number to tell one thing from another, tries again. */
  static Invocation.Loop of(ShellNode.For loop) {
    if (loop.name().isEmpty()) {
      return Invocation.Loop.AGAIN;
    }
    return counts(loop.words()) ? Invocation.Loop.AGAIN : Invocation.Loop.EACH;
  }

  private static boolean counts(@Nullable List<Word> words) {
    if (words == null || words.isEmpty()) {
      return false;
    }
    for (Word word : words) {
      if (!isNumber(word) && !isSequence(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(Word word) {
    String text = word.literal();
    if (text == null || text.isEmpty()) {
      return false;
    }
    // Braces stay as they are in the syntax tree: {1..3}.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '{' && c != '}' && c != '.' && c != ',') {
        return false;
      }
    }
    return true;
  }

  /** {@code $(seq 3)}. */
  private static boolean isSequence(Word word) {
    return word.parts().size() == 1
        && word.parts().get(0) instanceof WordPart.CommandSubstitution substitution
        && !substitution.body().items().isEmpty()
        && substitution.body().items().get(0) instanceof ShellNode.Simple simple
        && !simple.words().isEmpty()
        && "seq".equals(simple.words().get(0).literal());
  }
}
