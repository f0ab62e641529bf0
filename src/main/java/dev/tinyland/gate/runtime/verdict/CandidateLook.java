package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Node;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Port;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Service;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an object store has of a live candidate: two ready endpoints on two nodes behind one
 * service, and storage that is not one node's.
 */
final class CandidateLook {
  private static final int INDEPENDENT = Requirements.INDEPENDENT;

  private final InventoryJoin join;
  private final Map<String, Product> stores;
  private final List<String> has = new ArrayList<>();
  private final List<String> lacks = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();

  private CandidateLook(InventoryJoin join, Map<String, Product> stores) {
    this.join = join;
    this.stores = stores;
  }

  /**
   * What was found, each as words for a list.
   *
   * @param lacks what was seen not to be there; empty where nothing was
   * @param unseen what could not be told
   */
  record Result(List<String> has, List<String> lacks, List<String> unseen) {}

  /** One service and its ready endpoints of the product. */
  private record Ready(String service, int count, Set<String> nodes, boolean unnamed) {}

  /**
   * Looks at one object store.
   *
   * @param stores the products of all object stores that may be candidates, by their keys
   */
  static Result of(
      Workload workload, Product product, InventoryJoin join, Map<String, Product> stores) {
    CandidateLook look = new CandidateLook(join, stores);
    look.endpoints(workload, product);
    look.storage(workload, product);
    return new Result(List.copyOf(look.has), List.copyOf(look.lacks), List.copyOf(look.unseen));
  }

  private void endpoints(Workload workload, Product product) {
    List<Service> services = join.services();
    Map<String, Pod> pods = join.pods();
    if (services == null || pods == null) {
      unseen.add("its endpoints");
      return;
    }
    Ready best = null;
    for (Service service : services) {
      if (service.namespace().equals(workload.namespace()) && servesS3(service, product)) {
        Ready ready = ready(service, workload, product, pods);
        if (ready != null && (best == null || isMore(ready, best))) {
          best = ready;
        }
      }
    }
    if (best == null) {
      lacks.add("a service of S3 with a ready endpoint");
      return;
    }
    String words =
        best.count()
            + (best.count() == 1 ? " ready endpoint" : " ready endpoints")
            + " of the service "
            + best.service()
            + (best.nodes().isEmpty() ? "" : " on " + Requirements.names(best.nodes()));
    has.add(words);
    if (best.count() < INDEPENDENT) {
      lacks.add("a second ready endpoint");
    } else if (best.nodes().size() < INDEPENDENT) {
      (best.unnamed() ? unseen : lacks).add("a second node of its endpoints");
    }
  }

  private static boolean isMore(Ready one, Ready other) {
    int nodes = Integer.compare(one.nodes().size(), other.nodes().size());
    return nodes > 0 || (nodes == 0 && one.count() > other.count());
  }

  /** Null where none of them is of the workload. */
  private @Nullable Ready ready(
      Service service, Workload workload, Product product, Map<String, Pod> pods) {
    Set<String> nodes = new TreeSet<>();
    int count = 0;
    boolean unnamed = false;
    boolean ours = false;
    for (Endpoint endpoint : service.endpoints()) {
      Pod pod =
          endpoint.pod() == null ? null : pods.get(service.namespace() + "/" + endpoint.pod());
      if (pod == null || !endpoint.ready() || stores.get(InventoryJoin.owner(pod)) != product) {
        continue;
      }
      String node = endpoint.node() == null ? pod.node() : endpoint.node();
      if (node != null && isDown(node)) {
        continue;
      }
      ours |= InventoryJoin.owner(pod).equals(InventoryJoin.key(workload));
      count++;
      if (node == null) {
        unnamed = true;
      } else {
        nodes.add(node);
      }
    }
    return ours ? new Ready(service.name(), count, nodes, unnamed) : null;
  }

  /** A node that was seen and is not ready; one that was not seen is taken at its pod's word. */
  private boolean isDown(String name) {
    Map<String, Node> nodes = join.nodes();
    if (nodes == null) {
      return false;
    }
    Node node = nodes.get(name);
    return node == null || !node.ready();
  }

  private static boolean servesS3(Service service, Product product) {
    if (product.servesS3OnAnyPort() || service.ports().isEmpty()) {
      return true;
    }
    for (Port port : service.ports()) {
      String name = port.name();
      if (port.number() == null
          || product.servesS3On(port.number())
          || (name != null && name.toLowerCase(Locale.ROOT).contains("s3"))) {
        return true;
      }
    }
    return false;
  }

  private void storage(Workload workload, Product product) {
    Map<String, Pod> pods = join.pods();
    if (pods == null) {
      unseen.add("its storage");
      return;
    }
    CandidateStorage storage = new CandidateStorage(join);
    boolean family = false;
    for (Pod pod : pods.values()) {
      String owner = InventoryJoin.owner(pod);
      if (owner.equals(InventoryJoin.key(workload))) {
        storage.add(pod);
      }
    }
    if (storage.isEmpty() && product.hasGateways()) {
      for (Pod pod : pods.values()) {
        if (pod.namespace().equals(workload.namespace())
            && stores.get(InventoryJoin.owner(pod)) == product) {
          storage.add(pod);
          family = true;
        }
      }
    }
    storage.judge(product.hasGateways(), has, lacks, unseen);
    if (family && !storage.isEmpty()) {
      has.add("storage of other workloads of " + product.title());
    }
  }
}
