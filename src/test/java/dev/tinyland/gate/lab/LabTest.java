package dev.tinyland.gate.lab;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.cluster.ClusterCollector;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Marker;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Check;
import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import dev.tinyland.gate.runtime.s3.S3Collector;
import dev.tinyland.gate.runtime.s3.S3Timeouts;
import dev.tinyland.gate.runtime.verdict.BucketVerdict;
import dev.tinyland.gate.runtime.verdict.DeepCheckVerdict;
import dev.tinyland.gate.runtime.verdict.GuardEvidence;
import dev.tinyland.gate.runtime.verdict.Verdict;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab by the collectors: healthy is healthy, and each incident shows what it has to. */
class LabTest {
  private static final String ATTIC = "attic/terraform.tfstate";

  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(folder);
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  private S3Evidence sample() {
    try (S3Collector s3 = Looks.s3(lab)) {
      return s3.sample(Looks.BUCKETS, 2, () -> {});
    }
  }

  private StateObjectEvidence state(String stack) {
    try (S3Collector s3 = Looks.s3(lab)) {
      return s3.stateObject(stack, LabStates.BUCKET, LabStates.key(stack));
    }
  }

  private DiskEvidence disk(String... buckets) {
    try (ClusterCollector cluster = Looks.cluster(lab)) {
      return cluster.disk(List.of(buckets));
    }
  }

  private static List<Presence> markers(DiskEvidence disk) {
    assertThat(disk.unavailable()).isNull();
    Marker marker = disk.markers().getFirst();
    return List.of(marker.data().presence(), marker.metadata().presence());
  }

  @Test
  void healthy_is_healthy_and_no_secret_comes_out() {
    List<String> stacks = List.copyOf(LabStates.all().keySet());
    GuardEvidence guard = Looks.guard(lab, stacks, () -> {});
    assertThat(stacks).hasSize(4);
    for (String stack : stacks) {
      VerdictReport report = DeepCheckVerdict.of(stack, guard, true, true);
      assertThat(report.exitCode()).as(Records.text(report)).isEqualTo("OK");
    }
    assertThat(Records.text(guard)).doesNotContain(Lab.secrets());
    try (S3Collector s3 = Looks.s3(lab)) {
      assertThat(s3.versioning("tofu-state").status()).isEqualTo(VersioningEvidence.Status.NONE);
    }
  }

  @Test
  void the_cluster_has_the_interim_posture() {
    try (ClusterCollector cluster = Looks.cluster(lab)) {
      ClusterEvidence seen = cluster.collect();
      assertThat(requireNonNull(seen.deployment().value()).replicas()).isOne();
      assertThat(requireNonNull(seen.pods().value())).hasSize(1);
      assertThat(requireNonNull(seen.endpoints().value()))
          .singleElement()
          .matches(endpoint -> endpoint.ready() && "bumble".equals(endpoint.node()));
      assertThat(requireNonNull(seen.claim().value()).accessModes())
          .containsExactly("ReadWriteOnce");
      assertThat(requireNonNull(seen.claim().value()).nodes()).containsExactly("bumble");
      assertThat(requireNonNull(seen.zfsNodes().value())).hasSize(1);
      assertThat(requireNonNull(seen.nodes().value())).hasSize(3);
      assertThat(requireNonNull(seen.events().value())).hasSize(2);
      assertThat(cluster.version().version()).isEqualTo("rustfs 1.0.0-beta.1");
      LogEvidence log = cluster.logs(Duration.ofMinutes(30), false);
      assertThat(log.lines()).hasSize(3).noneMatch(line -> line.contains(LabStates.CANARY));
      assertThat(cluster.logs(Duration.ofMinutes(30), true).access()).isEqualTo(Access.ABSENT);
    }
  }

