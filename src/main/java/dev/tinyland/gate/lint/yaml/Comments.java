package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Style;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds comments: every {@code #} outside the scalars that has a blank, a line break or punctuation
 * in front of it. The library's own comment events would slow down every file.
 */
final class Comments {
  private Comments() {}

  /**
   * All comments in front of an offset.
   *
   * @param scalars the scalars written in the file, in file order
   */
  static List<Comment> find(SourceFile file, String text, List<Scalar> scalars, int readTo) {
    int at = text.indexOf('#');
    if (at < 0) {
      return List.of();
    }
    List<Comment> found = new ArrayList<>();
    int next = -1;
    int contentStart = -1;
    int contentEnd = -1;
    while (at >= 0 && at < readTo) {
      while (contentEnd <= at && next < scalars.size()) {
        next++;
        if (next < scalars.size()) {
          Scalar scalar = scalars.get(next);
          contentEnd = scalar.endOffset();
          contentStart = contentEnd <= at ? contentEnd : contentStart(text, scalar);
        }
      }
      int resume = at + 1;
      if (at >= contentStart && at < contentEnd) {
        resume = contentEnd;
      } else if (startsComment(text, at)) {
        resume = ScalarPlaces.endOfLine(text, at, text.length());
        found.add(new Comment(file.span(at, resume), text.substring(at + 1, resume).strip()));
      }
      at = text.indexOf('#', resume);
    }
    return found;
  }

  /** Where the scalar's tag, anchor and block header are over; comments may stand among them. */
  private static int contentStart(String text, Scalar scalar) {
    int start = ScalarPlaces.afterProperties(text, scalar.startOffset(), scalar.endOffset());
    boolean block = scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED;
    return block ? ScalarPlaces.endOfLine(text, start, scalar.endOffset()) : start;
  }

  private static boolean startsComment(String text, int at) {
    return at == 0 || " \t\n\r\uFEFF,[]{}\"'".indexOf(text.charAt(at - 1)) >= 0;
  }
}
