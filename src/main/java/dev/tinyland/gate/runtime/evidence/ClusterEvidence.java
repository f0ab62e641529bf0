package dev.tinyland.gate.runtime.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster says of the workload, read only. Each part has an access of its own: a right
 * that is missing, a kind that is not installed and an object that is not there are different
 * facts.
 *
 * @param context how the cluster was found: {@code in-cluster}, {@code kubeconfig}, or why it was
 *     not
 */
public record ClusterEvidence(
    String context,
    Access reachable,
    Part<Deployment> deployment,
    Part<List<Pod>> pods,
    Part<List<Endpoint>> endpoints,
    Part<Claim> claim,
    Part<StorageClass> storageClass,
    Part<List<ZfsNode>> zfsNodes,
    Part<List<ZfsVolume>> zfsVolumes,
    Part<List<Node>> nodes,
    Part<List<Event>> events,
    String observedAt) {

  /** How a part could be seen. */
  public enum Access {
    SEEN,
    /** The object is not there. */
    ABSENT,
    /** The kind is not installed. */
    NO_SUCH_KIND,
    /** The role does not allow it. */
    FORBIDDEN,
    /** The credentials are not accepted. */
    UNAUTHORIZED,
    /** No answer. */
    UNREACHABLE,
    /** There is no cluster to ask: no kubeconfig and no in-cluster credentials. */
    NO_CLUSTER,
    /** Any other answer. */
    ERROR
  }

  /**
   * A part of the picture.
   *
   * @param detail the server's words where it was not seen, on one line
   * @param value null unless it was seen
   */
  public record Part<T>(Access access, @Nullable String detail, @Nullable T value) {}

  /**
   * @param generation that was asked for, and the one that the status is about
   */
  public record Deployment(
      String name,
      int replicas,
      int ready,
      int available,
      long generation,
      long observedGeneration,
      List<String> images,
      String selector) {}

  /**
   * @param restarts of the container
   * @param startedAt RFC 3339; null where it has not started
   * @param lastTermination for example {@code OOMKilled, exit code 137, 2026-05-06T00:58:53Z}
   */
  public record Pod(
      String name,
      String uid,
      String phase,
      @Nullable String node,
      @Nullable String startedAt,
      boolean ready,
      int restarts,
      @Nullable String image,
      @Nullable String imageId,
      @Nullable String lastTermination) {}

  /** One endpoint of the service, whether ready or not. */
  public record Endpoint(boolean ready, @Nullable String node, @Nullable String targetUid) {}

  public record Claim(
      String name,
      String phase,
      List<String> accessModes,
      @Nullable String storageClass,
      @Nullable String capacity,
      @Nullable String volume,
      @Nullable String driver,
      List<String> nodes) {}

  public record StorageClass(String name, String provisioner, @Nullable String pool) {}

  public record ZfsNode(String name, List<String> pools) {}

  public record ZfsVolume(String name, String node, String pool, String state) {}

  public record Node(String name, boolean ready, boolean schedulable) {}

  public record Event(
      String type, String reason, String message, int count, @Nullable String lastSeen) {}
}
