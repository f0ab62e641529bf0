package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Operation.JobPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two jobs of one workflow, the second of which needs the first. */
record Meeting(JobPlace first, JobPlace then, boolean isDirect) {
  static @Nullable Meeting of(JobPlace one, JobPlace other) {
    for (JobPlace first = one; first != null; first = first.caller()) {
      for (JobPlace then = other; then != null; then = then.caller()) {
        if (isSibling(first, then)) {
          return of(first, then, then.job().needs());
        }
      }
    }
    return null;
  }

  private static boolean isSibling(JobPlace one, JobPlace other) {
    return frame(one).equals(frame(other)) && !one.key().equals(other.key());
  }

  private static String frame(JobPlace place) {
    return place.caller() == null ? "" : place.caller().key();
  }

  private static @Nullable Meeting of(JobPlace first, JobPlace then, List<String> direct) {
    List<String> open = new ArrayList<>(direct);
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).equalsIgnoreCase(first.job().id())) {
        return new Meeting(first, then, i < direct.size());
      }
      var needed = then.workflow().job(open.get(i));
      for (String more : needed == null ? List.<String>of() : needed.needs()) {
        if (!open.contains(more)) {
          open.add(more);
        }
      }
    }
    return null;
  }
}
