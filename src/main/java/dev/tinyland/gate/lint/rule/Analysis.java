package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.docs.Documentation;
import dev.tinyland.gate.lint.passage.Passage;
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
 * @param docs what the pages show
 * @param passages texts of workflows, actions, scripts and configuration that may name a host or
 *     set something; those of the pages are with them
 */
public record Analysis(
    Policy policy,
    Reach reach,
    List<Judged> judged,
    List<Root> roots,
    List<Found> found,
    List<Problem> unreadable,
    Documentation docs,
    List<Passage> passages) {
  public Analysis {
    judged = List.copyOf(judged);
    roots = List.copyOf(roots);
    found = List.copyOf(found);
    unreadable = List.copyOf(unreadable);
    passages = List.copyOf(passages);
  }

  public Profile profile() {
    return policy.profile();
  }
}
