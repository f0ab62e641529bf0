package dev.tinyland.gate.runtime.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Collectors for a server of a test, found by a kubeconfig as an operator would write it. */
final class Clusters {
  static final String TOKEN = "kube-token-Zx81-never-shown";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T05:00:00Z"), ZoneOffset.UTC);

  private Clusters() {}

  static ClusterCollector collector(Path folder, String url) {
    return collector(folder, url, Duration.ofSeconds(20));
  }

  static ClusterCollector collector(Path folder, String url, Duration timeout) {
    return collector(
        kubeconfig(folder, "server: " + url, "token: " + TOKEN),
        ClusterSettings.defaults().withTimes(timeout, Duration.ofMinutes(5)));
  }

  static ClusterCollector collector(Path kubeconfig, ClusterSettings settings) {
    return ClusterCollector.open(
        settings.withKubeconfig(kubeconfig, null), Map.of(), List.of(), CLOCK);
  }

  /** With these lines for the cluster and for the user. */
  static Path kubeconfig(Path folder, String cluster, String user) {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: here
        contexts:
        - name: here
          context: {cluster: c, user: u, namespace: other}
        clusters:
        - name: c
          cluster:
        %s
        users:
        - name: u
          user:
        %s
        """
            .formatted(cluster.indent(4), user.indent(4));
    return write(folder.resolve("config"), text);
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
