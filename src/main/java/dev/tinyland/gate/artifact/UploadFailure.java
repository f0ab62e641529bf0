package dev.tinyland.gate.artifact;

import dev.tinyland.gate.render.Visible;
import java.io.IOException;

/** Ends an upload. The message is the sentence that the operator gets. */
final class UploadFailure extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 200;

  UploadFailure(String sentence) {
    super(sentence);
  }

  /** A stranger's words for a sentence of ours: one line, not long, and no query of an address. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder();
    boolean query = false;
    for (int i = 0; i < text.length() && out.length() < LONGEST_QUOTE; i++) {
      char c = text.charAt(i);
      query = query && !Character.isWhitespace(c);
      if (!query) {
        out.append(c);
      }
      query = query || c == '?';
    }
    return Visible.line(out.toString().strip());
  }
}
