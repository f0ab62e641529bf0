package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Node;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Port;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Service;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Volume;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Literal inventories: the current state path, and what a test adds to it. */
final class Inventories {
  private final List<Workload> workloads = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Volume> volumes = new ArrayList<>();
  private final List<StorageClass> classes = new ArrayList<>();
  private final Set<String> unseen = new HashSet<>();
  private final Set<String> down = new HashSet<>();

  /** What a store is made of. */
  record Store(
      String namespace,
      String name,
      String image,
      List<String> nodes,
      @Nullable String storageClass,
      List<String> otherVolumes) {}

  /** Nothing but the current state path. */
  static Inventories current() {
    Inventories inventories = new Inventories();
    inventories.classes.add(
        new StorageClass("openebs-bumble-zfs", "zfs.csi.openebs.io", null, "tank", "Retain"));
    return inventories.with(
        new Store(
            "nix-cache",
            "attic-rustfs-openebs",
            "rustfs/rustfs@sha256:0f",
            List.of("bumble"),
            "openebs-bumble-zfs",
            List.of()));
  }

  /** Classes of every kind that is known. */
  Inventories withClasses() {
    classes.add(new StorageClass("local-path", "rancher.io/local-path", null, null, "Delete"));
    classes.add(new StorageClass("longhorn", "driver.longhorn.io", 3, null, "Delete"));
    classes.add(new StorageClass("longhorn-one", "driver.longhorn.io", 1, null, "Delete"));
    classes.add(new StorageClass("elsewhere", "ebs.csi.aws.com", null, null, "Delete"));
    return this;
  }

  /** A MinIO with a pod, a claim of its own and an endpoint on each of these nodes. */
  Inventories minio(@Nullable String storageClass, String... nodes) {
    return with(store("minio", "quay.io/minio/minio:r1", storageClass, nodes));
  }

  static Store store(String name, String image, @Nullable String storageClass, String... nodes) {
    return new Store("staging", name, image, List.of(nodes), storageClass, List.of());
  }

  /** A stateful set behind a service of its name. */
  Inventories with(Store store) {
    int count = store.nodes().size();
    workloads.add(
        new Workload(
            "StatefulSet",
            store.namespace(),
            store.name(),
            List.of(store.image()),
            count,
            count,
            List.of(),
            List.of()));
    return running("StatefulSet", store, 9000);
  }

  /** The same for pods whose owner is of a kind that no list has. */
  Inventories running(String kind, Store store, int port) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < store.nodes().size(); i++) {
      String node = store.nodes().get(i);
      String name = store.name() + "-" + i;
      String claim = store.storageClass() == null ? null : "data-" + name;
      pods.add(
          new Pod(
              store.namespace(),
              name,
              kind,
              store.name(),
              "Running",
              true,
              node,
              List.of(store.image()),
              claim == null ? List.of() : List.of(claim),
              store.otherVolumes()));
      endpoints.add(new Endpoint(true, node, name));
      if (claim != null) {
        String volume = "pv-" + store.namespace() + "-" + name;
        claims.add(
            new Claim(
                store.namespace(),
                claim,
                "Bound",
                List.of("ReadWriteOnce"),
                store.storageClass(),
                volume));
        boolean bound = !Set.of("longhorn", "elsewhere").contains(store.storageClass());
        volumes.add(
            new Volume(volume, store.storageClass(), "driver", bound ? List.of(node) : List.of()));
      }
    }
    services.add(
        new Service(store.namespace(), store.name(), List.of(new Port("http", port)), endpoints));
    return this;
  }

  Inventories down(String node) {
    down.add(node);
    return this;
  }

  /** These parts were not allowed to be seen. */
  Inventories without(String... parts) {
    unseen.addAll(List.of(parts));
    return this;
  }

  Inventories withoutServices() {
    services.clear();
    return this;
  }

  Inventories withoutWorkloads() {
    workloads.clear();
    pods.clear();
    return this;
  }

  /** Claims in another phase than bound. */
  Inventories pending() {
    claims.replaceAll(claim ->
        new Claim(
            claim.namespace(),
            claim.name(),
            "Pending",
            claim.accessModes(),
            claim.storageClass(),
            null));
    return this;
  }

  /** Endpoints that are there and not ready, after the first one of each service. */
  Inventories unreadyButOne() {
    services.replaceAll(service -> {
      List<Endpoint> endpoints = new ArrayList<>();
      for (Endpoint endpoint : service.endpoints()) {
        endpoints.add(new Endpoint(endpoints.isEmpty(), endpoint.node(), endpoint.pod()));
      }
      return new Service(service.namespace(), service.name(), service.ports(), endpoints);
    });
    return this;
  }

  InventoryEvidence evidence() {
    return new InventoryEvidence(
        "kubeconfig",
        Access.SEEN,
        part("deployments", List.of()),
        part("statefulSets", workloads),
        part("daemonSets", List.of()),
        part("pods", pods),
        part("services", services),
        part("storageClasses", classes),
        part("claims", claims),
        part("volumes", volumes),
        part("nodes", nodes()),
        "2026-11-21T05:00:00Z");
  }

  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    for (String name : List.of("bumble", "honey", "sting")) {
      nodes.add(new Node(name, !down.contains(name), true));
    }
    return nodes;
  }

  private <T> Part<List<T>> part(String name, List<T> items) {
    return unseen.contains(name)
        ? new Part<>(Access.FORBIDDEN, "HTTP 403: " + name + " is forbidden", null)
        : new Part<>(Access.SEEN, null, List.copyOf(items));
  }
}
