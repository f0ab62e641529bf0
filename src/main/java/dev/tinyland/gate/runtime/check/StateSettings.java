package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.cluster.ClusterSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the state path is.
 *
 * @param stacks for each stack the key of its state object, in the order of the policy
 * @param bucket of the state objects
 * @param buckets that have to be there, for the analysis of the bucket index
 * @param storageNode the only node of the known interim posture
 * @param pause between two looks at the same thing; drives change their state on their own
 * @param since how far back logs are read
 */
public record StateSettings(
    Map<String, String> stacks,
    String bucket,
    List<String> buckets,
    String storageNode,
    ClusterSettings cluster,
    Duration pause,
    Duration since) {
  public StateSettings {
    stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
    buckets = List.copyOf(buckets);
  }

  /** What the policy documents say. */
  public static StateSettings ofSeeds() {
    Map<String, String> stacks = new LinkedHashMap<>();
    stacks.put("attic", "attic/terraform.tfstate");
    stacks.put("arc-runners", "arc-runners/terraform.tfstate");
    stacks.put("gitlab-runners", "tinyland-infra/gitlab-runners/terraform.tfstate");
    stacks.put("runner-dashboard", "tinyland-infra/runner-dashboard/terraform.tfstate");
    return new StateSettings(
        stacks,
        "tofu-state",
        List.of("tofu-state", "attic"),
        "bumble",
        ClusterSettings.defaults(),
        Duration.ofSeconds(3),
        Duration.ofMinutes(30));
  }

  /**
   * The key of a stack's state object.
   *
   * @throws IllegalArgumentException for a stack that is not known
   */
  public String key(String stack) {
    String key = stacks.get(stack);
    if (key == null) {
      throw new IllegalArgumentException("there is no stack " + stack);
    }
    return key;
  }
}
