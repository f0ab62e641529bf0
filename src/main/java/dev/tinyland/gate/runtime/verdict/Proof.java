package dev.tinyland.gate.runtime.verdict;

/**
 * Something that no look at a running system shows, proved elsewhere.
 *
 * @param holds whether the proof succeeded
 * @param reference where it is, for example the name of its bundle
 */
public record Proof(Kind kind, boolean holds, String reference) {
  /** What can be proved. */
  public enum Kind {
    /** That a divergence of the bucket index can be repaired without a restart. */
    REPAIR_PATH("repair path", Policy.NO_REPAIR_PATH),
    BACKUP("backup", Policy.BACKUP),
    ENDPOINT_LOSS("endpoint loss", Policy.TWO_ENDPOINTS),
    POD_RESTART("pod restart", Policy.POD_RESTART),
    NODE_MAINTENANCE("node maintenance", Policy.NODE_MAINTENANCE),
    NO_OP_PLAN("no-op plan", Policy.NO_OP_PLAN);

    private final String word;
    private final Policy policy;

    Kind(String word, Policy policy) {
      this.word = word;
      this.policy = policy;
    }

    /** The name of the requirement. */
    public String word() {
      return word;
    }

    public Policy policy() {
      return policy;
    }
  }
}
