package dev.tinyland.gate.runtime.verdict;

import java.util.List;

/**
 * What a guard insists on.
 *
 * @param stacks whose state objects have to be there
 * @param strictMarkers whether both folders of a bucket have to be seen on the disk
 * @param body whether the bodies of the state objects have to be read
 * @param writeProof whether an object has to be written, read and deleted
 */
public record GuardOptions(
    List<String> stacks, boolean strictMarkers, boolean body, boolean writeProof) {
  public GuardOptions {
    stacks = List.copyOf(stacks);
  }
}
