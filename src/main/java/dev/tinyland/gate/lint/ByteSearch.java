package dev.tinyland.gate.lint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for any of several words in the bytes of a file, ASCII letters ignoring case. It looks at
 * every few bytes only, since it runs over all pages of a checkout before anything is compiled.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Wu%E2%80%93Manber_algorithm">Wu and Manber: a fast
 *     algorithm for multi-pattern searching</a>
 */
final class ByteSearch {
  private static final int PAIRS = 1 << 10;

  /** How far the search may move when a pair of bytes is where the shortest word would end. */
  private final byte[] shifts = new byte[PAIRS];

  /** The words, and for each pair that ends the beginning of one the number of the first. */
  private final byte[][] words;

  private final short[] firsts = new short[PAIRS];

  /** For each word the number of the next one with the same pair; 0 is none. */
  private final short[] nexts;

  private final int shortest;

  /** A search for words of two ASCII characters at least, in lower case. */
  ByteSearch(List<String> all) {
    int length = Byte.MAX_VALUE;
    for (String word : all) {
      length = Math.min(length, word.length());
    }
    shortest = length;
    words = new byte[all.size() + 1][];
    nexts = new short[all.size() + 1];
    Arrays.fill(shifts, (byte) (shortest - 1));
    for (int number = 1; number <= all.size(); number++) {
      byte[] word = all.get(number - 1).getBytes(StandardCharsets.US_ASCII);
      words[number] = word;
      for (int i = 1; i < shortest; i++) {
        int pair = pair(word[i - 1], word[i]);
        shifts[pair] = (byte) Math.min(shifts[pair], shortest - 1 - i);
      }
      int last = pair(word[shortest - 2], word[shortest - 1]);
      nexts[number] = firsts[last];
      firsts[last] = (short) number;
    }
  }

  /** Whether any word stands in the text. */
  boolean findsAny(byte[] text) {
    return find(text, 0, text.length) >= 0;
  }

  /** Where the first word from an offset on begins, or -1 where none ends before the other one. */
  int find(byte[] text, int from, int to) {
    int at = from + shortest - 1;
    while (at < to) {
      int pair = pair(text[at - 1], text[at]);
      int shift = shifts[pair];
      if (shift == 0) {
        for (int number = firsts[pair]; number > 0; number = nexts[number]) {
          int start = at - shortest + 1;
          if (start + words[number].length <= to && isAt(text, start, words[number])) {
            return start;
          }
        }
        shift = 1;
      }
      at += shift;
    }
    return -1;
  }

  /** Letters of both cases give the same pair. */
  private static int pair(byte first, byte second) {
    return (first & 31) << 5 | (second & 31);
  }

  private static boolean isAt(byte[] text, int from, byte[] word) {
    for (int i = 0; i < word.length; i++) {
      byte c = text[from + i];
      if (c != word[i] && (c < 'A' || c > 'Z' || c + ('a' - 'A') != word[i])) {
        return false;
      }
    }
    return true;
  }
}
