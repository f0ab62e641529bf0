package dev.tinyland.gate.lint.yaml;

/** Writes a string on one line so that it is read back as that string. */
final class Quoting {
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
  private static final String FLOW_INDICATORS = ",[]{}";

  private Quoting() {}

  /**
   * The string as YAML: bare where that is safe, in double quotes where it would be taken for
   * another type, else in single quotes.
   *
   * @param value without line breaks and control characters
   * @param flow whether it stands inside of brackets or braces
   */
  static String of(String value, boolean flow) {
    if (value.isEmpty() || ScalarKinds.ofPlain(value) != YamlNode.Scalar.Kind.STRING) {
      return '"' + value + '"';
    }
    return isPlain(value, flow) ? value : "'" + value.replace("'", "''") + "'";
  }

  private static boolean isPlain(String value, boolean flow) {
    int last = value.length() - 1;
    if (INDICATORS.indexOf(value.charAt(0)) >= 0
        || Character.isWhitespace(value.charAt(0))
        || Character.isWhitespace(value.charAt(last))
        || value.charAt(last) == ':') {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean comment = c == '#' && Character.isWhitespace(value.charAt(i - 1));
      boolean key = c == ':' && Character.isWhitespace(value.charAt(i + 1));
      if (comment || key || c < ' ' || (flow && FLOW_INDICATORS.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }
}
