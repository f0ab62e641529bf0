package dev.tinyland.gate.runtime.evidence;

import java.util.List;

/**
 * What a check was asked, as far as it decides, so that a replay asks the same.
 *
 * @param stacks whose state objects have to be there
 * @param buckets that have to be there
 * @param namespace of the workload
 * @param deployment of the workload
 * @param storageNode the only node of the known interim posture
 * @param expectInterim whether the known interim posture is what has to be found
 * @param strictMarkers whether both folders of a bucket have to be seen
 * @param body whether the bodies of the state objects have to be read
 * @param scratchProbe whether a bucket of our own is made
 * @param failWithoutCandidate whether an inventory without a candidate is red
 */
public record Question(
    List<String> stacks,
    List<String> buckets,
    String namespace,
    String deployment,
    String storageNode,
    boolean expectInterim,
    boolean strictMarkers,
    boolean body,
    boolean scratchProbe,
    boolean failWithoutCandidate) {
  public Question {
    stacks = List.copyOf(stacks);
    buckets = List.copyOf(buckets);
  }
}
