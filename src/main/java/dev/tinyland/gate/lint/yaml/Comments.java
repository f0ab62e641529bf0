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
    int next = 0;
    while (at >= 0 && at < readTo) {
      while (next < scalars.size() && scalars.get(next).endOffset() <= at) {
        next++;
      }
      int resume = next < scalars.size() ? contentEnd(text, scalars.get(next), at) : at;
      if (resume == at) {
        resume = at + 1;
        if (startsComment(text, at)) {
          resume = ScalarPlaces.endOfLine(text, at, text.length());
          found.add(new Comment(file.span(at, resume), text.substring(at + 1, resume).strip()));
        }
      }
      at = text.indexOf('#', resume);
    }
    return found;
  }

  /** The end of the scalar when the offset lies in what it says, else the offset itself. */
  private static int contentEnd(String text, Scalar scalar, int at) {
    if (at < scalar.startOffset()) {
      return at;
    }
    int content = ScalarPlaces.afterProperties(text, scalar.startOffset(), scalar.endOffset());
    if (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED) {
      content = ScalarPlaces.endOfLine(text, content, scalar.endOffset());
    }
    return at < content ? at : scalar.endOffset();
  }

  private static boolean startsComment(String text, int at) {
    return at == 0 || " \t\n\r\uFEFF,[]{}\"'".indexOf(text.charAt(at - 1)) >= 0;
  }
}
