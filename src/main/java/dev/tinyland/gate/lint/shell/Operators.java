package dev.tinyland.gate.lint.shell;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators of parameter expansion, as far as the text is known. */
final class Operators {
  private Operators() {}

  /**
   * The value of a variable with an operator.
   *
   * @param fields its value, {@code null} for the environment's
   * @param operand the resolved word after the operator
   * @return {@code null} where the variable stays as it is
   */
  static @Nullable List<Word> apply(
      WordPart.Variable variable, @Nullable List<Word> fields, @Nullable Word operand) {
    Word otherwise =
        operand == null ? new Word(List.of(), variable.start(), variable.end()) : operand;
    if (fields == null) {
      return null;
    }
    return switch (variable.operator()) {
      case ":-", ":=", ":?" -> choose(variable, fields, fields, List.of(otherwise));
      case "-", "=", "?" -> fields.isEmpty() ? List.of(otherwise) : fields;
      case ":+" -> choose(variable, fields, List.of(otherwise), List.of());
      case "+" -> fields.isEmpty() ? fields : List.of(otherwise);
      default -> changed(variable, fields, operand);
    };
  }

  private static List<Word> choose(
      WordPart.Variable variable, List<Word> fields, List<Word> filled, List<Word> empty) {
    if (fields.isEmpty()) {
      return empty;
    }
    if (fields.size() > 1) {
      return filled;
    }
    Word value = fields.get(0);
    String literal = value.literal();
    if (literal != null) {
      return literal.isEmpty() ? empty : filled;
    }
    boolean certain = !value.literalPrefix().isEmpty() || !value.literalSuffix().isEmpty();
    if (certain) {
      return filled;
    }
    boolean plain =
        value.parts().size() == 1
            && value.parts().get(0) instanceof WordPart.Variable inner
            && inner.operator().isEmpty()
            && inner.index() == null;
    if (plain && value.parts().get(0) instanceof WordPart.Variable inner) {
      WordPart.Variable kept =
          new WordPart.Variable(
              inner.name(),
              null,
              variable.operator(),
              variable.operator().equals(":+") ? first(filled) : first(empty),
              variable.quoted(),
              variable.start(),
              variable.end());
      return List.of(new Word(List.of(kept), variable.start(), variable.end()));
    }
    return unknown(variable);
  }

  private static @Nullable Word first(List<Word> words) {
    return words.isEmpty() ? null : words.get(0);
  }

  private static List<Word> changed(
      WordPart.Variable variable, List<Word> fields, @Nullable Word operand) {
    String value = fields.size() == 1 ? fields.get(0).literal() : null;
    if (value == null && fields.size() == 1) {
      return kept(variable, fields.get(0), operand);
    }
    if (value == null) {
      return unknown(variable);
    }
    String pattern = operand == null ? "" : operand.literal();
    String result =
        switch (variable.operator()) {
          case "^^" -> value.toUpperCase(Locale.ROOT);
          case ",," -> value.toLowerCase(Locale.ROOT);
          case "length" -> String.valueOf(value.length());
          case "#", "##" -> pattern == null ? null : withoutPrefix(value, pattern);
          case "%", "%%" -> pattern == null ? null : withoutSuffix(value, pattern);
          default -> null;
        };
    return result == null
        ? unknown(variable)
        : List.of(Word.of(result, variable.start(), variable.end()));
  }

  /** A copy of a variable of the environment takes the operator over. */
  private static List<Word> kept(WordPart.Variable variable, Word value, @Nullable Word operand) {
    boolean plain =
        value.parts().size() == 1
            && value.parts().get(0) instanceof WordPart.Variable inner
            && inner.operator().isEmpty()
            && inner.index() == null;
    if (!plain || !(value.parts().get(0) instanceof WordPart.Variable inner)) {
      return unknown(variable);
    }
    WordPart.Variable kept =
        new WordPart.Variable(
            inner.name(),
            null,
            variable.operator(),
            operand,
            variable.quoted(),
            variable.start(),
            variable.end());
    return List.of(new Word(List.of(kept), variable.start(), variable.end()));
  }

  private static @Nullable String withoutPrefix(String value, String pattern) {
    if (isWild(pattern)) {
      return null;
    }
    return value.startsWith(pattern) ? value.substring(pattern.length()) : value;
  }

  private static @Nullable String withoutSuffix(String value, String pattern) {
    if (isWild(pattern)) {
      return null;
    }
    return value.endsWith(pattern) ? value.substring(0, value.length() - pattern.length()) : value;
  }

  private static boolean isWild(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[(\\".indexOf(pattern.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  static List<Word> unknown(WordPart.Variable variable) {
    return List.of(
        new Word(
            List.of(
                new WordPart.Unknown(
                    "${" + variable.name() + "…}",
                    variable.quoted(),
                    variable.start(),
                    variable.end())),
            variable.start(),
            variable.end()));
  }

  /** A number of up to four digits, or -1. */
  static int smallNumber(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
