package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.cluster.ClusterCollector;
import dev.tinyland.gate.runtime.s3.S3Collector;
import dev.tinyland.gate.runtime.s3.S3Settings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two ways to look at the state path. Nothing is sent when they are opened.
 *
 * @param s3 null where a check does without
 */
public record Connections(@Nullable S3Collector s3, ClusterCollector cluster, Clock clock)
    implements AutoCloseable {
  /**
   * Opens both.
   *
   * @param s3 null for none
   * @param environment where a kubeconfig is looked for
   */
  public static Connections open(
      StateSettings settings, @Nullable S3Settings s3, Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    List<String> secrets = s3 == null ? List.of() : s3.credentials().keys();
    S3Collector collector = s3 == null ? null : new S3Collector(s3, clock);
    try {
      return new Connections(
          collector, ClusterCollector.open(settings.cluster(), environment, secrets, clock), clock);
    } catch (RuntimeException e) {
      if (collector != null) {
        collector.close();
      }
      throw e;
    }
  }

  /** For checks that cannot do without. */
  S3Collector objectStore() {
    if (s3 == null) {
      throw new IllegalStateException("this check asks S3, and no endpoint was opened");
    }
    return s3;
  }

  @Override
  public void close() {
    cluster.close();
    if (s3 != null) {
      s3.close();
    }
  }
}
