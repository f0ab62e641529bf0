package dev.tinyland.gate.lint.expression;

import java.util.List;

/** Prints trees in GitHub's syntax, with parentheses only where they are needed. */
final class ExpressionPrinter {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int EQUALITY = 3;
  private static final int RELATIONAL = 4;
  private static final int UNARY = 5;
  private static final int POSTFIX = 6;
  private static final int LITERAL = 7;

  private ExpressionPrinter() {}

  static String print(Expression expression) {
    StringBuilder out = new StringBuilder();
    print(expression, out);
    return out.toString();
  }

  /** The text of a string literal, quotes included. */
  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void print(Expression expression, StringBuilder out) {
    switch (expression) {
      case Expression.Literal literal -> literal(literal.value(), out);
      case Expression.Context context -> out.append(context.name());
      case Expression.Property property -> {
        postfixBase(property.of(), out);
        if (Lexer.isLegalName(property.name())) {
          out.append('.').append(property.name());
        } else {
          out.append('[').append(quote(property.name())).append(']');
        }
      }
      case Expression.Index index -> {
        postfixBase(index.of(), out);
        out.append('[');
        print(index.index(), out);
        out.append(']');
      }
      case Expression.Filter filter -> {
        postfixBase(filter.of(), out);
        out.append(".*");
      }
      case Expression.Not not -> {
        out.append('!');
        operand(not.operand(), UNARY, out);
      }
      case Expression.Binary binary -> {
        int level = level(binary);
        operand(binary.left(), level, out);
        out.append(' ').append(binary.operator().symbol()).append(' ');
        operand(binary.right(), level + 1, out);
      }
      case Expression.And and -> operands(and.operands(), " && ", AND + 1, out);
      case Expression.Or or -> operands(or.operands(), " || ", OR + 1, out);
      case Expression.Call call -> {
        out.append(FunctionTable.spelling(call.function())).append('(');
        for (int i = 0; i < call.arguments().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          print(call.arguments().get(i), out);
        }
        out.append(')');
      }
    }
  }

  private static void operands(
      List<Expression> operands, String separator, int level, StringBuilder out) {
    for (int i = 0; i < operands.size(); i++) {
      out.append(i == 0 ? "" : separator);
      operand(operands.get(i), level, out);
    }
  }

  private static void operand(Expression operand, int least, StringBuilder out) {
    boolean group = level(operand) < least;
    out.append(group ? "(" : "");
    print(operand, out);
    out.append(group ? ")" : "");
  }

  /** A literal has no properties in the grammar, so it needs the parentheses as well. */
  private static void postfixBase(Expression base, StringBuilder out) {
    if (level(base) == POSTFIX) {
      print(base, out);
    } else {
      out.append('(');
      print(base, out);
      out.append(')');
    }
  }

  private static int level(Expression expression) {
    return switch (expression) {
      case Expression.Or or -> OR;
      case Expression.And and -> AND;
      case Expression.Binary binary -> binary.operator().isEquality() ? EQUALITY : RELATIONAL;
      case Expression.Not not -> UNARY;
      case Expression.Literal literal -> LITERAL;
      default -> POSTFIX;
    };
  }

  private static void literal(Value value, StringBuilder out) {
    switch (value) {
      case Value.Null none -> out.append("null");
      case Value.Bool bool -> out.append(bool.value());
      case Value.Num number -> number(number.value(), out);
      case Value.Str text -> out.append(quote(text.value()));
      default -> out.append("fromJSON(").append(quote(JsonText.compact(value))).append(')');
    }
  }

  private static void number(double number, StringBuilder out) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    if (whole && (number != 0 || 1 / number > 0)) {
      out.append((long) number);
    } else {
      out.append(number);
    }
  }
}
