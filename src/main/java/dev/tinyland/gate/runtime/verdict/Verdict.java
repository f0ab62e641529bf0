package dev.tinyland.gate.runtime.verdict;

import java.util.List;

/** What was decided. Undecided is never a green. */
public sealed interface Verdict {
  /** Why, the weightiest first. */
  List<Reason> reasons();

  /** It was looked at, and it holds. */
  record Proven(List<Reason> reasons) implements Verdict {
    public Proven {
      reasons = List.copyOf(reasons);
    }
  }

  /** It was looked at, and it does not hold. */
  record Refuted(List<Reason> reasons) implements Verdict {
    public Refuted {
      reasons = List.copyOf(reasons);
    }
  }

  /** Too little could be seen. */
  record Undecided(List<Reason> reasons) implements Verdict {
    public Undecided {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A reason.
   *
   * @param name of the class of evidence, for example {@code bucket-index-divergence}
   * @param subject what it is about, for example {@code bucket tofu-state}
   * @param sentence what was seen
   * @param policy the sentence of the policy documents that is enforced; empty where there is none
   */
  record Reason(String name, String subject, String sentence, String policy) {}
}
