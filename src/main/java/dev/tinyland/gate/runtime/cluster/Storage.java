package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Node;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.ZfsNode;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.ZfsVolume;
import java.util.ArrayList;
import java.util.List;

/** The shapes of claims, volumes, storage classes, OpenEBS objects and nodes. */
final class Storage {
  private Storage() {}

  /** Without what the volume says. */
  static Claim claim(Tree tree) {
    String phase = tree.text("status", "phase");
    List<String> actual = tree.texts("status", "accessModes");
    return new Claim(
        tree.required("metadata", "name"),
        phase == null ? "Unknown" : phase,
        List.copyOf(actual.isEmpty() ? tree.texts("spec", "accessModes") : actual),
        tree.text("spec", "storageClassName"),
        tree.text("status", "capacity", "storage"),
        tree.text("spec", "volumeName"),
        null,
        List.of());
  }

  /** With the driver and the nodes of its volume. */
  static Claim with(Claim claim, Tree volume) {
    String driver = volume.text("spec", "csi", "driver");
    return new Claim(
        claim.name(),
        claim.phase(),
        claim.accessModes(),
        claim.storageClass(),
        claim.capacity(),
        claim.volume(),
        driver == null ? "none: not a CSI volume" : driver,
        nodes(volume));
  }

  /** The values of a volume's node affinity; empty where it is bound to no node. */
  private static List<String> nodes(Tree volume) {
    List<String> nodes = new ArrayList<>();
    for (Tree term : volume.items("spec", "nodeAffinity", "required", "nodeSelectorTerms")) {
      for (Tree expression : term.items("matchExpressions")) {
        addNew(nodes, expression.texts("values"));
      }
      for (Tree field : term.items("matchFields")) {
        addNew(nodes, field.texts("values"));
      }
    }
    return List.copyOf(nodes);
  }

  private static void addNew(List<String> nodes, List<String> names) {
    for (String name : names) {
      if (!nodes.contains(name)) {
        nodes.add(name);
      }
    }
  }

  static StorageClass storageClass(Tree tree) {
    return new StorageClass(
        tree.required("metadata", "name"),
        tree.required("provisioner"),
        tree.text("parameters", "poolname"));
  }

  static ZfsNode zfsNode(Tree tree) {
    List<String> pools = new ArrayList<>();
    for (Tree pool : tree.items("pools")) {
      pools.add(pool.required("name"));
    }
    return new ZfsNode(tree.required("metadata", "name"), List.copyOf(pools));
  }

  static ZfsVolume zfsVolume(Tree tree) {
    String state = tree.text("status", "state");
    return new ZfsVolume(
        tree.required("metadata", "name"),
        tree.required("spec", "ownerNodeID"),
        tree.required("spec", "poolName"),
        state == null ? "Unknown" : state);
  }

  static Node node(Tree tree) {
    return new Node(
        tree.required("metadata", "name"),
        Workload.condition(tree, "Ready"),
        !Boolean.TRUE.equals(tree.flag("spec", "unschedulable")));
  }
}
