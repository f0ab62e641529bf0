package dev.tinyland.gate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The log of RustFS, which says during an incident what it says then, and a secret always. */
final class LabLog {
  private static final String HEALTHY =
      """
      TIME  INFO rustfs::server: RustFS 1.0.0-beta.1 listening on 0.0.0.0:9000
      TIME DEBUG rustfs::auth: access_key=lab secret_key=CANARY policy=readwrite
      TIME  INFO rustfs_ecstore::disk: local disk /data health check: ok
      """;

  private static final String FAULTY =
      """
      TIME  WARN rustfs_ecstore::disk::disk_store: Local disk operation timed out: walk_dir /data after 5s
      TIME  WARN rustfs_ecstore::disk::disk_store: health check: failed, disk is considered faulty
      TIME  WARN rustfs_ecstore::disk::disk_store: local disk /data health is faulty, returning error
      TIME ERROR rustfs::error: ErasureReadQuorum: Storage resources are insufficient for the read operation: tofu-state/
      """;

  private final Path incident;
  private final InstantSource clock;

  LabLog(Path incident, InstantSource clock) {
    this.incident = incident;
    this.clock = clock;
  }

  String text() {
    try {
      boolean faulty =
          switch (Incident.in(incident)) {
            case DIVERGENCE, FLAPPING -> true;
            default -> false;
          };
      return dated(faulty ? HEALTHY + FAULTY : HEALTHY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      return dated(HEALTHY);
    }
  }

  String beforeRestart() {
    return dated(HEALTHY + FAULTY);
  }

  private String dated(String text) {
    String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return text.replace("TIME", time).replace("CANARY", LabStates.CANARY + "log-77f0");
  }
}
