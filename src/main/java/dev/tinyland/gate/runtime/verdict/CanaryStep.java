package dev.tinyland.gate.runtime.verdict;

/** The steps of the canary, in the order of the policy. */
public enum CanaryStep {
  READINESS("tofu-state-ha-readiness --expect-interim", Policy.RED_STOPS_MUTATION),
  ATTIC_BUCKET("rustfs-bucket-index-rca --bucket attic", Policy.RCA_BEFORE_RESTART),
  ATTIC_NAR("attic-nar-integrity-check", Policy.NAR_FALLBACK),
  SCRATCH(
      "rustfs-bucket-index-rca --scratch-probe --strict-scratch-disk-markers", Policy.CANARY_MEANS),
  INVENTORY("ha-state-candidate-inventory", Policy.NO_CANDIDATE_IS_EVIDENCE);

  private final String command;
  private final Policy policy;

  CanaryStep(String command, Policy policy) {
    this.command = command;
    this.policy = policy;
  }

  /** As it is typed, without what the run adds. */
  public String command() {
    return command;
  }

  public Policy policy() {
    return policy;
  }
}
