package dev.tinyland.gate.lint.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy that a run is judged by. Without a configuration it is the posture of the policy
 * documents.
 *
 * @param operatorLane the only runner label on which operator probes may run
 * @param firstPartyOwners owners whose actions are held to the quarantine as our own
 * @param confirmTokens for each profile of the publication probe the token that must be typed
 * @param allowedWriters {@code owner/name@sha} of third-party actions that a person has vouched for
 * @param docs which pages are operator-facing
 * @param outOfContract hosts and namespaces that no longer are current authority
 * @param endpoints hosts of the caches that are
 * @param levels what each rule weighs, where it is not what the rule itself says
 */
public record Policy(
    Profile profile,
    String operatorLane,
    List<String> firstPartyOwners,
    Map<String, String> confirmTokens,
    List<String> allowedWriters,
    Docs docs,
    List<String> outOfContract,
    List<String> endpoints,
    Map<String, RuleLevel> levels) {
  public Policy {
    firstPartyOwners = List.copyOf(firstPartyOwners);
    confirmTokens = Collections.unmodifiableMap(new LinkedHashMap<>(confirmTokens));
    allowedWriters = List.copyOf(allowedWriters);
    outOfContract = List.copyOf(outOfContract);
    endpoints = List.copyOf(endpoints);
    levels = Map.copyOf(levels);
  }

  /**
   * Operator-facing documentation.
   *
   * @param paths globs on paths below the root; {@code **} crosses folders
   * @param historical globs of pages that quote what once was, and teach nothing
   */
  public record Docs(List<String> paths, List<String> historical) {
    public Docs {
      paths = List.copyOf(paths);
      historical = List.copyOf(historical);
    }
  }

  /** The posture of the policy documents. */
  public static Policy ofSeeds(Profile profile) {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("synthetic", "probe-attic-publication");
    tokens.put("small-check", "probe-attic-publication-small-check");
    tokens.put("medium-check", "probe-attic-publication-medium-check");
    return new Policy(
        profile,
        "tinyland-nix-operator",
        List.of("tinyland-inc", "Jesssullivan", "gloriousflywheel"),
        tokens,
        List.of(),
        new Docs(List.of("**/*.md", "**/*.markdown"), List.of()),
        List.of(
            "attic-cache-dev", "attic.dev-cluster.example.com", "attic.tinyland.dev", "fuzzy-dev"),
        List.of(
            "attic.nix-cache.svc.cluster.local",
            "nix-cache.tinyland.dev",
            "bazel-cache.nix-cache.svc.cluster.local"),
        Map.of());
  }

  public Policy withProfile(Profile other) {
    return new Policy(
        other,
        operatorLane,
        firstPartyOwners,
        confirmTokens,
        allowedWriters,
        docs,
        outOfContract,
        endpoints,
        levels);
  }
}
