package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.ClaimTemplate;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The whole cluster, list by list; each list is asked for once, in all namespaces. */
final class Inventory {
  /** Pods are large: with more of them an answer could be longer than what is read. */
  private static final int PAGE = 250;

  private Inventory() {}

  static InventoryEvidence read(Cluster cluster, KubernetesReader reader, Moments moments) {
    String apps = "/apis/apps/v1/";
    var deployments =
        list(reader, apps + "deployments", "Deployment", tree -> workload("Deployment", tree));
    var statefulSets =
        list(reader, apps + "statefulsets", "StatefulSet", tree -> workload("StatefulSet", tree));
    var daemonSets = list(reader, apps + "daemonsets", "DaemonSet", Inventory::daemonSet);
    var pods = list(reader, "/api/v1/pods", "Pod", Inventory::pod);
    var services = Services.read(reader, PAGE);
    var classes =
        list(
            reader,
            "/apis/storage.k8s.io/v1/storageclasses",
            "StorageClass",
            Volumes::storageClass);
    var claims =
        list(reader, "/api/v1/persistentvolumeclaims", "PersistentVolumeClaim", Inventory::claim);
    var volumes = list(reader, "/api/v1/persistentvolumes", "PersistentVolume", Volumes::volume);
    var nodes = list(reader, "/api/v1/nodes", "Node", Storage::node);
    return new InventoryEvidence(
        cluster.context(),
        reader.reachable(),
        deployments,
        statefulSets,
        daemonSets,
        pods,
        services,
        classes,
        claims,
        volumes,
        nodes,
        moments.now());
  }

  private static <T> Part<List<T>> list(
      KubernetesReader reader, String path, String kind, Function<Tree, T> shape) {
    return reader.list(path, kind, PAGE, shape);
  }

  private static InventoryEvidence.Workload workload(String kind, Tree tree) {
    List<ClaimTemplate> templates = new ArrayList<>();
    for (Tree template : tree.items("spec", "volumeClaimTemplates")) {
      templates.add(
          new ClaimTemplate(
              template.required("metadata", "name"), template.text("spec", "storageClassName")));
    }
    return workload(
        kind,
        tree,
        tree.integer(1, "spec", "replicas"),
        tree.integer(0, "status", "readyReplicas"),
        templates);
  }

  private static InventoryEvidence.Workload daemonSet(Tree tree) {
    return workload(
        "DaemonSet",
        tree,
        tree.integer(0, "status", "desiredNumberScheduled"),
        tree.integer(0, "status", "numberReady"),
        List.of());
  }

  private static InventoryEvidence.Workload workload(
      String kind, Tree tree, int replicas, int ready, List<ClaimTemplate> templates) {
    Tree specification = tree.at("spec", "template", "spec");
    return new InventoryEvidence.Workload(
        kind,
        tree.required("metadata", "namespace"),
        tree.required("metadata", "name"),
        Containers.images(specification),
        replicas,
        ready,
        Containers.claims(specification),
        templates);
  }

  private static Pod pod(Tree tree) {
    String name = tree.required("metadata", "name");
    String phase = tree.text("status", "phase");
    boolean deleted = tree.has("metadata", "deletionTimestamp");
    Tree owner = owner(tree);
    String ownerKind = owner.text("kind");
    String ownerName = owner.text("name");
    String deployment = "ReplicaSet".equals(ownerKind) ? deployment(tree, ownerName) : null;
    boolean owned = ownerKind != null && ownerName != null;
    Tree specification = tree.at("spec");
    return new Pod(
        tree.required("metadata", "namespace"),
        name,
        deployment != null ? "Deployment" : owned && ownerKind != null ? ownerKind : "Pod",
        deployment != null ? deployment : owned && ownerName != null ? ownerName : name,
        deleted ? "Terminating" : phase == null ? "Unknown" : phase,
        !deleted && Workload.condition(tree, "Ready"),
        tree.text("spec", "nodeName"),
        Containers.images(specification),
        Containers.claims(specification),
        Containers.volumes(specification));
  }

  private static Tree owner(Tree pod) {
    for (Tree owner : pod.items("metadata", "ownerReferences")) {
      if (Boolean.TRUE.equals(owner.flag("controller"))) {
        return owner;
      }
    }
    return Tree.of(null);
  }

  /**
   * The deployment of a replica set, whose name is the deployment's with the hash of the template;
   * null where it was not made by a deployment.
   */
  private static @Nullable String deployment(Tree pod, @Nullable String replicaSet) {
    String hash = pod.text("metadata", "labels", "pod-template-hash");
    String end = "-" + hash;
    return hash == null || replicaSet == null || !replicaSet.endsWith(end)
        ? null
        : replicaSet.substring(0, replicaSet.length() - end.length());
  }

  private static Claim claim(Tree tree) {
    String phase = tree.text("status", "phase");
    List<String> actual = tree.texts("status", "accessModes");
    return new Claim(
        tree.required("metadata", "namespace"),
        tree.required("metadata", "name"),
        phase == null ? "Unknown" : phase,
        actual.isEmpty() ? tree.texts("spec", "accessModes") : actual,
        tree.text("spec", "storageClassName"),
        tree.text("spec", "volumeName"));
  }
}
