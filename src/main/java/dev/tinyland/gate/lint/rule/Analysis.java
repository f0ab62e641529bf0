package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.report.Problem;
import java.util.List;

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

  public Profile profile() {
    return policy.profile();
  }
}
