package dev.tinyland.gate.runtime.verdict;

/**
 * Something that has to hold, and what was seen of it.
 *
 * @param state {@code met}, {@code unmet} or {@code unknown}
 * @param evidence what was seen, as a sentence
 * @param policy the sentence of the policy documents that asks for it
 */
public record Requirement(String name, String state, String evidence, String policy) {
  public static final String MET = "met";
  public static final String UNMET = "unmet";
  public static final String UNKNOWN = "unknown";

  static Requirement of(String name, boolean met, String evidence, Policy policy) {
    return new Requirement(name, met ? MET : UNMET, evidence, policy.sentence());
  }

  static Requirement unknown(String name, String evidence, Policy policy) {
    return new Requirement(name, UNKNOWN, evidence, policy.sentence());
  }

  static Requirement of(String name, Standing standing, String evidence, Policy policy) {
    return standing == Standing.UNDECIDED
        ? unknown(name, evidence, policy)
        : of(name, standing == Standing.PROVEN, evidence, policy);
  }
}
