package dev.tinyland.gate.render;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The {@code primaryLocationLineHash} of each line of a file, as GitHub's own uploader computes it:
 * the hash of the 100 characters that follow the start of the line, blanks not counted, so that an
 * alert keeps its identity when lines above it come and go.
 */
final class LineHashes {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final char END_OF_FILE = 65535;

  /** The base to the power of the window: the weight of the character that leaves it. */
  private static final long LEAVING = power(BASE, WINDOW);

  private final Map<String, Integer> seen = new HashMap<>();
  private final char[] window = new char[WINDOW];

  /** For each slot of the window the line that starts there, or 0. */
  private final int[] lineAt = new int[WINDOW];

  private String[] hashes = new String[64];
  private int lines;
  private int slot;
  private long hash;

  private LineHashes() {}

  /** The hash of each line, the first line at index 0; at least one. */
  static String[] of(String text) {
    LineHashes state = new LineHashes();
    boolean lineStart = true;
    boolean afterReturn = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean skipped = c == ' ' || c == '\t' || (afterReturn && c == '\n');
      afterReturn = c == '\r';
      if (!skipped) {
        char kept = c == '\r' ? '\n' : c;
        state.take(kept, lineStart);
        lineStart = kept == '\n';
      }
    }
    state.take(END_OF_FILE, lineStart);
    for (int i = 0; i < WINDOW; i++) {
      state.emit();
      state.shift((char) 0);
    }
    return Arrays.copyOf(state.hashes, state.lines);
  }

  private void take(char c, boolean startsLine) {
    emit();
    if (startsLine) {
      lineAt[slot] = ++lines;
    }
    shift(c);
  }

  /** Writes down the hash of the line whose window has just become full. */
  private void emit() {
    int line = lineAt[slot];
    if (line == 0) {
      return;
    }
    lineAt[slot] = 0;
    String digits = Long.toHexString(hash);
    Integer before = seen.get(digits);
    int count = before == null ? 1 : before + 1;
    seen.put(digits, count);
    if (line > hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.max(line, hashes.length * 2));
    }
    hashes[line - 1] = digits + ":" + count;
  }

  private void shift(char c) {
    hash = BASE * hash + c - LEAVING * window[slot];
    window[slot] = c;
    slot = slot + 1 == WINDOW ? 0 : slot + 1;
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }
}
