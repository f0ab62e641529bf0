package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Incident;
import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.lab.Rehearsal;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The checks of the state path as an operator types them, against the lab, and their replay. */
class StateCommandsTest {
  private static final String DEEP_CHECK = "tofu-state-authority-deep-check";

  @TempDir static Path place;
  private static Lab lab;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
  }

  @AfterAll
  static void stop() throws IOException {
    lab.close();
  }

  private static CommandRun run(List<String> arguments) {
    return CommandRun.in(
        lab.environment(), InputStream.nullInputStream(), arguments.toArray(new String[0]));
  }

  private static CommandRun run(String... arguments) {
    return run(List.of(arguments));
  }

  /** What an incident has to come to, for every command, with its evidence and its replay. */
  @ParameterizedTest
  @EnumSource(value = Incident.class, names = "SLOW", mode = Mode.EXCLUDE)
  void every_incident_comes_to_what_the_rehearsal_says(Incident incident) throws IOException {
    lab.incident(incident);
    try {
      int number = 0;
      for (Rehearsal.Step step : Rehearsal.of(incident)) {
        number++;
        Path bundle = folder.resolve("bundle-" + number);
        List<String> arguments = new ArrayList<>(step.arguments(lab.environment()));
        arguments.addAll(List.of("--evidence", bundle.toString(), "--format", "json"));
        if (!arguments.getFirst().equals("attic-nar-integrity-check")) {
          arguments.add("--pause=10ms");
        }
        CommandRun run = run(arguments);
        assertThat(run.code())
            .as("%s%n%s%s", step, run.out(), run.err())
            .isEqualTo(step.exitCode());
        CommandRun replay = run("verdict", bundle.toString(), "--format", "json");
        assertThat(replay.out()).as("%s", step).isEqualTo(run.out());
        assertThat(replay.code()).isEqualTo(run.code());
        assertThat(Lab.secrets()).noneMatch(run.out()::contains).noneMatch(run.err()::contains);
      }
      assertThat(number).isPositive();
      assertNothingSecret(folder);
    } finally {
      lab.incident(Incident.NONE);
    }
  }

  static void assertNothingSecret(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        assertThat(Lab.secrets()).as("%s", file).noneMatch(text::contains);
      }
    }
  }

  @Test
  void a_lower_serial_than_the_last_evidence_is_red() throws IOException {
    Path last = folder.resolve("last");
    assertThat(run(DEEP_CHECK, "attic", "--pause=0s", "--evidence", last.toString()).code())
        .isZero();
    assertThat(run(DEEP_CHECK, "attic", "--pause=0s", "--last", last.toString()).code()).isZero();
    Path state = lab.buckets().resolve("tofu-state/attic/terraform.tfstate");
    String text = Files.readString(state);
    try {
      Files.writeString(state, text.replaceFirst("\"serial\": ?\\d+", "\"serial\": 1"));
      CommandRun run = run(DEEP_CHECK, "attic", "--pause=0s", "--last", last.toString());
      assertThat(run.code()).as(run.out()).isEqualTo(1);
      assertThat(run.out()).contains("refuted  serial-lower  state tofu-state/attic");
    } finally {
      Files.writeString(state, text);
    }
  }

  @Test
  void evidence_that_has_changed_is_no_last_evidence() throws IOException {
    Path last = folder.resolve("last");
    assertThat(run(DEEP_CHECK, "attic", "--pause=0s", "--evidence", last.toString()).code())
        .isZero();
    try (Stream<Path> files = Files.list(last.resolve("evidence"))) {
      Path object = files.filter(file -> file.toString().contains("state-object")).findAny().get();
      Files.writeString(
          object, Files.readString(object).replace("\"serial\" : 7", "\"serial\" : 9"));
    }
    CommandRun run = run(DEEP_CHECK, "attic", "--last", last.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("has changed since it was written");
    CommandRun replay = run("verdict", last.toString());
    assertThat(replay.code()).isEqualTo(3);
    assertThat(replay.out()).contains("undecided  evidence-incomplete  the bundle");
  }

  @Test
  void a_step_of_the_canary_cannot_be_exchanged() throws IOException {
    Path bundle = folder.resolve("canary");
    List<String> canary =
        List.of(
            "rustfs-state-authority-canary",
            "--cache=" + lab.environment().get("LAB_CACHE"),
            "--store-hash=" + lab.environment().get("LAB_STORE_HASH"),
            "--pause=0s",
            "--evidence=" + bundle);
    CommandRun run = run(canary);
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.err()).contains("gate: step 5: ha-state-candidate-inventory");
    Path manifest = bundle.resolve("2-attic-bucket/manifest.json");
    Files.writeString(manifest, Files.readString(manifest) + "\n");
    CommandRun replay = run("verdict", bundle.toString());
    assertThat(replay.code()).isEqualTo(3);
    assertThat(replay.out()).contains("2-attic-bucket/manifest.json has changed");
  }

  @Test
  void the_configuration_names_stacks_and_the_workload() throws IOException {
    Path config = folder.resolve("gate.yml");
    Files.writeString(
        config,
        """
        state:
          stacks: { staging: attic/terraform.tfstate }
          deployment: another
        """);
    CommandRun run = run(DEEP_CHECK, "staging", "--pause=0s", "--config", config.toString());
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out())
        .contains("refuted  workload-absent  deployment", "state-readable  state tofu-state/attic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tofu-state-authority-deep-check atic|there is no stack atic; did you mean `attic`?",
        "tofu-state-authority-deep-check attic --last NOWHERE|NOWHERE",
        "tofu-state-authority-deep-check attic --pause soon|--pause takes a length of time",
        "tofu-state-authority-deep-check attic --timeout 0s|--timeout takes a length of time",
        "rustfs-bucket-index-rca --strict-scratch-disk-markers|is about --scratch-probe",
        "rustfs-bucket-index-rca --bucket Tofu_State|takes the name of a bucket, not Tofu_State",
        "rustfs-state-authority-canary --cache http://127.0.0.1:1/m|needs --store-hash HASH",
      })
  void wrong_usage_is_said_before_anything_is_asked(String arguments, String complaint) {
    int asked = lab.s3Requests().size();
    CommandRun run = run(arguments.split(" "));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains(complaint);
    assertThat(run.out()).isEmpty();
    assertThat(lab.s3Requests()).hasSize(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "TOFU_BACKEND_S3_ENDPOINT, there is no endpoint: set TOFU_BACKEND_S3_ENDPOINT",
    "TOFU_BACKEND_S3_SECRET_ACCESS_KEY, TOFU_BACKEND_S3_SECRET_ACCESS_KEY is missing",
  })
  void without_an_endpoint_or_keys_there_is_nothing_to_ask(String variable, String complaint) {
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.remove(variable);
    CommandRun run =
        CommandRun.in(environment, InputStream.nullInputStream(), "tofu-state-ha-readiness");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(complaint);
  }

  @Test
  void the_key_of_the_backend_has_to_be_that_of_the_stack() {
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.put("TOFU_BACKEND_S3_KEY", "arc-runners/terraform.tfstate");
    CommandRun run = CommandRun.in(environment, InputStream.nullInputStream(), DEEP_CHECK, "attic");
    assertThat(run.code()).as(run.out()).isEqualTo(2);
    assertThat(run.err())
        .contains("keeps its state under arc-runners/terraform.tfstate, and the stack attic is");
    run =
        CommandRun.in(
            environment, InputStream.nullInputStream(), DEEP_CHECK, "arc-runners", "--pause=0s");
    assertThat(run.code()).as(run.out()).isZero();
  }

  @Test
  void earlier_evidence_of_another_stack_is_nothing_to_compare_with() {
    Path last = folder.resolve("last");
    assertThat(run(DEEP_CHECK, "attic", "--pause=0s", "--evidence=" + last).code()).isZero();
    CommandRun run = run(DEEP_CHECK, "arc-runners", "--pause=0s", "--last=" + last);
    assertThat(run.code()).as(run.out()).isEqualTo(2);
    assertThat(run.err()).contains("it has no evidence of the stack arc-runners");
    run = run(DEEP_CHECK, "attic", "--skip-state-body", "--pause=0s", "--last=" + last);
    assertThat(run.code()).as(run.out()).isEqualTo(3);
    assertThat(run.out()).contains("undecided  state-not-comparable");
  }

  @Test
  void the_bucket_of_the_state_is_one_that_has_to_be_there() throws IOException {
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.put("TOFU_BACKEND_S3_BUCKET", "another-state");
    CommandRun run =
        CommandRun.in(
            environment, InputStream.nullInputStream(), "rustfs-bucket-index-rca", "--pause=0s");
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("bucket another-state", "bucket attic");
    assertThat(run.out()).doesNotContain("bucket tofu-state");
    Path config = folder.resolve("gate.yml");
    Files.writeString(config, "state:\n  buckets: []\n");
    run = run("rustfs-bucket-index-rca", "--pause=0s", "--config=" + config);
    assertThat(run.code()).as(run.out()).isEqualTo(3);
  }

  @Test
  void the_canary_refuses_a_hosted_runner() {
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.put("RUNNER_ENVIRONMENT", "github-hosted");
    CommandRun run =
        CommandRun.in(
            environment,
            InputStream.nullInputStream(),
            "rustfs-state-authority-canary",
            "--store-hash=" + "a".repeat(32));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no valid substitute");
  }

  @Test
  void without_a_cluster_the_guard_cannot_decide() {
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.remove("KUBECONFIG");
    environment.put("HOME", folder.toString());
    CommandRun run =
        CommandRun.in(
            environment, InputStream.nullInputStream(), DEEP_CHECK, "attic", "--pause=0s");
    assertThat(run.code()).as(run.out()).isEqualTo(3);
    assertThat(run.out())
        .contains("undecided  workload-unseen/no-cluster", "proven  coherent-api-only");
  }
}
