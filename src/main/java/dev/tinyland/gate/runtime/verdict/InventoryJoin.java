package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Node;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Service;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Volume;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an inventory put together by name; a map or list that is null was not seen.
 *
 * @param workloads by key, those first that were listed, then the owners of running pods that were
 *     not: an operator may run pods with kinds of its own
 * @param pods that run, by namespace and name
 */
record InventoryJoin(
    Map<String, Workload> workloads,
    @Nullable Map<String, Pod> pods,
    @Nullable List<Service> services,
    @Nullable Map<String, StorageClass> storageClasses,
    @Nullable Map<String, Claim> claims,
    @Nullable Map<String, Volume> volumes,
    @Nullable Map<String, Node> nodes) {

  static InventoryJoin of(InventoryEvidence evidence) {
    Map<String, Workload> workloads = new LinkedHashMap<>();
    for (Part<List<Workload>> part :
        List.of(evidence.deployments(), evidence.statefulSets(), evidence.daemonSets())) {
      List<Workload> listed = seen(part);
      if (listed != null) {
        for (Workload workload : listed) {
          workloads.put(key(workload), workload);
        }
      }
    }
    Map<String, Pod> pods = null;
    List<Pod> all = seen(evidence.pods());
    if (all != null) {
      pods = new LinkedHashMap<>();
      for (Pod pod : all) {
        if (pod.phase().equals("Running")) {
          pods.put(pod.namespace() + "/" + pod.name(), pod);
        }
      }
      addOwners(pods.values(), workloads);
    }
    return new InventoryJoin(
        workloads,
        pods,
        seen(evidence.services()),
        byName(seen(evidence.storageClasses()), StorageClass::name),
        byName(seen(evidence.claims()), claim -> claim.namespace() + "/" + claim.name()),
        byName(seen(evidence.volumes()), Volume::name),
        byName(seen(evidence.nodes()), Node::name));
  }

  static String key(Workload workload) {
    return workload.kind() + " " + workload.namespace() + "/" + workload.name();
  }

  /** The key of what keeps the pod running. */
  static String owner(Pod pod) {
    return pod.ownerKind() + " " + pod.namespace() + "/" + pod.ownerName();
  }

  private static <T> @Nullable List<T> seen(Part<List<T>> part) {
    return part.access() == Access.SEEN ? part.value() : null;
  }

  private static void addOwners(Iterable<Pod> pods, Map<String, Workload> workloads) {
    Map<String, Workload> owners = new LinkedHashMap<>();
    for (Pod pod : pods) {
      String owner = owner(pod);
      // A job comes to an end; what it does is no service.
      if (!workloads.containsKey(owner) && !pod.ownerKind().equals("Job")) {
        Workload known = owners.get(owner);
        owners.put(owner, with(known, pod));
      }
    }
    workloads.putAll(owners);
  }

  private static Workload with(@Nullable Workload known, Pod pod) {
    List<String> images = new ArrayList<>(known == null ? List.of() : known.images());
    images.addAll(pod.images());
    return new Workload(
        pod.ownerKind(),
        pod.namespace(),
        pod.ownerName(),
        images,
        (known == null ? 0 : known.replicas()) + 1,
        (known == null ? 0 : known.ready()) + (pod.ready() ? 1 : 0),
        List.of(),
        List.of());
  }

  private static <T> @Nullable Map<String, T> byName(
      @Nullable List<T> items, Function<T, String> name) {
    if (items == null) {
      return null;
    }
    Map<String, T> byName = new LinkedHashMap<>();
    for (T item : items) {
      byName.put(name.apply(item), item);
    }
    return byName;
  }
}
