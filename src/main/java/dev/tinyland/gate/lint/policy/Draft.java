package dev.tinyland.gate.lint.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration while it is read; begins with the posture of the policy documents. */
final class Draft {
  Sourced<Profile> profile;
  @Nullable Sourced<String> defaultBranch;
  Sourced<String> operatorLane;
  final List<Sourced<String>> firstPartyOwners;
  final Map<String, Sourced<String>> confirmTokens = new LinkedHashMap<>();
  final List<Sourced<AddedSurface>> surfaces = new ArrayList<>();
  final List<Sourced<String>> allowedWriters = new ArrayList<>();
  List<Sourced<String>> docsPaths;
  final List<Sourced<String>> docsHistorical;
  final List<Sourced<String>> outOfContract;
  final List<Sourced<String>> endpoints;
  final Map<String, Sourced<RuleLevel>> levels = new LinkedHashMap<>();
  StateSection state = StateSection.EMPTY;

  Draft() {
    Policy seeds = Policy.ofSeeds(Profile.QUARANTINE);
    profile = Sourced.byDefault(seeds.profile());
    operatorLane = Sourced.byDefault(seeds.operatorLane());
    firstPartyOwners = Sourced.allByDefault(seeds.firstPartyOwners());
    for (Map.Entry<String, String> token : seeds.confirmTokens().entrySet()) {
      confirmTokens.put(token.getKey(), Sourced.byDefault(token.getValue()));
    }
    docsPaths = Sourced.allByDefault(seeds.docs().paths());
    docsHistorical = Sourced.allByDefault(seeds.docs().historical());
    outOfContract = Sourced.allByDefault(seeds.outOfContract());
    endpoints = Sourced.allByDefault(seeds.endpoints());
  }

  Configuration done() {
    return new Configuration(
        profile,
        defaultBranch,
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
}
