package dev.tinyland.gate.runtime.verdict;

/**
 * What else was seen. It changes no verdict: it is there for the person who looks for the cause.
 *
 * @param name of the kind of note, for example {@code known-defect}
 * @param subject what it is about, for example {@code pod rustfs-0}; may hold foreign text
 * @param sentence what was seen; may hold foreign text
 */
public record Note(String name, String subject, String sentence) {
  /** The word that stands where reasons have {@code proven} or {@code refuted}. */
  public static final String STATE = "note";

  /** Code points of a sentence. */
  static final int LONGEST = 600;

  private static final int LONGEST_SUBJECT = 200;

  /** A note without more of a foreign text than can be read. */
  static Note of(String name, String subject, String sentence) {
    return new Note(name, cut(subject, LONGEST_SUBJECT), cut(sentence, LONGEST));
  }

  /** At most so many code points, and an ellipsis where there were more. */
  static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }
}
