package dev.tinyland.gate.runtime.evidence;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Node;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs and stores in a whole cluster, in all namespaces, read only. Names, images, counts and
 * places; no labels, no arguments, no environment and no content of anything.
 *
 * @param context how the cluster was found: {@code in-cluster}, {@code kubeconfig}, or why it was
 *     not
 * @param volumes the persistent volumes of the claims
 * @param observedAt RFC 3339, UTC
 */
public record InventoryEvidence(
    String context,
    Access reachable,
    Part<List<Workload>> deployments,
    Part<List<Workload>> statefulSets,
    Part<List<Workload>> daemonSets,
    Part<List<Pod>> pods,
    Part<List<Service>> services,
    Part<List<StorageClass>> storageClasses,
    Part<List<Claim>> claims,
    Part<List<Volume>> volumes,
    Part<List<Node>> nodes,
    String observedAt) {

  /**
   * What keeps pods running.
   *
   * @param kind for example {@code StatefulSet}
   * @param replicas that are asked for; of a daemon set, on how many nodes it is to run
   * @param claims that its template names
   * @param templates of claims, one for each pod
   */
  public record Workload(
      String kind,
      String namespace,
      String name,
      List<String> images,
      int replicas,
      int ready,
      List<String> claims,
      List<ClaimTemplate> templates) {
    public Workload {
      images = List.copyOf(images);
      claims = List.copyOf(claims);
      templates = List.copyOf(templates);
    }
  }

  /**
   * @param storageClass null for the default one
   */
  public record ClaimTemplate(String name, @Nullable String storageClass) {}

  /**
   * A pod.
   *
   * @param ownerKind of the workload that keeps it running; {@code Pod} where there is none
   * @param phase {@code Terminating} for one that is being deleted
   * @param volumes kinds of its volumes that are no claims, for example {@code hostPath}; without
   *     those that only carry configuration
   */
  public record Pod(
      String namespace,
      String name,
      String ownerKind,
      String ownerName,
      String phase,
      boolean ready,
      @Nullable String node,
      List<String> images,
      List<String> claims,
      List<String> volumes) {
    public Pod {
      images = List.copyOf(images);
      claims = List.copyOf(claims);
      volumes = List.copyOf(volumes);
    }
  }

  /** A service that has endpoints, ready or not. */
  public record Service(String namespace, String name, List<Port> ports, List<Endpoint> endpoints) {
    public Service {
      ports = List.copyOf(ports);
      endpoints = List.copyOf(endpoints);
    }
  }

  /**
   * @param number null where all ports are meant
   */
  public record Port(@Nullable String name, @Nullable Integer number) {}

  /**
   * @param pod its name; null where the endpoint is none of a pod
   */
  public record Endpoint(boolean ready, @Nullable String node, @Nullable String pod) {}

  /**
   * @param copies of the data that it asks for; null where it does not say
   * @param pool that it takes volumes from; null where it does not say
   * @param reclaim what becomes of a volume without its claim, for example {@code Delete}
   */
  public record StorageClass(
      String name,
      String provisioner,
      @Nullable Integer copies,
      @Nullable String pool,
      @Nullable String reclaim) {}

  /**
   * @param volume null where it is not bound
   */
  public record Claim(
      String namespace,
      String name,
      String phase,
      List<String> accessModes,
      @Nullable String storageClass,
      @Nullable String volume) {
    public Claim {
      accessModes = List.copyOf(accessModes);
    }
  }

  /**
   * @param driver of CSI, or the kind of volume, for example {@code hostPath}
   * @param nodes that it is bound to; empty where it is bound to none
   */
  public record Volume(
      String name, @Nullable String storageClass, String driver, List<String> nodes) {
    public Volume {
      nodes = List.copyOf(nodes);
    }
  }
}
