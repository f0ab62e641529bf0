package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The types of plain scalars by YAML 1.2's core schema, and how GitHub prints them. */
final class ScalarKinds {
  private static final MathContext DIGITS_15 = new MathContext(15, RoundingMode.HALF_EVEN);

  private ScalarKinds() {}

  /** The type of a plain scalar without a tag. */
  static Kind ofPlain(String value) {
    if (value.isEmpty()) {
      return Kind.NULL;
    }
    return switch (value.charAt(0)) {
      case '~', 'n', 'N' -> isNull(value) ? Kind.NULL : Kind.STRING;
      case 't', 'T', 'f', 'F' -> isBool(value) ? Kind.BOOL : Kind.STRING;
      case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numberKind(value);
      default -> Kind.STRING;
    };
  }

  /** Whether the text is one of the core schema's spellings of the type. */
  static boolean fits(Kind kind, String value) {
    return switch (kind) {
      case STRING -> true;
      case BOOL -> isBool(value);
      case INT -> isInt(value);
      // GitHub's float rule accepts whole decimal numbers too, but no 0x and 0o.
      case FLOAT -> isFloat(value);
      case NULL -> value.isEmpty() || isNull(value);
    };
  }

  /** Whether the number is one GitHub can hold; it refuses more than 32 bits after 0x and 0o. */
  static boolean inRange(Kind kind, String value) {
    return kind != Kind.INT || !hasRadix(value) || radixValue(value) != null;
  }

  /** The text of a typed scalar where a string is expected. */
  static String display(Kind kind, String value) {
    return switch (kind) {
      case NULL -> "";
      case BOOL -> value.charAt(0) == 't' || value.charAt(0) == 'T' ? "true" : "false";
      case STRING -> value;
      case INT, FLOAT -> isSimpleInt(value) ? value : printed(doubleValue(value));
    };
  }

  private static boolean isNull(String value) {
    return switch (value) {
      case "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  private static boolean isBool(String value) {
    return switch (value) {
      case "true", "True", "TRUE", "false", "False", "FALSE" -> true;
      default -> false;
    };
  }

  private static Kind numberKind(String value) {
    if (isInt(value)) {
      return Kind.INT;
    }
    return isFloat(value) ? Kind.FLOAT : Kind.STRING;
  }

  private static boolean isInt(String value) {
    if (value.isEmpty()) {
      return false;
    }
    if (hasRadix(value)) {
      return onlyDigits(value, 2, value.charAt(1) == 'x' ? 16 : 8);
    }
    return onlyDigits(value, isSign(value.charAt(0)) ? 1 : 0, 10);
  }

  private static boolean isFloat(String value) {
    if (value.isEmpty()) {
      return false;
    }
    int index = isSign(value.charAt(0)) ? 1 : 0;
    switch (value.substring(index)) {
      case ".inf", ".Inf", ".INF" -> {
        return true;
      }
      case ".nan", ".NaN", ".NAN" -> {
        return index == 0;
      }
      default -> {}
    }
    int whole = afterDigits(value, index);
    boolean hasDigits = whole > index;
    index = whole;
    if (index < value.length() && value.charAt(index) == '.') {
      int decimals = afterDigits(value, index + 1);
      hasDigits = hasDigits || decimals > index + 1;
      index = decimals;
    }
    if (!hasDigits) {
      return false;
    }
    if (index == value.length()) {
      return true;
    }
    if (value.charAt(index) != 'e' && value.charAt(index) != 'E') {
      return false;
    }
    index++;
    if (index < value.length() && isSign(value.charAt(index))) {
      index++;
    }
    return onlyDigits(value, index, 10);
  }

  private static boolean hasRadix(String value) {
    return value.length() > 2
        && value.charAt(0) == '0'
        && (value.charAt(1) == 'x' || value.charAt(1) == 'o');
  }

  private static @Nullable Integer radixValue(String value) {
    try {
      return Integer.parseUnsignedInt(value.substring(2), value.charAt(1) == 'x' ? 16 : 8);
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  private static int afterDigits(String value, int from) {
    int index = from;
    while (index < value.length() && value.charAt(index) >= '0' && value.charAt(index) <= '9') {
      index++;
    }
    return index;
  }

  private static boolean onlyDigits(String value, int from, int radix) {
    for (int i = from; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80 || Character.digit(value.charAt(i), radix) < 0) {
        return false;
      }
    }
    return from < value.length();
  }

  /** Digits that any double prints as they are: no sign but minus, no leading zero, 15 at most. */
  private static boolean isSimpleInt(String value) {
    int first = value.charAt(0) == '-' ? 1 : 0;
    if (value.length() - first > 15 || afterDigits(value, first) != value.length()) {
      return false;
    }
    return value.length() > first && (value.charAt(first) != '0' || value.length() == 1);
  }

  private static double doubleValue(String value) {
    if (hasRadix(value)) {
      Integer small = radixValue(value);
      return small == null ? Double.NaN : small;
    }
    int sign = isSign(value.charAt(0)) ? 1 : 0;
    if (value.startsWith(".i", sign) || value.startsWith(".I", sign)) {
      return value.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (value.startsWith(".n", sign) || value.startsWith(".N", sign)) {
      return Double.NaN;
    }
    return Double.parseDouble(value);
  }

  /** .NET's invariant "G15", which GitHub uses for every number. */
  private static String printed(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal rounded = new BigDecimal(number).round(DIGITS_15).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 15) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder();
    if (number < 0) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append(exponent < 0 ? "E-" : "E+");
    int size = Math.abs(exponent);
    return text.append(size < 10 ? "0" : "").append(size).toString();
  }
}
