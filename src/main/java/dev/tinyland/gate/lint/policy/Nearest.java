package dev.tinyland.gate.lint.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Guesses which word was meant. */
public final class Nearest {
  private Nearest() {}

  /** {@code ; did you mean `profile`?}, or nothing where no word is near. */
  public static String hint(String word, List<String> words) {
    String nearest = of(word, words);
    return nearest == null ? "" : "; did you mean `" + nearest + "`?";
  }

  /** The word that takes the fewest edits, if that is at most a third of its letters; or null. */
  public static @Nullable String of(String word, List<String> words) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String each : words) {
      int distance = distance(word, each);
      if (distance < least && distance * 3 <= Math.max(3, each.length())) {
        best = each;
        least = distance;
      }
    }
    return best;
  }

  /** Letters to put in, take away or replace; the case of a letter costs nothing. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int replace = diagonal + (same(one.charAt(i - 1), other.charAt(j - 1)) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }

  private static boolean same(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other);
  }
}
