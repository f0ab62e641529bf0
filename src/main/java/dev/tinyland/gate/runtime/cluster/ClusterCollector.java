package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Deployment;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.evidence.JobsEvidence;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.VersionEvidence;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Looks at the workload and its surroundings, read only. What cannot be seen is recorded with its
 * reason; no method throws for what a server or a network does.
 */
public final class ClusterCollector implements AutoCloseable {
  private final Cluster cluster;
  private final ClusterSettings settings;
  private final Redaction redaction;
  private final Clock clock;

  ClusterCollector(Cluster cluster, ClusterSettings settings, Redaction redaction, Clock clock) {
    this.cluster = cluster;
    this.settings = settings;
    this.redaction = redaction;
    this.clock = clock;
  }

  /**
   * Finds the cluster. Nothing is sent yet.
   *
   * @param environment where {@code KUBECONFIG}, {@code HOME} and {@code KUBERNETES_SERVICE_HOST}
   *     are looked up
   * @param secrets that must not come out in logs and messages, for example the keys of S3
   */
  public static ClusterCollector open(
      ClusterSettings settings,
      Map<String, String> environment,
      Collection<String> secrets,
      Clock clock) {
    return ClusterFinder.open(settings, environment, secrets, clock);
  }

  /** The whole picture, part by part. */
  public ClusterEvidence collect() {
    Moments moments = new Moments(clock, settings.total());
    KubernetesReader reader = new KubernetesReader(cluster, redaction, moments);
    String namespace = "/namespaces/" + settings.namespace();
    String zfs = "/apis/zfs.openebs.io/v1/namespaces/" + settings.zfsNamespace();

    Part<Deployment> deployment =
        reader.object(
            "/apis/apps/v1" + namespace + "/deployments/" + settings.deployment(),
            "Deployment",
            Workload::deployment);
    Part<List<Pod>> pods =
        Pods.list(reader, settings, deployment, tree -> Workload.pod(tree, settings));
    Part<List<Endpoint>> endpoints = endpoints(reader, namespace);
    Part<Claim> claim = claim(reader, namespace);
    return new ClusterEvidence(
        cluster.context(),
        reader.reachable(),
        deployment,
        pods,
        endpoints,
        claim,
        storageClass(reader, claim),
        reader.list(zfs + "/zfsnodes", "ZFSNode", Storage::zfsNode),
        reader.list(zfs + "/zfsvolumes", "ZFSVolume", Storage::zfsVolume),
        reader.list("/api/v1/nodes", "Node", Storage::node),
        Events.read(reader, settings, redaction),
        moments.now());
  }

  /**
   * The folders of these buckets, by {@code test -d} in the pod.
   *
   * @throws IllegalArgumentException where a name is none of a bucket
   */
  public DiskEvidence disk(List<String> buckets) {
    return new DiskProbe(cluster, settings, redaction, new Moments(clock, settings.total()))
        .probe(buckets);
  }

  /** What {@code rustfs --version} says in the pod, and the image that it runs. */
  public VersionEvidence version() {
    return new PodReader(cluster, settings, redaction, new Moments(clock, settings.total()))
        .version();
  }

  /**
   * The end of the container's log.
   *
   * @param since how far back
   * @param previous the container before its last restart
   */
  public LogEvidence logs(Duration since, boolean previous) {
    return new PodReader(cluster, settings, redaction, new Moments(clock, settings.total()))
        .logs(since, previous);
  }

  /** The jobs and cron jobs of the namespace. */
  public JobsEvidence jobs() {
    Moments moments = new Moments(clock, settings.total());
    KubernetesReader reader = new KubernetesReader(cluster, redaction, moments);
    return new JobsEvidence(settings.namespace(), Jobs.read(reader, settings), moments.now());
  }

  /** Which programs of administration the pod has, by {@code test -x}; none of them is run. */
  public ProgramsEvidence programs() {
    return new ProgramProbe(cluster, settings, redaction, new Moments(clock, settings.total()))
        .probe();
  }

  /** What runs and stores in all namespaces. */
  public InventoryEvidence inventory() {
    Moments moments = new Moments(clock, settings.total());
    return Inventory.read(cluster, new KubernetesReader(cluster, redaction, moments), moments);
  }

  @Override
  public void close() {
    cluster.close();
  }

  /** No slice is either a service without pods or no service: the service itself says which. */
  private Part<List<Endpoint>> endpoints(KubernetesReader reader, String namespace) {
    Part<List<List<Endpoint>>> slices =
        reader.list(
            "/apis/discovery.k8s.io/v1"
                + namespace
                + "/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3D"
                + settings.service(),
            "EndpointSlice",
            Workload::endpoints);
    if (slices.value() == null) {
      return new Part<>(slices.access(), slices.detail(), null);
    }
    List<Endpoint> endpoints = Workload.distinct(slices.value());
    if (endpoints.isEmpty()) {
      Part<Boolean> service =
          reader.object(
              "/api/v1" + namespace + "/services/" + settings.service(), "Service", tree -> true);
      if (service.access() == Access.ABSENT) {
        return new Part<>(Access.ABSENT, service.detail(), null);
      }
    }
    return new Part<>(Access.SEEN, null, endpoints);
  }

  /** With its volume's driver and nodes, or the reason in the detail why they are not known. */
  private Part<Claim> claim(KubernetesReader reader, String namespace) {
    Part<Claim> part =
        reader.object(
            "/api/v1" + namespace + "/persistentvolumeclaims/" + settings.claim(),
            "PersistentVolumeClaim",
            Storage::claim);
    Claim claim = part.value();
    String volume = claim == null ? null : claim.volume();
    if (claim == null || volume == null) {
      return part;
    }
    Part<Claim> whole =
        reader.object(
            "/api/v1/persistentvolumes/" + KubernetesReader.encode(volume),
            "PersistentVolume",
            tree -> Storage.with(claim, tree));
    return whole.value() != null
        ? whole
        : new Part<>(
            Access.SEEN,
            "its volume was not seen: " + whole.access() + ", " + whole.detail(),
            claim);
  }

  private static Part<StorageClass> storageClass(KubernetesReader reader, Part<Claim> part) {
    Claim claim = part.value();
    if (claim == null) {
      return new Part<>(part.access(), "no claim that names it: " + part.detail(), null);
    }
    String name = claim.storageClass();
    return name == null
        ? new Part<>(Access.ABSENT, "the claim names none", null)
        : reader.object(
            "/apis/storage.k8s.io/v1/storageclasses/" + KubernetesReader.encode(name),
            "StorageClass",
            Storage::storageClass);
  }
}
