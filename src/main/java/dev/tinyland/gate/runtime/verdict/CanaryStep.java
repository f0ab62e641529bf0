package dev.tinyland.gate.runtime.verdict;

/** The steps of the canary, in the order of the policy. */
public enum CanaryStep {
  READINESS(1, "tofu-state-ha-readiness --expect-interim", Policy.RED_STOPS_MUTATION),
  ATTIC_BUCKET(2, "rustfs-bucket-index-rca --bucket attic", Policy.RCA_BEFORE_RESTART),
  ATTIC_NAR(3, "attic-nar-integrity-check", Policy.NAR_FALLBACK),
  SCRATCH(
      4,
      "rustfs-bucket-index-rca --scratch-probe --strict-scratch-disk-markers",
      Policy.CANARY_MEANS),
  INVENTORY(5, "ha-state-candidate-inventory", Policy.NO_CANDIDATE_IS_EVIDENCE);

  private final int number;
  private final String command;
  private final Policy policy;

  CanaryStep(int number, String command, Policy policy) {
    this.number = number;
    this.command = command;
    this.policy = policy;
  }

  /** From 1. */
  public int number() {
    return number;
  }

  /** As it is typed, without what the run adds. */
  public String command() {
    return command;
  }

  public Policy policy() {
    return policy;
  }
}
