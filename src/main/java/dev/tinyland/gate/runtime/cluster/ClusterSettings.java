package dev.tinyland.gate.runtime.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the workload is, and how long it may take to look at it.
 *
 * @param service whose endpoints are counted
 * @param claim the persistent volume claim of the data
 * @param container null to resolve it: the only one, or the one that mounts the data root
 * @param selector of the pods; null for the deployment's own
 * @param dataRoot where the container mounts the data, an absolute path
 * @param zfsNamespace where OpenEBS keeps its ZFSNode and ZFSVolume objects
 * @param kubeconfig null for {@code KUBECONFIG}, {@code ~/.kube/config} and then the credentials of
 *     the pod that gate runs in
 * @param context of the kubeconfig; null for its current one
 * @param timeout of one request, the connection and the whole answer included
 * @param total after it nothing is asked any more, and what is missing is recorded as such
 */
public record ClusterSettings(
    String namespace,
    String deployment,
    String service,
    String claim,
    @Nullable String container,
    @Nullable String selector,
    String dataRoot,
    String zfsNamespace,
    @Nullable Path kubeconfig,
    @Nullable String context,
    Duration timeout,
    Duration total) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
  private static final Pattern ROOT = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
  private static final Pattern SELECTOR = Pattern.compile("[-A-Za-z0-9_./=!,() ]{1,1000}");

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  public ClusterSettings {
    name("namespace", namespace);
    name("deployment", deployment);
    name("service", service);
    name("claim", claim);
    name("namespace of ZFS", zfsNamespace);
    if (container != null) {
      name("container", container);
    }
    if (selector != null && !SELECTOR.matcher(selector).matches()) {
      throw new IllegalArgumentException("The selector has characters that no selector has.");
    }
    if (!ROOT.matcher(dataRoot).matches()) {
      throw new IllegalArgumentException(
          "The data root has to be an absolute path without `..`, such as `/data`.");
    }
    positive("timeout", timeout);
    positive("total time", total);
  }

  /** The workload of the policy documents. */
  public static ClusterSettings defaults() {
    return new ClusterSettings(
        "nix-cache",
        "attic-rustfs-openebs",
        "attic-rustfs-openebs",
        "attic-rustfs-openebs-data",
        null,
        null,
        "/data",
        "openebs",
        null,
        null,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }

  /** The same with a kubeconfig and one of its contexts. */
  public ClusterSettings withKubeconfig(@Nullable Path file, @Nullable String name) {
    return new ClusterSettings(
        namespace,
        deployment,
        service,
        claim,
        container,
        selector,
        dataRoot,
        zfsNamespace,
        file,
        name,
        timeout,
        total);
  }

  /** The same with other bounds of time. */
  public ClusterSettings withTimes(Duration one, Duration all) {
    return new ClusterSettings(
        namespace,
        deployment,
        service,
        claim,
        container,
        selector,
        dataRoot,
        zfsNamespace,
        kubeconfig,
        context,
        one,
        all);
  }

  private static void name(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The " + what + " has to be a name of lower-case letters, digits, `-` and `.`.");
    }
  }

  private static void positive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("The " + what + " has to be longer than nothing.");
    }
  }
}
