package dev.tinyland.gate.cli;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.lab.LabStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real state in the lab. */
class RealStateTest extends RealState {
  @TempDir Path place;
  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
  }

  @AfterEach
  void stop() throws IOException {
    lab.close();
  }

  @Override
  Map<String, String> environment() {
    return lab.environment();
  }

  @Override
  byte @Nullable [] read(String key) throws IOException {
    Path file = lab.buckets().resolve(LabStates.BUCKET).resolve(key);
    return Files.exists(file) ? Files.readAllBytes(file) : null;
  }

  @Override
  void write(String key, byte[] body) throws IOException {
    Files.write(lab.buckets().resolve(LabStates.BUCKET).resolve(key), body);
  }
}
