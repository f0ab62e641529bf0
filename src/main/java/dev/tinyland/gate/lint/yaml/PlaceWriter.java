package dev.tinyland.gate.lint.yaml;

/** Collects the places of a value's characters and checks each against the value. */
final class PlaceWriter {
  final int[] starts;
  final int[] ends;
  private final String text;
  private final String value;
  private int count;

  PlaceWriter(String text, String value) {
    this.text = text;
    this.value = value;
    this.starts = new int[value.length()];
    this.ends = new int[value.length()];
  }

  boolean isComplete() {
    return count == value.length();
  }

  /** Says that the value's next character is written in a part of the text; false if it differs. */
  boolean put(char c, int start, int end) {
    if (count == value.length() || value.charAt(count) != c) {
      return false;
    }
    starts[count] = start;
    ends[count] = end;
    count++;
    return true;
  }

  /** Says that a part of the text stands in the value as it is. */
  boolean copy(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!put(text.charAt(i), i, i + 1)) {
        return false;
      }
    }
    return true;
  }
}
