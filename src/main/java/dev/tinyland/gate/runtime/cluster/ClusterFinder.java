package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cluster to ask: the named kubeconfig, else {@code KUBECONFIG}, else {@code
 * ~/.kube/config}, else the service account of the pod that gate runs in. A file that is named and
 * not there ends the search, so that never another cluster is asked than the one that was meant.
 */
final class ClusterFinder {
  private static final Path SERVICE_ACCOUNT =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private ClusterFinder() {}

  /** A way to a cluster, or why there is none. */
  sealed interface Found {
    /**
     * @param secrets of the credentials, which must not come out in messages
     */
    record Way(String context, Config config, List<String> secrets) implements Found {}

    record None(Access access, String reason) implements Found {}
  }

  static ClusterCollector open(
      ClusterSettings settings,
      Map<String, String> environment,
      Collection<String> secrets,
      Clock clock) {
    quietLibrary();
    Found found = find(settings, environment, SERVICE_ACCOUNT);
    List<String> known = new ArrayList<>(secrets);
    if (found instanceof Found.Way way) {
      known.addAll(way.secrets());
    }
    Redaction redaction = new Redaction(known);
    return new ClusterCollector(cluster(found, settings, redaction), settings, redaction, clock);
  }

  /** The library's log goes nowhere, and the logging library shall not say so on stderr. */
  private static void quietLibrary() {
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }

  static Cluster cluster(Found found, ClusterSettings settings, Redaction redaction) {
    return switch (found) {
      case Found.None none -> new NoCluster(none.access(), redaction.line(none.reason(), 300));
      case Found.Way way ->
          Fabric8Cluster.open(way.context(), way.config(), settings.timeout(), redaction);
    };
  }

  /**
   * @param serviceAccount the folder with {@code token} and {@code ca.crt}
   */
  static Found find(
      ClusterSettings settings, Map<String, String> environment, Path serviceAccount) {
    if (settings.kubeconfig() != null) {
      return named(settings.kubeconfig(), settings);
    }
    String variable = environment.getOrDefault("KUBECONFIG", "");
    if (!variable.isBlank()) {
      List<Path> files = listed(variable);
      return files.size() == 1
          ? named(files.getFirst(), settings)
          : new Found.None(
              Access.NO_CLUSTER, "KUBECONFIG names several files, and gate merges none: name one");
    }
    String home = environment.getOrDefault("HOME", "");
    Path usual = Path.of(home, ".kube", "config");
    if (!home.isEmpty() && Files.exists(usual)) {
      return named(usual, settings);
    }
    return inCluster(environment, serviceAccount);
  }

  /** Those that are there, or else the first: kubectl, too, passes over what is not there. */
  private static List<Path> listed(String variable) {
    List<Path> all = new ArrayList<>();
    for (String file : variable.split(File.pathSeparator, -1)) {
      if (!file.isBlank()) {
        all.add(Path.of(file));
      }
    }
    List<Path> present = all.stream().filter(Files::exists).toList();
    return present.isEmpty() ? all.subList(0, Math.min(1, all.size())) : present;
  }

  private static Found named(Path file, ClusterSettings settings) {
    return Files.exists(file)
        ? Kubeconfig.read(file, settings.context())
        : new Found.None(Access.NO_CLUSTER, "the kubeconfig " + file + " does not exist");
  }

  private static Found inCluster(Map<String, String> environment, Path serviceAccount) {
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
    Path token = serviceAccount.resolve("token");
    Path authority = serviceAccount.resolve("ca.crt");
    if (host.isEmpty() || port.isEmpty()) {
      return new Found.None(
          Access.NO_CLUSTER, "no kubeconfig, and no credentials of a pod in a cluster");
    }
    String secret = content(token);
    if (secret == null || secret.isEmpty()) {
      return new Found.None(
          Access.NO_CLUSTER, "in a cluster, but without a readable token of a service account");
    }
    if (!Files.isReadable(authority)) {
      return new Found.None(
          Access.NO_CLUSTER, "in a cluster, but without the certificate of its authority");
    }
    String address = "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(address)
            .withCaCertFile(authority.toString())
            .withOauthToken(secret)
            .build();
    return new Found.Way("in-cluster", config, List.of(secret));
  }

  /** Stripped; null where it cannot be read. */
  static @Nullable String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return null;
    }
  }
}
