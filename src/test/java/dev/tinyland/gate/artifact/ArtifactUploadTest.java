package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.artifact.UploadResult.NotUploaded;
import dev.tinyland.gate.artifact.UploadResult.Uploaded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that go well, and those that have nothing to send or nowhere to send it. */
class ArtifactUploadTest {
  @TempDir Path folder;
  private RecordingServer server;
  private Trial trial;

  @BeforeEach
  void start() throws IOException {
    server = RecordingServer.start();
    trial = new Trial(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_folder_is_one_zip_with_its_hidden_files() throws Exception {
    Files.writeString(folder.resolve("b.json"), "{}");
    Files.writeString(folder.resolve(".a"), "hidden");
    Files.createDirectories(folder.resolve("sub/deep"));
    Files.writeString(folder.resolve("sub/deep/c.txt"), "c");
    UploadResult result = trial.with("GITHUB_RUN_ATTEMPT", "3").folder("evidence", folder, null);
    byte[] zip = server.requests("block").getFirst().body();
    assertThat(result).isEqualTo(new Uploaded("evidence-3", 4242, zip.length, sha256(zip)));
    assertThat(server.requests().stream().map(RecordedRequest::kind))
        .containsExactly("create", "block", "blocklist", "finalize");
    assertThat(names(zip)).containsExactly(".a", "b.json", "sub/deep/c.txt");
    Map<?, ?> last = server.requests("finalize").getFirst().json();
    assertThat(last.get("size")).isEqualTo(Integer.toString(zip.length));
    assertThat(last.get("hash")).isEqualTo("sha256:" + sha256(zip));
  }

  @Test
  void the_public_calls_upload_in_the_same_way() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "# a");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var log = new dev.tinyland.gate.runner.RunnerLog(new PrintStream(out, true, UTF_8));
    Map<String, String> environment =
        Map.of("ACTIONS_RUNTIME_TOKEN", Trial.TOKEN, "ACTIONS_RESULTS_URL", server.origin());
    assertThat(ArtifactUpload.folder(environment, log, "f", folder, null))
        .isInstanceOfSatisfying(Uploaded.class, done -> assertThat(done.name()).isEqualTo("f-1"));
    assertThat(ArtifactUpload.file(environment, log, "a.md", file, 5))
        .isInstanceOfSatisfying(
            Uploaded.class, done -> assertThat(done.name()).isEqualTo("a-1.md"));
    assertThat(server.requests("block").getFirst().blockId())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}0{12}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":true,\"artifact_id\":\"9007199254740993\"}",
        "{\"ok\":true,\"artifactId\":\"9007199254740993\",\"later\":{\"field\":[1]}}"
      })
  void ids_are_read_in_both_spellings(String answer) throws IOException {
    server.on("finalize", RecordingServer.json(200, answer));
    assertThat(trial.uploaded(file()).id()).isEqualTo(9007199254740993L);
  }

  @Test
  void ids_may_be_numbers_and_may_be_missing() throws IOException {
    server.on(
        "finalize",
        RecordingServer.json(200, "{\"ok\":true,\"artifactId\":77}"),
        RecordingServer.json(200, "{\"ok\":true}"));
    assertThat(trial.uploaded(file()).id()).isEqualTo(77);
    assertThat(trial.uploaded(file()).id()).isZero();
  }

  @Test
  void the_address_is_read_in_both_spellings() throws IOException {
    String url = server.origin() + "/container/other?sig=x";
    server.on(
        "create", RecordingServer.json(200, "{\"ok\":true,\"signedUploadUrl\":\"" + url + "\"}"));
    trial.uploaded(file());
    assertThat(server.requests("block").getFirst().path()).isEqualTo("/container/other");
  }

  @Test
  void the_signature_is_hidden_and_the_query_is_never_printed() throws IOException {
    server.on("block", RecordingServer.text(500, "x"), RecordingServer.text(403, "x"));
    String reason = trial.reason(file());
    assertThat(trial.log().lines().filter(line -> line.startsWith("::add-mask::")))
        .containsExactly("::add-mask::c2ln+bmc=", "::add-mask::c2ln%252Bbmc%253D");
    String rest =
        String.join("\n", trial.log().lines().filter(line -> !line.contains("mask")).toList());
    assertThat(rest + reason).doesNotContain("sig=", "c2ln", "sv=1", Trial.TOKEN);
    assertThat(server.requests("block").getFirst().headers()).doesNotContainKey("authorization");
  }

  @Test
  void nothing_is_sent_where_there_is_nothing() throws IOException {
    Files.createDirectories(folder.resolve("only/folders"));
    assertThat(Trial.reason(trial.folder("a", folder, null))).endsWith("holds no file.");
    assertThat(Trial.reason(trial.folder("a", folder.resolve("none"), null)))
        .endsWith("is no folder.");
    assertThat(trial.reason(folder)).endsWith("is no file.");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void bad_names_paths_and_days_are_refused_before_anything_is_sent() throws IOException {
    Files.writeString(folder.resolve("a:b"), "");
    assertThat(trial.folder("a/b", folder, null))
        .isEqualTo(new NotUploaded("The name of an artifact cannot contain a slash /: `a/b`."));
    assertThat(Trial.reason(trial.folder("a", folder, 401))).contains("not for 401");
    assertThat(Trial.reason(trial.folder("a", folder, null)))
        .isEqualTo("The path of a file in an artifact cannot contain a colon :: `a:b`.");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void without_a_token_it_says_so() throws IOException {
    assertThat(trial.with("ACTIONS_RUNTIME_TOKEN", "").reason(file()))
        .contains("no ACTIONS_RUNTIME_TOKEN", "`run` steps");
  }

  private Path file() throws IOException {
    return Files.writeString(folder.resolve("report.json"), "{}");
  }

  private static List<String> names(byte[] zip) throws IOException {
    List<String> names = new java.util.ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
