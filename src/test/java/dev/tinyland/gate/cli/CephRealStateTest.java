package dev.tinyland.gate.cli;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.runtime.s3.Ceph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A real state in Ceph, where the tool speaks to a server that is not ours at all. */
@Tag("ceph")
class CephRealStateTest extends RealState {
  private final String bucket = Ceph.name("real");

  @TempDir Path place;
  private Lab lab;
  private Ceph ceph;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
    lab.claim("/data", false);
    ceph = new Ceph();
    ceph.bucket(bucket);
  }

  @AfterEach
  void stop() throws IOException {
    ceph.delete(bucket);
    ceph.close();
    lab.close();
  }

  @Override
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.putAll(Ceph.environment(Ceph.first(), bucket));
    return environment;
  }

  @Override
  byte @Nullable [] read(String key) {
    return ceph.body(bucket, key);
  }

  @Override
  void write(String key, byte[] body) {
    ceph.object(bucket, key, body);
  }
}
