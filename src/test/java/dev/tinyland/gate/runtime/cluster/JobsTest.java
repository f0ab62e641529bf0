package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Fault;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.JobsEvidence;
import dev.tinyland.gate.runtime.evidence.JobsEvidence.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs beside the workload, over real sockets. */
class JobsTest {
  static final String JOBS = "/apis/batch/v1/namespaces/nix-cache/jobs";
  static final String CRON_JOBS = "/apis/batch/v1/namespaces/nix-cache/cronjobs";

  private static final String FAILED =
      """
      {"metadata":{"name":"lifecycle-1","ownerReferences":[{"kind":"CronJob","name":"lifecycle"}]},
       "spec":{"template":{"spec":{"containers":[{"image":"aws-cli:2"}],
        "initContainers":[{"image":"busybox"}]}}},
       "status":{"failed":3,"startTime":"2026-05-06T01:00:00Z","conditions":[
        {"type":"FailureTarget","status":"True","reason":"BackoffLimitExceeded"},
        {"type":"Failed","status":"True","reason":"BackoffLimitExceeded"},
        {"type":"Suspended","status":"False"}]}}
      """;
  private static final String DONE =
      """
      {"metadata":{"name":"bootstrap"},"spec":{},
       "status":{"succeeded":1,"startTime":"2026-05-06T01:00:00Z",
        "completionTime":"2026-05-06T01:00:09Z","conditions":[{"type":"Complete","status":"True"}]}}
      """;
  private static final String CRON =
      """
      {"metadata":{"name":"lifecycle"},"spec":{"schedule":"0 1 * * *","suspend":true,"jobTemplate":
        {"spec":{"template":{"spec":{"containers":[{"image":"aws-cli:2"}]}}}}},
       "status":{"active":[{"name":"lifecycle-2"}],"lastScheduleTime":"2026-05-06T01:00:00Z"}}
      """;

  @TempDir private Path folder;
  private ApiServer server;

  @BeforeEach
  void start() throws IOException {
    server = ApiServer.plain();
    server.on(JOBS, Cargo.list("Job", FAILED, DONE)).on(CRON_JOBS, Cargo.list("CronJob", CRON));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private JobsEvidence jobs() {
    try (ClusterCollector collector = Clusters.collector(folder, server.url())) {
      return collector.jobs();
    }
  }

  @Test
  void jobs_with_the_schedule_of_what_made_them() {
    JobsEvidence evidence = jobs();

    assertThat(evidence)
        .isEqualTo(
            new JobsEvidence(
                "nix-cache",
                new Part<>(
                    Access.SEEN,
                    null,
                    List.of(
                        new Job(
                            "CronJob",
                            "lifecycle",
                            "0 1 * * *",
                            1,
                            0,
                            0,
                            "Suspended",
                            "2026-05-06T01:00:00Z",
                            null,
                            List.of("aws-cli:2")),
                        new Job(
                            "Job",
                            "lifecycle-1",
                            "0 1 * * *",
                            0,
                            0,
                            3,
                            "Failed: BackoffLimitExceeded",
                            "2026-05-06T01:00:00Z",
                            null,
                            List.of("aws-cli:2")),
                        new Job(
                            "Job",
                            "bootstrap",
                            null,
                            0,
                            1,
                            0,
                            "Complete",
                            "2026-05-06T01:00:00Z",
                            "2026-05-06T01:00:09Z",
                            List.of()))),
                "2026-11-21T05:00:00Z"));
    assertThat(Records.read(Records.text(evidence), JobsEvidence.class)).isEqualTo(evidence);
    assertThat(server.asked())
        .hasSize(2)
        .allSatisfy(asked -> assertThat(asked.method()).isEqualTo("GET"));
  }

  @Test
  void none_is_another_fact_than_no_right_no_kind_and_no_answer() {
    server.on(JOBS, Cargo.list("Job")).on(CRON_JOBS, Cargo.list("CronJob"));
    assertThat(jobs().jobs()).isEqualTo(new Part<>(Access.SEEN, null, List.of()));
    server.on(JOBS, Bodies.forbidden("jobs"));
    assertThat(jobs().jobs().access()).isEqualTo(Access.FORBIDDEN);
    assertThat(jobs().jobs().value()).isNull();
    server.on(JOBS, Answer.text(404, "404 page not found\n"));
    assertThat(jobs().jobs().access()).isEqualTo(Access.NO_SUCH_KIND);
    server.on(JOBS, Cargo.list("Job").with(Fault.CUT));
    assertThat(jobs().jobs().access()).isEqualTo(Access.UNREACHABLE);
  }

  @Test
  void cron_jobs_that_were_not_seen_are_said() {
    server.on(CRON_JOBS, Bodies.forbidden("cronjobs"));

    Part<List<Job>> part = jobs().jobs();

    assertThat(part.access()).isEqualTo(Access.SEEN);
    assertThat(part.detail()).startsWith("cron jobs were not seen: FORBIDDEN, HTTP 403");
    assertThat(part.value())
        .extracting(Job::name, Job::schedule)
        .containsExactly(tuple("lifecycle-1", null), tuple("bootstrap", null));
  }
}
