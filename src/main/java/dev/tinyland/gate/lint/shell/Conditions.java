package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts conditions together and simplifies. Results that would grow too large are weakened, never
 * strengthened: all conditions here are necessary ones, and a negation stands only before a leaf.
 */
final class Conditions {
  private static final int LARGEST = 64;

  private Conditions() {}

  static boolean isAlways(ShellCondition condition) {
    return condition instanceof ShellCondition.And and && and.all().isEmpty();
  }

  static boolean isNever(ShellCondition condition) {
    return condition instanceof ShellCondition.Or or && or.any().isEmpty();
  }

  static ShellCondition and(ShellCondition left, ShellCondition right) {
    if (isAlways(left) || isNever(right)) {
      return right;
    }
    if (isAlways(right) || isNever(left) || left.equals(right)) {
      return left;
    }
    List<ShellCondition> all = new ArrayList<>();
    addAll(all, left);
    addAll(all, right);
    if (contradicts(all)) {
      return ShellCondition.NEVER;
    }
    ShellCondition.And both = new ShellCondition.And(all);
    return size(both) > LARGEST ? left : both;
  }

  private static void addAll(List<ShellCondition> all, ShellCondition condition) {
    if (condition instanceof ShellCondition.And and) {
      for (ShellCondition one : and.all()) {
        addIfNew(all, one);
      }
    } else {
      addIfNew(all, condition);
    }
  }

  /**
   * Whether a condition stands beside its negation. Opaque ones do not count: the same command can
   * have run twice, with two results.
   */
  private static boolean contradicts(List<ShellCondition> all) {
    for (ShellCondition one : all) {
      boolean negates =
          one instanceof ShellCondition.Not not
              && !(not.condition() instanceof ShellCondition.Opaque)
              && all.contains(not.condition());
      if (negates) {
        return true;
      }
    }
    return false;
  }

  private static void addIfNew(List<ShellCondition> list, ShellCondition condition) {
    if (!list.contains(condition)) {
      list.add(condition);
    }
  }

  static ShellCondition or(ShellCondition left, ShellCondition right) {
    if (isNever(left) || isAlways(right)) {
      return right;
    }
    if (isNever(right) || isAlways(left) || left.equals(right)) {
      return left;
    }
    if (left.equals(not(right))) {
      return ShellCondition.ALWAYS;
    }
    List<ShellCondition> any = new ArrayList<>();
    addAny(any, without(left, right));
    addAny(any, without(right, left));
    ShellCondition.Or either = new ShellCondition.Or(any);
    return size(either) > LARGEST ? ShellCondition.ALWAYS : either;
  }

  /** A condition as it is where another one does not hold: {@code !a & b} is {@code b}. */
  private static ShellCondition without(ShellCondition condition, ShellCondition other) {
    if (!(condition instanceof ShellCondition.And and) || isLarge(other)) {
      return condition;
    }
    ShellCondition negated = not(other);
    if (!and.all().contains(negated)) {
      return condition;
    }
    List<ShellCondition> rest = new ArrayList<>(and.all());
    rest.remove(negated);
    return rest.size() == 1 ? rest.get(0) : new ShellCondition.And(rest);
  }

  private static boolean isLarge(ShellCondition condition) {
    return condition instanceof ShellCondition.And || condition instanceof ShellCondition.Or;
  }

  private static void addAny(List<ShellCondition> any, ShellCondition condition) {
    if (condition instanceof ShellCondition.Or or) {
      for (ShellCondition one : or.any()) {
        addIfNew(any, one);
      }
    } else {
      addIfNew(any, condition);
    }
  }

  /** The negation of a leaf; anything larger becomes a plain {@code Not}. */
  static ShellCondition not(ShellCondition condition) {
    if (condition instanceof ShellCondition.Not not) {
      return not.condition();
    }
    if (isAlways(condition)) {
      return ShellCondition.NEVER;
    }
    return isNever(condition) ? ShellCondition.ALWAYS : new ShellCondition.Not(condition);
  }

  private static int size(ShellCondition condition) {
    return switch (condition) {
      case ShellCondition.And and -> size(and.all());
      case ShellCondition.Or or -> size(or.any());
      case ShellCondition.Not not -> 1 + size(not.condition());
      default -> 1;
    };
  }

