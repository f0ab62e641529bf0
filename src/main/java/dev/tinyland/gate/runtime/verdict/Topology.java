package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Deployment;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.ZfsNode;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.ZfsVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the state is kept, as far as it was seen; what is null was not.
 *
 * @param claimNodes to which the volume of the claim is bound; null where that was not seen
 */
record Topology(
    @Nullable Deployment deployment,
    @Nullable List<Endpoint> endpoints,
    @Nullable Claim claim,
    @Nullable Set<String> claimNodes,
    @Nullable Set<String> storageNodes) {

  static Topology of(@Nullable ClusterEvidence cluster) {
    if (cluster == null) {
      return new Topology(null, null, null, null, null);
    }
    Claim claim = seen(cluster.claim());
    return new Topology(
        seen(cluster.deployment()),
        seen(cluster.endpoints()),
        claim,
        claim == null ? null : claimNodes(claim, seen(cluster.zfsVolumes())),
        storageNodes(seen(cluster.zfsNodes())));
  }

  /** Ready endpoints; -1 where they were not seen. */
  int ready() {
    return endpoints == null ? -1 : WorkloadVerdict.ready(endpoints);
  }

  /** The nodes of ready endpoints; null where one has none. */
  @Nullable Set<String> endpointNodes() {
    if (endpoints == null) {
      return null;
    }
    Set<String> nodes = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      if (endpoint.ready()) {
        if (endpoint.node() == null) {
          return null;
        }
        nodes.add(endpoint.node());
      }
    }
    return nodes;
  }

  private static <T> @Nullable T seen(Part<T> part) {
    return part.access() == Access.SEEN ? part.value() : null;
  }

  /** The volume object of OpenEBS names the node also where the role may not read volumes. */
  private static @Nullable Set<String> claimNodes(Claim claim, @Nullable List<ZfsVolume> volumes) {
    if (!claim.nodes().isEmpty()) {
      return new TreeSet<>(claim.nodes());
    }
    List<String> nodes = new ArrayList<>();
    if (volumes != null && claim.volume() != null) {
      for (ZfsVolume volume : volumes) {
        if (volume.name().equals(claim.volume())) {
          nodes.add(volume.node());
        }
      }
    }
    return nodes.isEmpty() ? null : new TreeSet<>(nodes);
  }

  private static @Nullable Set<String> storageNodes(@Nullable List<ZfsNode> nodes) {
    if (nodes == null) {
      return null;
    }
    Set<String> names = new TreeSet<>();
    for (ZfsNode node : nodes) {
      names.add(node.name());
    }
    return names;
  }
}
