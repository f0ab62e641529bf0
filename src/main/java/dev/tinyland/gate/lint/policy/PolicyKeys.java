package dev.tinyland.gate.lint.policy;

import java.util.List;

/** The keys that a configuration knows, in the order in which the documentation has them. */
public final class PolicyKeys {
  public static final List<String> ALL =
      List.of(
          "profile",
          "default-branch",
          "operator-lane",
          "first-party-owners",
          "confirm-tokens",
          "surfaces",
          "allowed-writers",
          "docs",
          "out-of-contract-hosts",
          "endpoints",
          "rules",
          "state");

  public static final List<String> DOCS = List.of("paths", "historical");

  public static final List<String> SURFACE =
      List.of("uses", "writes-when", "switch", "token", "post-step");

  /** The profiles of the publication probe. */
  public static final List<String> PROBES = List.of("synthetic", "small-check", "medium-check");

  private PolicyKeys() {}
}
