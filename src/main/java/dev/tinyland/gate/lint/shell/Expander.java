package dev.tinyland.gate.lint.shell;

import dev.tinyland.gate.lint.expression.Fences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces the variables of words by what is known about them. */
final class Expander {
  private static final int MOST_VARIANTS = 8;

  private final Options options;

  Expander(Options options) {
    this.options = options;
  }

  /**
   * One way to choose the values of the variables in some words.
   *
   * @param chosen by name, only for variables with several values
   * @param guard what must have held for this choice
   */
  record Variant(Map<String, Variables.Choice> chosen, ShellCondition guard) {
    static final Variant ONLY = new Variant(Map.of(), ShellCondition.ALWAYS);
  }

  /** The ways to choose, at most eight; a variable with too many values becomes unknown. */
  List<Variant> variants(List<Word> words, Variables variables) {
    Set<String> names = new LinkedHashSet<>();
    for (Word word : words) {
      names(word.parts(), variables, names);
    }
    if (names.isEmpty()) {
      return List.of(Variant.ONLY);
    }
    List<Variant> variants = List.of(Variant.ONLY);
    for (String name : names) {
      List<Variables.Choice> choices = variables.bindings.getOrDefault(name, List.of());
      boolean tooMany = variants.size() * choices.size() > MOST_VARIANTS;
      List<Variables.Choice> taken = tooMany ? List.of(Variables.unknown(name)) : choices;
      List<Variant> next = new ArrayList<>();
      for (Variant variant : variants) {
        for (Variables.Choice choice : taken) {
          Map<String, Variables.Choice> chosen = new HashMap<>(variant.chosen());
          chosen.put(name, choice);
          next.add(new Variant(chosen, Conditions.and(variant.guard(), choice.guard())));
        }
      }
      variants = next;
    }
    return variants;
  }

