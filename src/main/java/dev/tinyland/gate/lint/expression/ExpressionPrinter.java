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
    return "'".concat(text.replace("'", "''")).concat("'");
  }

  private static void print(Expression expression, StringBuilder out) {
    if (expression instanceof Expression.Literal literal) {
      literal(literal.value(), out);
    } else if (expression instanceof Expression.Context context) {
      out.append(context.name());
    } else if (expression instanceof Expression.Property property) {
      property(property, out);
    } else if (expression instanceof Expression.Binary binary) {
      int level = level(binary);
      operand(binary.left(), level, out);
      out.append(' ').append(binary.operator().symbol()).append(' ');
      operand(binary.right(), level + 1, out);
    } else if (expression instanceof Expression.And and) {
      operands(and.operands(), " && ", AND + 1, out);
    } else if (expression instanceof Expression.Or or) {
      operands(or.operands(), " || ", OR + 1, out);
    } else if (expression instanceof Expression.Not not) {
      out.append('!');
      operand(not.operand(), UNARY, out);
    } else if (expression instanceof Expression.Call call) {
      out.append(FunctionTable.spelling(call.function())).append('(');
      operands(call.arguments(), ", ", OR, out);
      out.append(')');
    } else if (expression instanceof Expression.Index index) {
      postfixBase(index.of(), out);
      out.append('[');
      print(index.index(), out);
      out.append(']');
    } else if (expression instanceof Expression.Filter filter) {
      postfixBase(filter.of(), out);
      out.append(".*");
    }
  }

  private static void property(Expression.Property property, StringBuilder out) {
    postfixBase(property.of(), out);
    if (Lexer.isLegalName(property.name())) {
      out.append('.').append(property.name());
    } else {
      out.append('[').append(quote(property.name())).append(']');
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
    if (expression instanceof Expression.Literal) {
      return LITERAL;
    }
    if (expression instanceof Expression.Or) {
      return OR;
    }
    if (expression instanceof Expression.And) {
      return AND;
    }
    if (expression instanceof Expression.Binary binary) {
      return binary.operator().isEquality() ? EQUALITY : RELATIONAL;
    }
    return expression instanceof Expression.Not ? UNARY : POSTFIX;
  }

  private static void literal(Value value, StringBuilder out) {
    if (value instanceof Value.Str text) {
      out.append(quote(text.value()));
    } else if (value instanceof Value.Num number) {
      number(number.value(), out);
    } else if (value instanceof Value.Bool bool) {
      out.append(bool.value());
    } else if (value instanceof Value.Null) {
      out.append("null");
    } else {
      out.append("fromJSON(").append(quote(JsonText.compact(value))).append(')');
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