  @Test
  void a_scratch_bucket_has_its_folders_for_as_long_as_it_lives() {
    try (S3Collector s3 = Looks.s3(lab)) {
      ScratchEvidence created = s3.createScratch();
      assertThat(created.done()).as(Records.text(created)).isTrue();
      assertThat(created.listed()).isTrue();
      assertThat(markers(disk(created.bucket()))).containsOnly(Presence.YES);
      WriteProofEvidence proof = s3.writeProof(created.bucket());
      assertThat(proof.gone()).as(Records.text(proof)).isTrue();
      ScratchEvidence deleted = s3.deleteScratch(created.bucket());
      assertThat(deleted.done()).as(Records.text(deleted)).isTrue();
      assertThat(markers(disk(created.bucket()))).containsOnly(Presence.NO);
    }
    assertThat(lab.buckets().toFile().list()).containsExactlyInAnyOrder("tofu-state", "attic");
  }

  @Test
  void the_store_path_is_whole_and_signed() throws Exception {
    NarEvidence nar = Looks.nar(lab);
    assertThat(requireNonNull(nar.body()).end()).isEqualTo(End.WHOLE);
    assertThat(nar.signatures()).allMatch(signature -> signature.check() == Check.VALID);
    assertThat(nar.signatures()).isNotEmpty();
  }

  @Test
  void divergence_is_in_the_api_and_not_on_the_disk() throws Exception {
    lab.incident(Incident.DIVERGENCE);
    for (Sample sample : sample().samples()) {
      assertThat(sample.list().ok()).isTrue();
      assertThat(sample.listed()).isEmpty();
      assertThat(sample.owner()).isNotBlank();
      assertThat(sample.buckets())
          .allMatch(view -> view.head().outcome() == Outcome.NOT_FOUND)
          .allMatch(view ->
              view.confirmation() != null && "NoSuchBucket".equals(view.confirmation().code()));
    }
    assertThat(markers(disk("tofu-state"))).containsOnly(Presence.YES);
    assertThat(state("attic").head().outcome()).isEqualTo(Outcome.SERVER_ERROR);
    GuardEvidence guard = Looks.guard(lab, List.of("attic"), () -> {});
    assertThat(DeepCheckVerdict.of("attic", guard, false, true).reasons().getFirst().name())
        .isEqualTo("bucket-index-divergence");
    try (ClusterCollector cluster = Looks.cluster(lab)) {
      assertThat(cluster.logs(Duration.ofMinutes(30), false).lines())
          .anyMatch(line -> line.contains("health is faulty, returning error"));
    }
    try (S3Collector s3 = Looks.s3(lab)) {
      assertThat(s3.createScratch().done()).isNotEqualTo(true);
    }
    lab.incident(Incident.NONE);
    assertThat(sample().samples()).allMatch(sample -> requireNonNull(sample.listed()).size() == 2);
  }

  @Test
  void flapping_is_a_list_that_changes() throws Exception {
    lab.incident(Incident.FLAPPING);
    S3Evidence seen = sample();
    assertThat(seen.samples().getFirst().listed()).hasSize(2);
    assertThat(seen.samples().getLast().listed()).isEmpty();
    GuardEvidence guard = Looks.guard(lab, List.of("attic"), () -> {});
    assertThat(DeepCheckVerdict.of("attic", guard, false, true).reasons())
        .anyMatch(line -> line.name().equals("flapping"));
  }

  @Test
  void an_empty_state_is_that_of_one_stack() throws Exception {
    lab.incident(Incident.EMPTY_STATE);
    StateObjectEvidence empty = state("attic");
    assertThat(requireNonNull(empty.body()).shape()).isEqualTo(Shape.EMPTY);
    assertThat(empty.announcedBytes()).isZero();
    assertThat(requireNonNull(state("arc-runners").body()).shape()).isEqualTo(Shape.PLAIN);
    assertThat(Files.size(lab.buckets().resolve("tofu-state").resolve(ATTIC))).isPositive();
  }

  @Test
  void a_truncated_body_is_cut() throws Exception {
    lab.incident(Incident.TRUNCATED_NAR);
    NarEvidence.Body body = requireNonNull(Looks.nar(lab).body());
    assertThat(body.end()).isEqualTo(End.CUT);
    assertThat(body.receivedBytes()).isLessThan(requireNonNull(body.announcedBytes()));
  }

