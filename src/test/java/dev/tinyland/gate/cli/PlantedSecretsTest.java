package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.s3.FaultServer;
import dev.tinyland.gate.runtime.s3.StrictS3;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets where a server, a pod or a hand can put them, and the real commands over all of it. */
class PlantedSecretsTest {
  private static final String EVENTS = "/api/v1/namespaces/nix-cache/events";

  /** With a form of its own, and nothing that tells: only the keys of the run are known. */
  private static final String STATE = "planted-output-9c41f07e";

  private static final String KEY = StrictS3.ACCESS_KEY;
  private static final String SECRET = StrictS3.SECRET_KEY;

  @TempDir Path folder;
  private Lab lab;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(folder.resolve("lab"));
    environment = new HashMap<>(lab.environment());
  }

  @AfterEach
  void stop() throws IOException {
    lab.close();
  }

  private CommandRun run(String... arguments) {
    return CommandRun.in(environment, InputStream.nullInputStream(), arguments);
  }

  private void assertNothing(Path bundle, CommandRun run, String... planted) throws IOException {
    assertThat(run.code()).as(run.out() + run.err()).isNotEqualTo(70);
    for (String one : planted) {
      assertThat(run.out()).doesNotContain(one);
      assertThat(run.err()).doesNotContain(one);
    }
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        for (String one : planted) {
          assertThat(text).as("%s", file).doesNotContain(one);
        }
      }
    }
  }

  private byte[] said(FaultServer.Request request, int status, String type, String body) {
    String sent = request.method().equals("HEAD") ? "" : body;
    return ("HTTP/1.1 "
            + status
            + " "
            + SECRET
            + "\r\nx-amz-request-id: "
            + request.header("x-request-id")
            + SECRET
            + "\r\nx-amz-meta-echo: "
            + SECRET
            + "\r\nServer: "
            + SECRET
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + sent.getBytes(UTF_8).length
            + "\r\nConnection: close\r\n\r\n"
            + sent)
        .getBytes(UTF_8);
  }

  /** A proxy in debug mode, and a server that answers with what it was given. */
  @ParameterizedTest
  @ValueSource(ints = {200, 403, 404, 500})
  void an_answer_of_s3_that_echoes_keys_and_state_is_not_repeated(int status) throws IOException {
    String error =
        "<?xml version=\"1.0\"?><Error><Code>"
            + SECRET
            + "</Code><Message>"
            + KEY
            + " "
            + SECRET
            + " "
            + STATE
            + "</Message><Resource>"
            + STATE
            + "</Resource></Error>";
    for (String type : List.of("application/xml", "text/html")) {
      lab.s3Fault((request, out) -> {
        out.write(said(request, status, type, error));
        return true;
      });
      for (String command : List.of("tofu-state-ha-readiness", "rustfs-bucket-index-rca")) {
        Path bundle = folder.resolve(command + type.length());
        CommandRun run = run(command, "--pause=0s", "--evidence=" + bundle);
        assertThat(run.code()).isIn(1, 3);
        assertNothing(bundle, run, SECRET, STATE, " " + KEY + " ");
      }
    }
  }

  /** Only the object: a state where the body is one word that no parser wants. */
  @Test
  void a_state_that_is_no_json_is_not_quoted() throws IOException {
    for (String body : List.of(STATE, "{\"" + STATE + "\":", "{\"a\":\"" + STATE + "\"}x")) {
      Files.writeString(lab.buckets().resolve("tofu-state/attic/terraform.tfstate"), body);
      Path bundle = folder.resolve("bundle" + body.length());
      CommandRun run =
          run("tofu-state-authority-deep-check", "attic", "--pause=0s", "--evidence=" + bundle);
      assertThat(run.code()).isEqualTo(1);
      assertNothing(bundle, run, STATE, SECRET);
    }
  }

  @Test
  void an_event_and_an_error_of_the_cluster_do_not_bring_tokens_out() throws IOException {
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJl";
    lab.api()
        .on(
            EVENTS,
            Answer.json(
                200,
                """
                {"kind": "EventList", "metadata": {}, "items": [{
                  "involvedObject": {"kind": "Pod", "name": "attic-rustfs-openebs-0"},
                  "type": "Warning", "reason": "Failed", "lastTimestamp": "2026-05-19T08:30:00Z",
                  "message": "Error: env RUSTFS_SECRET_KEY=SECRET token TOKEN for KEYS"}]}
                """
                    .replace("SECRET", SECRET)
                    .replace("TOKEN", token)
                    .replace("KEYS", SECRET)));
    lab.api()
        .on(
            "/apis/batch/v1/namespaces/nix-cache/jobs",
            Answer.json(
                500,
                """
                {"kind": "Status", "message": "webhook said Bearer TOKEN and SECRET"}
                """
                    .replace("SECRET", SECRET)
                    .replace("TOKEN", token)));
    Path bundle = folder.resolve("bundle");
    CommandRun run = run("rustfs-bucket-index-rca", "--pause=0s", "--evidence=" + bundle);
    assertNothing(bundle, run, SECRET, token, "c2lnbmF0dXJl");
  }

  /** What somebody types in the wrong place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "attic-nar-integrity-check --store-hash 0123456789abcdfghijklmnpqrsvwxyz --cache"
            + " http://127.0.0.1:1/m --token-env planted-9c41",
        "attic-nar-integrity-check --store-hash 0123456789abcdfghijklmnpqrsvwxyz --cache"
            + " http://me:planted-9c41@127.0.0.1:1/m",
        "tofu-state-ha-readiness --backend-config secret_key=planted-9c41",
      })
  void a_secret_in_the_wrong_place_is_not_quoted(String line) throws IOException {
    Path bundle = folder.resolve("bundle");
    CommandRun run = run((line + " --evidence=" + bundle).split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out() + run.err()).doesNotContain("planted-9c41");
    assertThat(bundle).doesNotExist();
  }

  @Test
  void an_endpoint_with_a_password_is_not_quoted() {
    environment.put("TOFU_BACKEND_S3_ENDPOINT", "http://me:planted-9c41@127.0.0.1:9000");
    CommandRun run = run("tofu-state-ha-readiness");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out() + run.err()).doesNotContain("planted-9c41");
  }
}
