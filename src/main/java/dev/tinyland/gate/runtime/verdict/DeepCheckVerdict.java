package dev.tinyland.gate.runtime.verdict;

import java.util.List;

/** {@code tofu-state-authority-deep-check}: the guard before a mutation of one stack. */
public final class DeepCheckVerdict {
  public static final String COMMAND = "tofu-state-authority-deep-check";

  private DeepCheckVerdict() {}

  /**
   * The verdict on one stack. Green lets the path be the interim authority for this moment, and
   * never more.
   *
   * @param strictMarkers whether both folders of each bucket have to be seen
   * @param body whether the body of the state object has to be read
   */
  public static VerdictReport of(
      String stack, GuardEvidence evidence, boolean strictMarkers, boolean body) {
    GuardOptions options = new GuardOptions(List.of(stack), strictMarkers, body, true);
    List<Finding> findings = Guard.findings(evidence, options);
    Authority authority =
        Finding.worst(findings) == Standing.PROVEN ? Authority.INTERIM : Authority.NONE;
    return VerdictReport.of(COMMAND + " " + stack, findings, authority, null, List.of());
  }
}
