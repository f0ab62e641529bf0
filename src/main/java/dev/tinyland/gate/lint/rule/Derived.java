package dev.tinyland.gate.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several rules ask for, worked out once a run. Rules run one after the other. */
public final class Derived {
  private @Nullable List<Probe> probes;
  private @Nullable List<Flaw> flaws;
  private @Nullable List<Canary> canaries;
  private @Nullable List<StateChanges> stateChanges;

  Derived() {}

  List<Probe> probes(Analysis analysis) {
    List<Probe> known = probes;
    if (known == null) {
      known = List.copyOf(Probes.find(analysis));
      probes = known;
    }
    return known;
  }

  List<Flaw> flaws(Analysis analysis) {
    List<Flaw> known = flaws;
    if (known == null) {
      List<Flaw> all = new ArrayList<>();
      for (Probe probe : probes(analysis)) {
        all.addAll(Confirmation.flaws(probe, analysis));
        all.addAll(OtherTriggers.flaws(probe, analysis));
        all.addAll(Evidence.flaws(probe, analysis));
      }
      known = List.copyOf(all);
      flaws = known;
    }
    return known;
  }

  List<Canary> canaries(Analysis analysis) {
    List<Canary> known = canaries;
    if (known == null) {
      known = List.copyOf(Canary.find(analysis));
      canaries = known;
    }
    return known;
  }

  List<StateChanges> stateChanges(Analysis analysis) {
    List<StateChanges> known = stateChanges;
    if (known == null) {
      known = List.copyOf(StateChanges.find(analysis));
      stateChanges = known;
    }
    return known;
  }
}
