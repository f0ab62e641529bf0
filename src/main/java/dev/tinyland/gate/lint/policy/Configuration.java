package dev.tinyland.gate.lint.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy of which it is known where each value comes from. What the values mean stands at {@link
 * Policy}.
 *
 * @param levels the rules that the configuration names, in its order
 * @param state is no policy, and only the checks at run time read it
 */
public record Configuration(
    Sourced<Profile> profile,
    @Nullable Sourced<String> defaultBranch,
    Sourced<String> operatorLane,
    List<Sourced<String>> firstPartyOwners,
    Map<String, Sourced<String>> confirmTokens,
    List<Sourced<AddedSurface>> surfaces,
    List<Sourced<String>> allowedWriters,
    List<Sourced<String>> docsPaths,
    List<Sourced<String>> docsHistorical,
    List<Sourced<String>> outOfContract,
    List<Sourced<String>> endpoints,
    Map<String, Sourced<RuleLevel>> levels,
    StateSection state) {
  public Configuration {
    firstPartyOwners = List.copyOf(firstPartyOwners);
    confirmTokens = Collections.unmodifiableMap(new LinkedHashMap<>(confirmTokens));
    surfaces = List.copyOf(surfaces);
    allowedWriters = List.copyOf(allowedWriters);
    docsPaths = List.copyOf(docsPaths);
    docsHistorical = List.copyOf(docsHistorical);
    outOfContract = List.copyOf(outOfContract);
    endpoints = List.copyOf(endpoints);
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
  }

  /** What holds where nothing is configured. */
  public static Configuration ofSeeds() {
    return new Draft().done();
  }

  /** What is left of the values without their origins. */
  public Policy policy() {
    return new Policy(
        profile.value(),
        defaultBranch == null ? null : defaultBranch.value(),
        operatorLane.value(),
        Sourced.values(firstPartyOwners),
        values(confirmTokens),
        Sourced.values(surfaces),
        Sourced.values(allowedWriters),
        new Policy.Docs(Sourced.values(docsPaths), Sourced.values(docsHistorical)),
        Sourced.values(outOfContract),
        Sourced.values(endpoints),
        values(levels));
  }

  /** The same with what the command line says. */
  public Configuration withProfile(Sourced<Profile> other) {
    return with(other, defaultBranch);
  }

  /** The same with the branch that the command line says, or that was found out. */
  public Configuration withDefaultBranch(Sourced<String> other) {
    return with(profile, other);
  }

  private Configuration with(Sourced<Profile> ofProfile, @Nullable Sourced<String> branch) {
    return new Configuration(
        ofProfile,
        branch,
        operatorLane,
        firstPartyOwners,
        confirmTokens,
        surfaces,
        allowedWriters,
        docsPaths,
        docsHistorical,
        outOfContract,
        endpoints,
        levels,
        state);
  }

  private static <T> Map<String, T> values(Map<String, Sourced<T>> sourced) {
    Map<String, T> values = new LinkedHashMap<>();
    for (Map.Entry<String, Sourced<T>> each : sourced.entrySet()) {
      values.put(each.getKey(), each.getValue().value());
    }
    return values;
  }
}