  @Test
  void wrong_credentials_are_no_absence() throws Exception {
    lab.incident(Incident.WRONG_CREDENTIALS);
    Sample sample = sample().samples().getFirst();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.DENIED);
    assertThat(sample.list().code()).isEqualTo("InvalidAccessKeyId");
    assertThat(sample.listed()).isNull();
    assertThat(sample.buckets()).allMatch(view -> view.head().outcome() == Outcome.DENIED);
  }

  @Test
  void a_page_is_no_s3() throws Exception {
    lab.incident(Incident.NOT_S3);
    Sample sample = sample().samples().getFirst();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
    assertThat(sample.buckets())
        .allMatch(view -> view.head().outcome() == Outcome.NOT_OF_THIS_KIND);
    assertThat(state("attic").head().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
  }

  @Test
  void what_drips_ends_with_the_time_of_a_request() throws Exception {
    lab.incident(Incident.SLOW);
    S3Timeouts brief =
        new S3Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300));
    try (S3Collector s3 =
        new S3Collector(Looks.settings(lab).withTimeouts(brief), Clock.systemUTC())) {
      S3Evidence seen = s3.sample(List.of("tofu-state"), 2, () -> {});
      for (Sample sample : seen.samples()) {
        assertThat(sample.list().outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(sample.buckets()).allMatch(view -> view.head().outcome() == Outcome.TIMEOUT);
      }
      assertThat(BucketVerdict.of(seen, null, false)).isInstanceOf(Verdict.Undecided.class);
    }
  }

  @Test
  void a_pod_that_goes_while_its_disk_is_looked_at_leaves_no_view() {
    lab.pod().goneFrom(4);
    DiskEvidence disk = disk("tofu-state");
    assertThat(disk.available()).isFalse();
    assertThat(disk.pod()).isNotNull();
    lab.pod().back();
    assertThat(markers(disk("tofu-state"))).containsOnly(Presence.YES);
  }

  @Test
  void a_restart_between_the_samples_is_seen() {
    GuardEvidence guard = Looks.guard(lab, List.of("attic"), lab.pod()::restart);
    assertThat(DeepCheckVerdict.of("attic", guard, false, true).reasons())
        .anyMatch(line -> line.name().startsWith("coherent-after-restart"));
    try (ClusterCollector cluster = Looks.cluster(lab)) {
      assertThat(cluster.logs(Duration.ofMinutes(30), true).lines())
          .anyMatch(line -> line.contains("faulty"));
    }
    lab.pod().restartFrom(3);
    assertThat(disk("tofu-state").unavailable()).contains("replaced");
  }

  @Test
  void a_fault_of_a_test_comes_before_the_incident() throws Exception {
    lab.incident(Incident.WRONG_CREDENTIALS);
    lab.s3Fault((request, out) -> {
      if (request.is("HEAD", "/attic")) {
        out.write(RustFsAnswer.error(request, 503, "SlowDown", "later"));
        return true;
      }
      return false;
    });
    Sample sample = sample().samples().getFirst();
    assertThat(sample.buckets().getFirst().head().outcome()).isEqualTo(Outcome.DENIED);
    assertThat(sample.buckets().getLast().head().outcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(lab.s3Requests()).contains("HEAD /attic");
  }

  @Test
  void a_claimed_marker_is_what_test_says() {
    lab.claim("/data/.rustfs.sys/buckets/attic", false);
    assertThat(markers(disk("attic"))).containsExactly(Presence.YES, Presence.NO);
  }

  @Test
  void an_unknown_word_is_an_error_and_no_green() throws Exception {
    Files.writeString(folder.resolve("incident"), "divergance\n");
    assertThat(sample().samples())
        .allMatch(sample -> sample.list().outcome() == Outcome.SERVER_ERROR);
    assertThatThrownBy(() -> Incident.of("divergance"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void without_its_token_the_cluster_says_nothing() throws Exception {
    Path kubeconfig = Path.of(String.valueOf(lab.environment().get("KUBECONFIG")));
    Files.writeString(
        kubeconfig, Files.readString(kubeconfig).replace(KubeApi.TOKEN, "another-token"));
    try (ClusterCollector cluster = Looks.cluster(lab)) {
      assertThat(cluster.collect().reachable()).isEqualTo(Access.UNAUTHORIZED);
    }
  }
}
