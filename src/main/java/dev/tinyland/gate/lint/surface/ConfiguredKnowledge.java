package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.policy.AddedSurface;
import dev.tinyland.gate.lint.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is known of writers, with what a configuration adds. It stands behind what is built in, so
 * that it can take nothing away.
 */
public final class ConfiguredKnowledge {
  private ConfiguredKnowledge() {}

  /** The knowledge base itself where the policy adds nothing. */
  public static KnowledgeBase of(KnowledgeBase builtIn, Policy policy) {
    List<String> added = policy.addedEndpoints();
    if (policy.surfaces().isEmpty() && added.isEmpty()) {
      return builtIn;
    }
    List<KnownAction> actions = new ArrayList<>(builtIn.actions());
    for (AddedSurface surface : policy.surfaces()) {
      actions.add(action(surface));
    }
    List<String> endpoints = new ArrayList<>(builtIn.endpoints());
    for (String endpoint : added) {
      endpoints.add(endpoint.toLowerCase(Locale.ROOT));
    }
    return new KnowledgeBase(
        actions,
        builtIn.quietActions(),
        builtIn.credentialInputs(),
        builtIn.credentialSecrets(),
        builtIn.scriptInputs(),
        builtIn.operations(),
        builtIn.clients(),
        builtIn.flags(),
        builtIn.hooks(),
        endpoints,
        builtIn.buckets(),
        builtIn.uploadPath(),
        builtIn.uploadHeader());
  }

  private static KnownAction action(AddedSurface surface) {
    return new KnownAction(
        surface.uses(),
        List.of(surface.uses()),
        surface.writesWhen(),
        Set.of(),
        Map.of(),
        surface.postStep(),
        List.of(),
        surface.switchInput(),
        surface.token() == null ? List.of() : List.of(surface.token()));
  }
}
