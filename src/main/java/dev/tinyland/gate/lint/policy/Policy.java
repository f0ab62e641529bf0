package dev.tinyland.gate.lint.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy that a run is judged by. Without a configuration it is the posture of the policy
 * documents.
 *
 * @param defaultBranch short name; null where it has to be found out
 * @param operatorLane the only runner label on which operator probes may run
 * @param firstPartyOwners owners whose actions are held to the quarantine as our own
 * @param confirmTokens for each profile of the publication probe the token that must be typed
 * @param surfaces what writes beside what is known to write
 * @param allowedWriters {@code owner/name[/path]@sha} of third-party actions that a person has
 *     vouched for
 * @param docs which pages are operator-facing
 * @param outOfContract hosts and namespaces that no longer are current authority
 * @param endpoints hosts of the caches that are
 * @param levels what each rule weighs, where it is not what the rule itself says
 */
public record Policy(
    Profile profile,
    @Nullable String defaultBranch,
    String operatorLane,
    List<String> firstPartyOwners,
    Map<String, String> confirmTokens,
    List<AddedSurface> surfaces,
    List<String> allowedWriters,
    Docs docs,
    List<String> outOfContract,
    List<String> endpoints,
    Map<String, RuleLevel> levels) {
  private static final List<String> SEED_ENDPOINTS =
      List.of(
          "attic.nix-cache.svc.cluster.local",
          "nix-cache.tinyland.dev",
          "bazel-cache.nix-cache.svc.cluster.local");

  public Policy {
    firstPartyOwners = List.copyOf(firstPartyOwners);
    confirmTokens = Collections.unmodifiableMap(new LinkedHashMap<>(confirmTokens));
    surfaces = List.copyOf(surfaces);
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
        null,
        "tinyland-nix-operator",
        List.of("tinyland-inc", "Jesssullivan", "gloriousflywheel"),
        tokens,
        List.of(),
        List.of(),
        new Docs(List.of("**/*.md", "**/*.markdown"), List.of()),
        List.of(
            "attic-cache-dev", "attic.dev-cluster.example.com", "attic.tinyland.dev", "fuzzy-dev"),
        SEED_ENDPOINTS,
        Map.of());
  }

  public Policy withProfile(Profile other) {
    return new Policy(
        other,
        defaultBranch,
        operatorLane,
        firstPartyOwners,
        confirmTokens,
        surfaces,
        allowedWriters,
        docs,
        outOfContract,
        endpoints,
        levels);
  }

  /** The endpoints that the policy documents do not name. */
  public List<String> addedEndpoints() {
    List<String> added = new ArrayList<>(endpoints);
    added.removeAll(SEED_ENDPOINTS);
    return added;
  }

  /**
   * Whether a person has vouched for exactly what a reference names. GitHub ignores the case of
   * owner, repository and sha, and minds that of the path between them.
   */
  public boolean vouchesFor(String reference) {
    for (String writer : allowedWriters) {
      if (writer.equalsIgnoreCase(reference) && path(writer).equals(path(reference))) {
        return true;
      }
    }
    return false;
  }

  /** What stands behind {@code owner/name}, up to the {@code @}. */
  private static String path(String reference) {
    int owner = reference.indexOf('/');
    int repository = reference.indexOf('/', owner + 1);
    int at = reference.indexOf('@');
    return repository < 0 || at < repository ? "" : reference.substring(repository, at);
  }
}
