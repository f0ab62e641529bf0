package dev.tinyland.gate.runtime.verdict;

/** What a green of these checks does not say, each with the sentence of the policy. */
public enum NonClaim {
  HA("ha", "high availability", Policy.INTERIM_IS_ONE_REPLICA),
  RBE_CAS(
      "rbe-cas",
      "that this store may be the CAS or action cache of remote execution",
      Policy.NO_CAS_AUTHORITY),
  TRUSTED_PUBLICATION(
      "trusted-publication",
      "that anything may be published to Attic",
      Policy.PUBLICATION_IS_QUARANTINED);

  private final String word;
  private final String meaning;
  private final Policy policy;

  NonClaim(String word, String meaning, Policy policy) {
    this.word = word;
    this.meaning = meaning;
    this.policy = policy;
  }

  /** The name in reports. */
  public String word() {
    return word;
  }

  /** What is not proved, to follow "does not prove". */
  public String meaning() {
    return meaning;
  }

  public Policy policy() {
    return policy;
  }
}
