package dev.tinyland.gate.lint.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Strings to numbers and back, by the runner's rules (.NET, invariant culture). */
final class Numbers {
  private static final int DIGITS = 15;

  private Numbers() {}

  /** NaN where the text is no number; 0 for blank text. */
  static double parse(String raw) {
    String text = trim(raw);
    if (text.isEmpty()) {
      return 0;
    }
    if (text.length() <= 9 && digits(text, 0) == text.length()) {
      return Integer.parseInt(text);
    }
    char last = text.charAt(text.length() - 1);
    if (last == 'y' || last == 'Y') {
      return infinity(text);
    }
    if (text.length() > 2 && text.charAt(0) == '0' && text.charAt(1) == 'x') {
      return radix(text, 16, 8);
    }
    if (text.length() > 2 && text.charAt(0) == '0' && text.charAt(1) == 'o') {
      return radix(text, 8, 11);
    }
    return isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
  }

  private static double infinity(String text) {
    if (text.equalsIgnoreCase("infinity") || text.equalsIgnoreCase("+infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    return text.equalsIgnoreCase("-infinity") ? Double.NEGATIVE_INFINITY : Double.NaN;
  }

  /** The runner reads these as 32-bit integers, so that 0xFFFFFFFF is -1 and more is no number. */
  private static double radix(String text, int radix, int digits) {
    int from = 2;
    while (from < text.length() - 1 && text.charAt(from) == '0') {
      from++;
    }
    long value = 0;
    for (int i = 2; i < text.length(); i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return Double.NaN;
      }
      value = i - from < digits ? value * radix + digit : value;
    }
    boolean fits = text.length() - from <= digits && value <= 0xFFFF_FFFFL;
    return fits ? (int) value : Double.NaN;
  }

  private static boolean isDecimal(String text) {
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int whole = digits(text, at);
    int fraction = 0;
    at += whole;
    if (at < text.length() && text.charAt(at) == '.') {
      fraction = digits(text, at + 1);
      at += 1 + fraction;
    }
    if (whole + fraction == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = digits(text, at);
      at = exponent == 0 ? -1 : at + exponent;
    }
    return at == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && Lexer.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && Lexer.isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** The format "G15": at most 15 significant digits, scientific from 1E+15 and below 1E-04. */
  static String format(double number) {
    if (number == 0) {
      return "0";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    BigDecimal rounded =
        new BigDecimal(number)
            .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent > -5 && exponent < DIGITS) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    StringBuilder out = new StringBuilder(24);
    out.append(number < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    out.append(exponent < 0 ? "E-" : "E+");
    int size = Math.abs(exponent);
    return out.append(size < 10 ? "0" : "").append(size).toString();
  }
}
