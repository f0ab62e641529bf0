package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what precedes a syntax error.
 *
 * <p>The parser looks ahead, so at an error the last scalars before it are not delivered yet. Read
 * again without the broken tail, they are: a broken tail must not hide a write before it.
 */
final class Recovery {
  private Recovery() {}

  /** The attempt that read most; the problems of the first attempt's syntax error are kept. */
  static Composer compose(SourceFile file, String text, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    Composer first = new Composer(file, text, found);
    SyntaxError error = first.compose();
    if (error == null) {
      problems.addAll(found);
      return first;
    }
    Composer best = first;
    List<Problem> bestFound = found;
    int[] cuts = {error.offset(), error.contextOffset()};
    for (int i = 0; i < cuts.length; i++) {
      if (cuts[i] < 0 || cuts[i] >= text.length() || (i > 0 && cuts[i] == cuts[i - 1])) {
        continue;
      }
      List<Problem> retryFound = new ArrayList<>();
      Composer retry = new Composer(file, text.substring(0, cuts[i]), retryFound);
      @Nullable SyntaxError ignored = retry.compose();
      if (retry.nodeCount() > best.nodeCount()) {
        best = retry;
        bestFound = retryFound;
      }
      if (ignored == null) {
        break;
      }
    }
    problems.addAll(bestFound);
    problems.add(new Problem(file.span(error.offset(), error.offset()), error.message()));
    return best;
  }
}