  private static void names(List<WordPart> parts, Variables variables, Set<String> names) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Variable variable) {
        List<Variables.Choice> choices = variables.bindings.get(variable.name());
        if (choices != null && choices.size() > 1) {
          names.add(variable.name());
        }
        if (variable.operand() != null) {
          names(variable.operand().parts(), variables, names);
        }
      }
    }
  }

  /** The fields of words as arguments of a command. */
  List<Word> fields(List<Word> words, Variables variables, Variant variant) {
    List<Word> fields = new ArrayList<>(words.size());
    for (Word word : words) {
      if (isPlain(word)) {
        fields.add(word);
        continue;
      }
      for (Word braced : Braces.expand(word)) {
        fields.addAll(expand(braced, variables, variant, true).all());
      }
    }
    return fields;
  }

  private static boolean isPlain(Word word) {
    return word.parts().size() == 1
        && word.parts().get(0) instanceof WordPart.Literal literal
        && literal.text().indexOf('{') < 0;
  }

  /** A word that is not split: the value of an assignment, the subject of a case. */
  Word value(Word word, Variables variables, Variant variant) {
    return isPlain(word) ? word : expand(word, variables, variant, false).one();
  }

  private Fields expand(Word word, Variables variables, Variant variant, boolean splits) {
    Fields fields = new Fields(word, separators(variables), splits);
    for (WordPart part : word.parts()) {
      switch (part) {
        case WordPart.Variable variable -> variable(variable, variables, variant, fields);
        case WordPart.Expression expression -> {
          String known = options.expressions().apply(expression.text());
          if (known == null) {
            fields.add(expression);
          } else {
            fields.add(
                new WordPart.Literal(
                    known, expression.quoted(), expression.start(), expression.end()));
          }
        }
        default -> fields.add(part);
      }
    }
    return fields;
  }

  private static String separators(Variables variables) {
    List<Variables.Choice> separators = variables.bindings.get("IFS");
    if (separators == null || separators.size() != 1 || separators.get(0).fields().size() != 1) {
      return " \t\n";
    }
    String literal = separators.get(0).fields().get(0).literal();
    return literal == null ? " \t\n" : literal;
  }

  private void variable(
      WordPart.Variable variable, Variables variables, Variant variant, Fields fields) {
    // Once only: operands nest, and twice at each level would be too often.
    Word operand =
        variable.operand() == null ? null : value(variable.operand(), variables, variant);
    List<Word> values = values(variable, operand, variables, variant);
    if (values == null) {
      fields.add(keep(variable, operand));
      return;
    }
    boolean separate = variable.quoted() && isList(variable, '@');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0 && variable.quoted() && !separate) {
        fields.add(new WordPart.Literal(" ", true, variable.start(), variable.start()));
      } else if (i > 0) {
        fields.next();
      }
      fields.addValue(values.get(i), variable.quoted());
      if (variable.quoted() && values.get(i).parts().isEmpty()) {
        fields.add(new WordPart.Literal("", true, variable.start(), variable.start()));
      }
    }
    if (values.isEmpty() && variable.quoted() && !separate) {
      fields.add(new WordPart.Literal("", true, variable.start(), variable.start()));
    }
  }

  static boolean isList(WordPart.Variable variable, char kind) {
    String sign = String.valueOf(kind);
    return variable.name().equals(sign)
        || (variable.index() != null && sign.equals(variable.index().literal()));
  }

  /** A variable of the environment stays, with what stands in its operand resolved. */
  private static WordPart keep(WordPart.Variable variable, @Nullable Word operand) {
    if (operand == null) {
      return variable;
    }
    return new WordPart.Variable(
        variable.name(),
        variable.index(),
        variable.operator(),
        operand,
        variable.quoted(),
        variable.start(),
        variable.end());
  }

  /** What a variable expands to; {@code null} where it has the environment's value. */
  private @Nullable List<Word> values(
      WordPart.Variable variable, @Nullable Word operand, Variables variables, Variant variant) {
    Variables.Choice choice = choice(variable.name(), variable, variables, variant);
    List<Word> fields = choice == null ? null : elements(choice, variable);
    if (variable.operator().isEmpty()) {
      return fields;
    }
    if (variable.operator().equals("indirect") && operand == null) {
      return indirect(variable, fields, variables, variant);
    }
    return Operators.apply(variable, fields, operand);
  }

  private @Nullable List<Word> indirect(
      WordPart.Variable variable,
      @Nullable List<Word> fields,
      Variables variables,
      Variant variant) {
    String name = fields == null || fields.size() != 1 ? null : fields.get(0).literal();
    if (name == null || !Parts.isName(name)) {
      return Operators.unknown(variable);
    }
    WordPart.Variable target =
        new WordPart.Variable(
            name, null, "", null, variable.quoted(), variable.start(), variable.end());
    List<Variables.Choice> several = variables.bindings.get(name);
    if (several != null && several.size() > 1) {
      return Operators.unknown(variable);
    }
    List<Word> values = values(target, null, variables, variant);
    return values == null
        ? List.of(new Word(List.of(target), variable.start(), variable.end()))
        : values;
  }

  private static List<Word> elements(Variables.Choice choice, WordPart.Variable variable) {
    if (variable.name().equals("@") || variable.name().equals("*")) {
      return choice.fields();
    }
    if (isList(variable, '@') || isList(variable, '*')) {
      return choice.fields();
    }
    if (!choice.array()) {
      boolean first = variable.index() == null || "0".equals(variable.index().literal());
      return first ? choice.fields() : Operators.unknown(variable);
    }
    String index = variable.index() == null ? "0" : variable.index().literal();
    int number = index == null ? -1 : Operators.smallNumber(index);
    if (number < 0) {
      return Operators.unknown(variable);
    }
    return number < choice.fields().size() ? List.of(choice.fields().get(number)) : List.of();
  }

  private Variables.@Nullable Choice choice(
      String name, WordPart.Variable at, Variables variables, Variant variant) {
    if (name.isEmpty()) {
      return Variables.unknown("");
    }
    if (!Parts.isNameStart(name.charAt(0))) {
      return special(name, variables);
    }
    Variables.Choice chosen = variant.chosen().get(name);
    if (chosen != null) {
      return withEnvironment(chosen, at);
    }
    List<Variables.Choice> bound = variables.bindings.get(name);
    if (bound != null) {
      return bound.size() == 1 ? withEnvironment(bound.get(0), at) : Variables.unknown(name);
    }
    if (variables.lost) {
      return Variables.unknown(name);
    }
    String known = options.environment().get(name);
    return known == null ? null : Variables.Choice.scalar(environmentWord(known, at));
  }

  private static Variables.Choice special(String name, Variables variables) {
    List<Word> arguments = variables.arguments;
    boolean list = name.equals("@") || name.equals("*");
    if (arguments == null) {
      return Variables.unknown(name);
    }
    if (list) {
      return new Variables.Choice(arguments, true, ShellCondition.ALWAYS);
    }
    if (name.equals("#")) {
      return Variables.Choice.scalar(Word.of(String.valueOf(arguments.size()), 0, 0));
    }
    int number = Operators.smallNumber(name);
    if (number < 1) {
      return Variables.unknown(name);
    }
    List<Word> one = number <= arguments.size() ? List.of(arguments.get(number - 1)) : List.of();
    return new Variables.Choice(one, false, ShellCondition.ALWAYS);
  }

  /** Values that were kept from the environment get the environment's text where it is known. */
  private Variables.Choice withEnvironment(Variables.Choice choice, WordPart.Variable at) {
    if (options.environment().isEmpty() || choice.fields().size() != 1) {
      return choice;
    }
    Word word = choice.fields().get(0);
    if (word.parts().size() != 1
        || !(word.parts().get(0) instanceof WordPart.Variable inner)
        || !inner.operator().isEmpty()) {
      return choice;
    }
    String known = options.environment().get(inner.name());
    if (known == null) {
      return choice;
    }
    return new Variables.Choice(
        List.of(environmentWord(known, at)), choice.array(), choice.guard());
  }

  /** A value from the workflow's {@code env}, which can hold fences. */
  private Word environmentWord(String text, WordPart at) {
    List<WordPart> parts = new ArrayList<>(1);
    int copied = 0;
    for (Fences.Fence fence : Fences.in(text)) {
      if (!fence.closed()) {
        continue;
      }
      literal(parts, text.substring(copied, fence.start()), at);
      String expression = fence.expression(text);
      String known = options.expressions().apply(expression);
      if (known == null) {
        parts.add(new WordPart.Expression(expression, true, at.start(), at.end()));
      } else {
        literal(parts, known, at);
      }
      copied = fence.end();
    }
    literal(parts, text.substring(copied), at);
    return new Word(parts, at.start(), at.end());
  }

  private static void literal(List<WordPart> parts, String text, WordPart at) {
    if (!text.isEmpty()) {
      parts.add(new WordPart.Literal(text, true, at.start(), at.end()));
    }
  }
}
