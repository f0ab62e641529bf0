package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.artifact.UploadResult.NotUploaded;
import dev.tinyland.gate.artifact.UploadResult.Uploaded;
import dev.tinyland.gate.runner.RunnerLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads in a world without waiting: pauses are noted, and the clock moves by them only. */
final class Trial {
  static final String RUN = "ce7f54c7-61c7-4aae-887f-30da475f5f1a";
  static final String JOB = "ca395085-040a-526b-2ce8-bdc85f692774";
  static final String TOKEN =
      token("{\"scp\":\"Actions.Example:x Actions.Results:" + RUN + ":" + JOB + "\"}");

  /** 2026-11-20T21:34:29.519Z. */
  static final Instant NOW = Instant.ofEpochMilli(1795210469519L);

  final List<Long> pauses = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private Duration requestTime = Duration.ofSeconds(20);
  private long nanos;
  private long ids;

  Trial(RecordingServer server) {
    this(server.origin());
  }

  Trial(String origin) {
    environment.put("ACTIONS_RUNTIME_TOKEN", TOKEN);
    environment.put("ACTIONS_RESULTS_URL", origin + "/ignored/path/");
    environment.put("GITHUB_SERVER_URL", "https://github.com");
    environment.put("GITHUB_RETENTION_DAYS", "30");
    environment.put("GITHUB_RUN_ATTEMPT", "1");
  }

  static String token(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(UTF_8))
        + ".signature";
  }

  Trial with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Gives up on a request after this time, which really passes. */
  Trial withRequestTime(Duration time) {
    requestTime = time;
    return this;
  }

  UploadResult folder(String name, Path folder, @Nullable Integer days) {
    return uploader().folder(name, folder, days);
  }

  UploadResult file(String name, Path file) {
    return uploader().file(name, file, null);
  }

  /** What a file's upload ended with, which has to be an artifact. */
  Uploaded uploaded(Path file) {
    return switch (file("report.json", file)) {
      case Uploaded uploaded -> uploaded;
      case NotUploaded(String reason) -> throw new AssertionError(reason);
    };
  }

  /** Why a file was not uploaded. */
  String reason(Path file) {
    return reason(file("report.json", file));
  }

  static String reason(UploadResult result) {
    return switch (result) {
      case NotUploaded(String reason) -> reason;
      case Uploaded uploaded -> throw new AssertionError(uploaded);
    };
  }

  String log() {
    return out.toString(UTF_8);
  }

  Uploader uploader() {
    return new Uploader(environment, runnerLog(), settings());
  }

  RunnerLog runnerLog() {
    return new RunnerLog(new PrintStream(out, true, UTF_8));
  }

  Settings settings() {
    return new Settings(
        time -> {
          pauses.add(time.toMillis());
          nanos += time.toNanos();
        },
        () -> nanos,
        () -> NOW,
        () -> 0.5,
        () -> new UUID(0x4000, ++ids),
        requestTime,
        Duration.ofMinutes(5));
  }
}
