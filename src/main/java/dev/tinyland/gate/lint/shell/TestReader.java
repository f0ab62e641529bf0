package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is between {@code [ ]}, after {@code test} and between {@code [[ ]]}. */
final class TestReader {
  private static final int DEEPEST = 50;

  private final List<Word> words;
  private final boolean keyword;
  private final boolean vanishing;
  private int position;
  private int depth;

  private TestReader(List<Word> words, boolean keyword) {
    this.words = words;
    this.keyword = keyword;
    boolean found = false;
    for (Word word : words) {
      found |= !keyword && word.mayVanishOrSplit();
    }
    this.vanishing = found;
  }

  /**
   * What must hold for a test to succeed and to fail.
   *
   * @param words the resolved operands
   * @param keyword whether it is {@code [[ ]]}
   */
  static Outcome read(List<Word> words, boolean keyword) {
    if (words.isEmpty()) {
      return Outcome.FAILED;
    }
    TestReader reader = new TestReader(words, keyword);
    if (reader.vanishing && !reader.isSimple()) {
      return reader.opaque(0, words.size());
    }
    Outcome outcome = reader.either();
    return reader.position < words.size() ? reader.opaque(0, words.size()) : outcome;
  }

  /** An unquoted operand that vanishes changes the meaning of all but the smallest tests. */
  private boolean isSimple() {
    int negations = 0;
    while (negations < words.size() && "!".equals(words.get(negations).literal())) {
      negations++;
    }
    int rest = words.size() - negations;
    return rest <= 2 || (rest == 3 && negations == 0);
  }

  private Outcome either() {
    Outcome outcome = both();
    while (at(keyword ? "||" : "-o")) {
      position++;
      Outcome next = both();
      outcome =
          new Outcome(
              ShellCondition.ALWAYS,
              Conditions.or(outcome.succeeds(), next.succeeds()),
              Conditions.and(outcome.fails(), next.fails()));
    }
    return outcome;
  }

  private Outcome both() {
    Outcome outcome = negatable();
    while (at(keyword ? "&&" : "-a")) {
      position++;
      Outcome next = negatable();
      outcome =
          new Outcome(
              ShellCondition.ALWAYS,
              Conditions.and(outcome.succeeds(), next.succeeds()),
              Conditions.or(outcome.fails(), next.fails()));
    }
    return outcome;
  }

  private Outcome negatable() {
    boolean negated = false;
    while (at("!") && position + 1 < words.size() && !isBinary(position + 1)) {
      negated = !negated;
      position++;
    }
    Outcome outcome = primary();
    return negated ? outcome.negated() : outcome;
  }

  private Outcome primary() {
    if (position >= words.size()) {
      return Outcome.UNKNOWN;
    }
    if (isBinary(position + 1) && position + 2 < words.size()) {
      Outcome outcome =
          binary(words.get(position), operator(position + 1), words.get(position + 2));
      position += 3;
      return outcome;
    }
    if ((at("(") || at("\\(")) && depth < DEEPEST) {
      position++;
      depth++;
      Outcome inner = either();
      depth--;
      if (at(")")) {
        position++;
      }
      return inner;
    }
    String operator = words.get(position).literal();
    if (operator != null
        && operator.length() == 2
        && operator.charAt(0) == '-'
        && position + 1 < words.size()) {
      Outcome outcome = unary(operator.charAt(1), words.get(position + 1));
      position += 2;
      return outcome;
    }
    Word word = words.get(position);
    position++;
    return filled(word);
  }

  private Outcome filled(Word word) {
    return Outcome.of(Conditions.empty(word, word.display())).negated();
  }

  private Outcome unary(char operator, Word word) {
    if (operator == 'n') {
      return vanishing && word.mayVanishOrSplit() ? Outcome.UNKNOWN : filled(word);
    }
    if (operator == 'z') {
      return filled(word).negated();
    }
    return opaque(position, position + 2);
  }

  private Outcome binary(Word left, String operator, Word right) {
    String text = text(position, position + 3);
    return switch (operator) {
      case "=", "==" -> {
        Outcome same = Outcome.of(compare(left, right, text));
        yield weakened(left, right)
            ? new Outcome(same.proceeds(), same.succeeds(), ShellCondition.ALWAYS)
            : same;
      }
      case "!=" -> {
        Outcome differs = Outcome.of(compare(left, right, text)).negated();
        yield vanishing
            ? new Outcome(differs.proceeds(), differs.succeeds(), ShellCondition.ALWAYS)
            : differs;
      }
      case "=~" -> Outcome.of(regex(left, right, text));
      default -> opaque(position, position + 3);
    };
  }

  /** Whether an empty operand makes the test an error, which fails, although the words agree. */
  private boolean weakened(Word left, Word right) {
    if (!vanishing) {
      return false;
    }
    String fixed = left.literal() == null ? right.literal() : left.literal();
    return fixed == null || fixed.isEmpty();
  }

  private ShellCondition compare(Word left, Word right, String text) {
    return keyword ? Conditions.matches(left, right, text) : Conditions.same(left, right, text);
  }

  /** Plain text between anchors says the same as a pattern. */
  private static ShellCondition regex(Word left, Word right, String text) {
    String pattern = right.literal();
    if (pattern == null || pattern.isEmpty()) {
      return new ShellCondition.Opaque(text, left.start(), right.end());
    }
    boolean fromStart = pattern.startsWith("^");
    boolean toEnd = pattern.endsWith("$");
    if (fromStart && toEnd && pattern.length() == 1) {
      return new ShellCondition.Opaque(text, left.start(), right.end());
    }
    String plain = pattern.substring(fromStart ? 1 : 0, pattern.length() - (toEnd ? 1 : 0));
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (!Parts.isNamePart(c) && c != '/' && c != '-' && c != ':' && c != ' ') {
        return new ShellCondition.Opaque(text, left.start(), right.end());
      }
    }
    List<WordPart> parts = new ArrayList<>(3);
    int at = right.start();
    if (!fromStart) {
      parts.add(new WordPart.Literal("*", false, at, at));
    }
    parts.add(new WordPart.Literal(plain, true, at, right.end()));
    if (!toEnd) {
      parts.add(new WordPart.Literal("*", false, right.end(), right.end()));
    }
    return Conditions.matches(left, new Word(parts, right.start(), right.end()), text);
  }

  private boolean isBinary(int index) {
    String operator = operator(index);
    return switch (operator) {
      case "=",
          "==",
          "!=",
          "=~",
          "<",
          ">",
          "-eq",
          "-ne",
          "-lt",
          "-le",
          "-gt",
          "-ge",
          "-nt",
          "-ot",
          "-ef" ->
          true;
      default -> false;
    };
  }

  private String operator(int index) {
    String literal = index < words.size() ? words.get(index).literal() : null;
    return literal == null ? "" : literal;
  }

  private boolean at(String expected) {
    if (position >= words.size()) {
      return false;
    }
    @Nullable String literal = words.get(position).literal();
    return expected.equals(literal);
  }

  private String text(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < Math.min(to, words.size()); i++) {
      if (i > from) {
        out.append(' ');
      }
      out.append(words.get(i).display());
    }
    return out.toString();
  }

  private Outcome opaque(int from, int to) {
    int last = Math.min(to, words.size()) - 1;
    return Outcome.of(
        new ShellCondition.Opaque(
            text(from, to), words.get(from).start(), words.get(Math.max(from, last)).end()));
  }
}
