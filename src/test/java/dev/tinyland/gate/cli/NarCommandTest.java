package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.artifact.RecordingServer;
import dev.tinyland.gate.render.RunnerCommands;
import dev.tinyland.gate.runtime.nar.TestCache;
import dev.tinyland.gate.testing.CommandRun;
import dev.tinyland.gate.testing.FileCommandReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check as an operator runs it, by hand and as a step, and its replay. */
class NarCommandTest {
  private static final String NAR = "attic-nar-integrity-check";

  @TempDir Path folder;

  private static CommandRun check(TestCache cache, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = NAR;
    arguments[1] = "--cache=" + cache.url();
    arguments[2] = "--store-hash=" + cache.hash();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void a_path_that_streams_is_green_and_says_what_that_does_not_prove() throws IOException {
    try (TestCache cache = new TestCache()) {
      CommandRun run = check(cache);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out())
          .startsWith("attic-nar-integrity-check: proven\n  proven  nar-intact  path /nix/store/")
          .contains("this does not prove: high availability; that this store may be the CAS");
    }
  }

  @Test
  void a_body_that_is_cut_is_red_with_the_next_safe_step() throws IOException {
    try (TestCache cache = new TestCache()) {
      cache.cutBodies();
      CommandRun run = check(cache, "--format", "markdown");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("| **refuted** | `nar-truncated` |").contains("--fallback");
    }
  }

  @Test
  void the_same_evidence_gives_the_same_verdict_again() throws IOException {
    Path bundle = folder.resolve("bundle");
    try (TestCache cache = new TestCache()) {
      cache.cutBodies();
      CommandRun run = check(cache, "--evidence", bundle.toString(), "--format", "json");
      assertThat(run.code()).isEqualTo(1);
      CommandRun replay = CommandRun.of("verdict", bundle.toString(), "--format", "json");
      assertThat(replay.code()).isEqualTo(1);
      assertThat(replay.out()).isEqualTo(run.out());
      assertThat(bundle.resolve("verdict.json")).hasContent(run.out());
      assertThat(check(cache, "--evidence", bundle.toString()).err()).contains("evidence already");
    }
  }

  @Test
  void evidence_that_has_changed_decides_nothing() throws IOException {
    Path bundle = folder.resolve("bundle");
    try (TestCache cache = new TestCache()) {
      assertThat(check(cache, "--evidence", bundle.toString()).code()).isZero();
    }
    Path piece = bundle.resolve("evidence/001-nar.json");
    Files.writeString(piece, Files.readString(piece) + " ");
    CommandRun replay = CommandRun.of("verdict", bundle.toString());
    assertThat(replay.code()).isEqualTo(3);
    assertThat(replay.out()).contains("evidence/001-nar.json has changed since it was written");
  }

  @Test
  void a_cache_that_is_not_there_decides_nothing() {
    CommandRun run =
        CommandRun.of(NAR, "--cache", "http://127.0.0.1:1/main", "--store-hash", "a".repeat(32));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).startsWith("attic-nar-integrity-check: undecided\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cache http://127.0.0.1:1/x|needs --store-hash HASH",
        "--store-hash aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|needs --cache URL",
        "--cache http://127.0.0.1:1/x --store-hash short|store",
        "--cache ftp://x/y --store-hash aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|https://",
        "--cache http://h/x --store-hash aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --token-env NONE|the token is empty",
        "--cache http://h/x --store-hash aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --public-key k|NAME:BASE64",
      })
  void wrong_usage_is_said(String arguments, String complaint) {
    CommandRun run = CommandRun.of((NAR + " " + arguments).split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(complaint);
  }

  @Test
  void a_folder_without_a_bundle_is_wrong_usage() {
    assertThat(CommandRun.of("verdict", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void as_the_action_evidence_is_kept_summed_up_and_uploaded() throws IOException {
    try (TestCache cache = new TestCache();
        RecordingServer service = RecordingServer.start()) {
      cache.cutBodies();
      Map<String, String> environment = new HashMap<>(service.environment());
      environment.put("GITHUB_ACTIONS", "true");
      environment.put("GITHUB_WORKSPACE", folder.toString());
      environment.put("GITHUB_OUTPUT", folder.resolve("outputs").toString());
      environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
      environment.put("INPUT_COMMAND", NAR);
      environment.put("INPUT_CACHE", cache.url());
      environment.put("INPUT_STORE-HASH", cache.hash() + "\n");
      environment.put("INPUT_ARTIFACT", "nar");
      CommandRun run = CommandRun.in(environment, InputStream.nullInputStream());
      assertThat(run.code()).as(run.out()).isEqualTo(1);
      assertThat(RunnerCommands.read(run.out()).getFirst().data())
          .startsWith("attic-nar-integrity-check is refuted: nar-truncated, path /nix/store/");
      assertThat(FileCommandReader.read(Files.readString(folder.resolve("outputs"))))
          .isEqualTo(Map.of("verdict", "refuted", "evidence", "gate-reports/nar"));
      assertThat(Files.readString(folder.resolve("summary.md"))).contains("nar-truncated");
      assertThat(folder.resolve("gate-reports/nar/manifest.json")).exists();
      assertThat(service.requests("finalize")).hasSize(1);
      CommandRun.in(environment, InputStream.nullInputStream());
      assertThat(folder.resolve("gate-reports/nar-2/manifest.json")).exists();
    }
  }
}
