package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.report.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules look at.
 *
 * @param found what each walk collected, beside its root
 * @param unreadable what GitHub would refuse in a workflow or action file
 */
public record Analysis(
    Policy policy,
    Reach reach,
    List<Judged> judged,
    List<Root> roots,
    List<Found> found,
    List<Problem> unreadable) {
  public Analysis {
    judged = List.copyOf(judged);
    roots = List.copyOf(roots);
    found = List.copyOf(found);
    unreadable = List.copyOf(unreadable);
  }

  /** The write of a surface that is in the report; null for none of them. */
  @Nullable Judged judged(@Nullable String surface) {
    for (Judged each : judged) {
      if (each.surface().id().equals(surface)) {
        return each;
      }
    }
    return null;
  }

  public Profile profile() {
    return policy.profile();
  }
}
