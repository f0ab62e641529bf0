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
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules look at.
 *
 * @param found what each walk collected, beside its root
 * @param unreadable what GitHub would refuse in a workflow or action file
 * @param docs what the pages show
 * @param passages texts of workflows, actions, scripts and configuration that may name a host or
 *     set something; those of the pages are with them
 * @param derived what several rules ask for, worked out when the first one does
 */
public record Analysis(
    Policy policy,
    Reach reach,
    List<Judged> judged,
    List<Root> roots,
    List<Found> found,
    List<Problem> unreadable,
    Documentation docs,
    List<Passage> passages,
    Derived derived) {
  public Analysis {
    judged = List.copyOf(judged);
    roots = List.copyOf(roots);
    found = List.copyOf(found);
    unreadable = List.copyOf(unreadable);
    passages = List.copyOf(passages);
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

  public Analysis(
      Policy policy,
      Reach reach,
      List<Judged> judged,
      List<Root> roots,
      List<Found> found,
      List<Problem> unreadable,
      Documentation docs,
      List<Passage> passages) {
    this(policy, reach, judged, roots, found, unreadable, docs, passages, new Derived());
  }

  public Profile profile() {
    return policy.profile();
  }

  /** What the walk of a root collected. */
  Found found(Root root) {
    for (int i = 0; i < roots.size(); i++) {
      if (roots.get(i).file().path().equals(root.file().path())) {
        return found.get(i);
      }
    }
    throw new IllegalArgumentException("not walked: " + root.file().path());
  }

  /** The publication probes, good ones and others. */
  List<Probe> probes() {
    return derived.probes(this);
  }

  /** What is wrong with them. */
  List<Flaw> flaws() {
    return derived.flaws(this);
  }

  /** The state authority canaries, and what looks like one. */
  List<Canary> canaries() {
    return derived.canaries(this);
  }

  /** Whether a write is a publication probe's, for whose rules it is then. */
  boolean isOfProbe(Judged write) {
    for (Probe probe : probes()) {
      if (probe.isProbe(write)) {
        return true;
      }
    }
    return false;
  }
}