  private static int size(List<ShellCondition> conditions) {
    int size = 1;
    for (ShellCondition one : conditions) {
      size += size(one);
    }
    return size;
  }

  /** Two words have the same text. */
  static ShellCondition same(Word left, Word right, String text) {
    String a = left.literal();
    String b = right.literal();
    if (a != null && b != null) {
      return a.equals(b) ? ShellCondition.ALWAYS : ShellCondition.NEVER;
    }
    if (!isComparable(left) || !isComparable(right)) {
      return new ShellCondition.Opaque(text, left.start(), right.end());
    }
    if (a != null) {
      return same(right, left, text);
    }
    if (b != null && b.isEmpty()) {
      return empty(left, text);
    }
    return withoutCommonPrefix(left, right);
  }

  /** The old trick {@code [ "x$A" = "xmain" ]} compares the rest. */
  private static ShellCondition withoutCommonPrefix(Word left, Word right) {
    String prefix = left.literalPrefix();
    String other = right.literal();
    boolean strip = !prefix.isEmpty() && other != null && left.parts().size() == 2;
    if (!strip || other == null) {
      return new ShellCondition.Same(left, right);
    }
    if (!other.startsWith(prefix)) {
      return ShellCondition.NEVER;
    }
    Word subject = new Word(List.of(left.parts().get(1)), left.start(), left.end());
    Word rest = Word.of(other.substring(prefix.length()), right.start(), right.end());
    return same(subject, rest, other);
  }

  static ShellCondition empty(Word word, String text) {
    String literal = word.literal();
    if (literal != null) {
      return literal.isEmpty() ? ShellCondition.ALWAYS : ShellCondition.NEVER;
    }
    if (!word.literalPrefix().isEmpty() || !word.literalSuffix().isEmpty()) {
      return ShellCondition.NEVER;
    }
    return isComparable(word)
        ? new ShellCondition.Empty(word)
        : new ShellCondition.Opaque(text, word.start(), word.end());
  }

  /** Whether all of a word comes from the text, the environment and GitHub's expressions. */
  static boolean isComparable(Word word) {
    for (WordPart part : word.parts()) {
      boolean known =
          part instanceof WordPart.Literal
              || part instanceof WordPart.Expression
              || (part instanceof WordPart.Variable variable
                  && variable.index() == null
                  && (variable.operand() == null || isComparable(variable.operand())));
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /** The subject matches a pattern of {@code case} or {@code [[ == ]]}. */
  static ShellCondition matches(Word subject, Word pattern, String text) {
    boolean wild = false;
    for (WordPart part : pattern.parts()) {
      if (part.quoted()) {
        continue;
      }
      if (!(part instanceof WordPart.Literal literal)) {
        wild = true;
        continue;
      }
      for (int i = 0; i < literal.text().length(); i++) {
        char c = literal.text().charAt(i);
        if (c == '[' || c == '(' || c == '\\') {
          return new ShellCondition.Opaque(text, subject.start(), pattern.end());
        }
        wild |= c == '*' || c == '?';
      }
    }
    if (!wild) {
      return same(subject, pattern, text);
    }
    if ("*".equals(pattern.literal())) {
      return ShellCondition.ALWAYS;
    }
    if (!isComparable(subject) || !isComparable(pattern)) {
      return new ShellCondition.Opaque(text, subject.start(), pattern.end());
    }
    String fixed = subject.literal();
    if (fixed == null || pattern.literal() == null) {
      return new ShellCondition.Glob(subject, pattern);
    }
    return globMatches(fixed, pattern) ? ShellCondition.ALWAYS : ShellCondition.NEVER;
  }

  private static boolean globMatches(String text, Word pattern) {
    StringBuilder glob = new StringBuilder();
    StringBuilder wild = new StringBuilder();
    for (WordPart part : pattern.parts()) {
      if (part instanceof WordPart.Literal literal) {
        glob.append(literal.text());
        wild.repeat(literal.quoted() ? 'q' : 'w', literal.text().length());
      }
    }
    int t = 0;
    int g = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      char c = g < glob.length() ? glob.charAt(g) : '\0';
      boolean active = g < glob.length() && wild.charAt(g) == 'w';
      if (active && c == '*') {
        star = g++;
        resume = t;
      } else if (g < glob.length() && ((active && c == '?') || c == text.charAt(t))) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && wild.charAt(g) == 'w' && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
