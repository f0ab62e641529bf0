package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.lab.LabStates;
import dev.tinyland.gate.runtime.s3.Ceph;
import dev.tinyland.gate.runtime.s3.States;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checks as an operator types them, with Ceph for the states and the lab's cluster, whose pod
 * has no folder of it.
 */
@Tag("ceph")
class CephCommandsTest {
  private static final String DEEP_CHECK = "tofu-state-authority-deep-check";
  private static final String PLAIN = Ceph.name("plain");
  private static final String VERSIONED = Ceph.name("versioned");

  @TempDir static Path place;
  private static Lab lab;
  private static Ceph ceph;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
    // There is no folder to look at, so that the view of the disk is none.
    lab.claim("/data", false);
    ceph = new Ceph();
    for (String bucket : List.of(PLAIN, VERSIONED)) {
      ceph.bucket(bucket);
      for (String key : LabStates.all().values()) {
        ceph.object(bucket, key, States.PLAIN.getBytes(UTF_8));
      }
    }
    ceph.versioned(VERSIONED);
  }

  @AfterAll
  static void stop() throws IOException {
    ceph.delete(PLAIN);
    ceph.delete(VERSIONED);
    ceph.close();
    lab.close();
  }

  /** Runs it, and judges its evidence again. */
  private CommandRun run(Map<String, String> changed, String bucket, String... arguments)
      throws IOException {
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.putAll(Ceph.environment(Ceph.first(), bucket));
    environment.putAll(changed);
    Path bundle = folder.resolve("bundle");
    List<String> typed = new ArrayList<>(List.of(arguments));
    typed.addAll(List.of("--pause=0s", "--evidence", bundle.toString()));
    CommandRun run = run(environment, typed);
    CommandRun replay = run(Map.of(), List.of("verdict", bundle.toString()));
    assertThat(replay.out()).isEqualTo(run.out());
    assertThat(replay.code()).isEqualTo(run.code());
    assertThat(run.out() + run.err()).doesNotContain(Ceph.secretKey(), States.CANARY);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file)
            .content()
            .doesNotContain(Ceph.accessKey(), Ceph.secretKey(), States.CANARY);
      }
    }
    return run;
  }

  private static CommandRun run(Map<String, String> environment, List<String> arguments) {
    return CommandRun.in(
        environment, InputStream.nullInputStream(), arguments.toArray(new String[0]));
  }

  @Test
  void the_deep_check_is_green_without_a_view_of_the_disk() throws IOException {
    CommandRun run = run(Map.of(), PLAIN, DEEP_CHECK, "attic");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            "proven  coherent-api-only  bucket " + PLAIN,
            "proven  state-readable  state " + PLAIN + "/attic/terraform.tfstate",
            "proven  write-proved  write proof " + PLAIN);
  }

  @Test
  void strict_markers_are_red_where_no_disk_is_seen() throws IOException {
    CommandRun run = run(Map.of(), PLAIN, DEEP_CHECK, "attic", "--strict-disk-markers");
    assertThat(run.code()).as(run.out()).isNotZero();
    assertThat(run.out()).doesNotContain("proven  coherent");
  }

  @Test
  void readiness_says_that_the_versioned_bucket_ignores_locks() throws IOException {
    CommandRun run = run(Map.of(), VERSIONED, "tofu-state-ha-readiness");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("refuted  versioned-lock-ignored  bucket " + VERSIONED)
        .contains("refuted  create-not-exclusive", "state-readable");
  }

  @Test
  void readiness_of_the_plain_bucket_lacks_versions_and_holds_the_known_posture()
      throws IOException {
    CommandRun run = run(Map.of(), PLAIN, "tofu-state-ha-readiness", "--expect-interim");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("INTERIM_ONLY").doesNotContain("versioned-lock-ignored");
  }

  @Test
  void the_scratch_probe_of_the_analysis_is_green_and_leaves_nothing() throws IOException {
    List<String> before = ceph.buckets();
    CommandRun run =
        run(Map.of(), PLAIN, "rustfs-bucket-index-rca", "--bucket", PLAIN, "--scratch-probe");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("proven  scratch-proved  scratch bucket gf-rca-");
    assertThat(ceph.buckets()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void a_missing_bucket_is_neither_lost_nor_diverged_without_a_view_of_the_disk()
      throws IOException {
    CommandRun run = run(Map.of(), "not-there", DEEP_CHECK, "attic");
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out())
        .contains("absent-unconfirmed  bucket not-there")
        .doesNotContain("bucket-index-divergence  bucket", "write-proved");
  }

  @Test
  void wrong_keys_are_credentials_and_no_absence() throws IOException {
    CommandRun run =
        run(
            Map.of("TOFU_BACKEND_S3_SECRET_ACCESS_KEY", "canary-wrong"),
            PLAIN,
            DEEP_CHECK,
            "attic");
    assertThat(run.code()).as(run.out()).isNotZero();
    assertThat(run.out()).contains("credentials").doesNotContain("absent", "canary-wrong");
  }
}
