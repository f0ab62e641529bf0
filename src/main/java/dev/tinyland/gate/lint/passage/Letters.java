package dev.tinyland.gate.lint.passage;

/** Letters in lower case, unit by unit, so that offsets stay what they are. */
final class Letters {
  private Letters() {}

  static String lower(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = Character.toLowerCase(units[i]);
    }
    return new String(units);
  }
}
