package dev.tinyland.gate.lane;

import static dev.tinyland.gate.lane.ReleaseServer.cut;
import static dev.tinyland.gate.lane.ReleaseServer.file;
import static dev.tinyland.gate.lane.ReleaseServer.redirect;
import static dev.tinyland.gate.lane.ReleaseServer.stalled;
import static dev.tinyland.gate.lane.ReleaseServer.status;
import static dev.tinyland.gate.lane.ReleaseServer.together;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lane.Lane.Run;
import dev.tinyland.gate.lane.ReleaseServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way the launcher takes, and what becomes of signals, exit codes and the environment. */
class LaneLauncherTest {
  private static final String ADDRESS = "/owner/gate/releases/download/v9.9.9/gate-9.9.9.tar.gz";
  private static final String DOES_NOT_START = "#!/bin/sh\nexit 127\n";
  private static final String IS_KILLED =
      "#!/bin/sh\ncase \"$*\" in *--version) exit 0 ;; esac\nkill -KILL $$\n";

  @TempDir static Path shared;
  private static Archive archive;

  @TempDir Path root;
  private Lane lane;

  @BeforeAll
  static void pack() throws IOException {
    archive =
        Archive.of(Files.createDirectory(shared.resolve("good")), standIn(), Archive.THIS_JDK);
  }

  @BeforeEach
  void make() throws IOException {
    lane = new Lane(root);
  }

  /** The class path of the program that stands in for ours. */
  private static String standIn() throws IOException {
    Path classes = shared.resolve("classes");
    if (!Files.exists(classes)) {
      Path source = Lane.SOURCES.resolve("src/test/lane/program/dev/tinyland/gate/Main.java");
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", classes.toString(), source.toString());
      assertThat(code).isZero();
    }
    return classes.toString();
  }

  private static Archive withRuntime(String name, String script) throws IOException {
    return Archive.of(Files.createDirectory(shared.resolve(name)), standIn(), script);
  }

  @Test
  void a_check_is_run_with_the_class_path_of_the_checks() throws IOException {
    try (ReleaseServer server = new ReleaseServer(file(archive.content()))) {
      Run run = lane.with("INPUT_COMMAND", "verdict").released(archive, server).run();

      assertThat(run.log()).contains("from " + lane.place(archive).resolve("lib/checks.jar"));
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void a_released_archive_is_downloaded_kept_and_run() throws IOException {
    try (ReleaseServer server = new ReleaseServer(file(archive.content()))) {
      Run run = lane.released(archive, server).run();

      assertThat(run.log().getFirst())
          .isEqualTo("gate: archive 9.9.9, downloaded from " + server.address() + ADDRESS);
      assertThat(run.log()).contains("from " + lane.place(archive).resolve("lib/gate.jar"));
      assertThat(run.code()).isZero();
      assertThat(server.requests()).containsExactly(ADDRESS);
      assertThat(lane.cached()).containsExactly(archive.sha256(), archive.sha256() + ".complete");
    }
  }

  @Test
  void the_program_gets_the_whole_environment_and_no_arguments() throws IOException {
    prepareBuild();
    Run run = lane.withJdk().with("INPUT_FAIL-ON", "note % $(x)").run();

    assertThat(run.log())
        .contains(
            "started with 0 arguments",
            "in " + lane.workspace(),
            "on " + Archive.jdk(),
            "GITHUB_ACTIONS true",
            "INPUT_FAIL-ON note % $(x)",
            "ACTIONS_RUNTIME_TOKEN runtime-token",
            "LC_ALL C.UTF-8");
  }

  @Test
  void a_locale_of_the_lane_is_left_alone() throws IOException {
    prepareBuild();
    Run run = lane.withJdk().with("LANG", "en_US.UTF-8").run();
    assertThat(run.log()).contains("LC_ALL null");
  }

  @Test
  void what_is_kept_is_used_and_its_runtime_is_tried_once_and_without_the_token()
      throws IOException {
    try (ReleaseServer server = new ReleaseServer(file(archive.content()))) {
      lane.released(archive, server).run();
      Run second = lane.run();

      assertThat(second.log().getFirst())
          .isEqualTo("gate: archive 9.9.9, found in " + lane.place(archive).getParent());
      assertThat(second.code()).isZero();
      assertThat(server.requests()).hasSize(1);
      assertThat(lane.trials()).containsExactly("token null");
    }
  }

  @Test
  void an_address_of_its_own_and_redirects_are_followed() throws IOException {
    Answer[] answers = {redirect("/storage/1"), file(archive.content())};
    try (ReleaseServer server = new ReleaseServer(answers)) {
      Run run = lane.released(archive, server, server.address() + "/mirror/gate").run();

      assertThat(run.code()).isZero();
      assertThat(server.requests()).containsExactly("/mirror/gate", "/storage/1");
    }
  }

  @Test
  void a_tool_cache_that_cannot_be_written_is_done_without() throws IOException {
    // A file in the way: permissions would not stop a test that runs as root.
    Files.createFile(lane.cache().resolve("gate"));
    try (ReleaseServer server = new ReleaseServer(file(archive.content()))) {
      Run run = lane.released(archive, server).run();

      assertThat(run.code()).isZero();
      assertThat(lane.temp().resolve("gate/9.9.9").resolve(archive.sha256())).isDirectory();
    }
  }

  @Test
  void a_passing_failure_is_tried_again() throws IOException {
    Answer[] answers = {status(503), cut(archive.content()), file(archive.content())};
    try (ReleaseServer server = new ReleaseServer(answers)) {
      Run run = lane.released(archive, server).run();

      assertThat(run.log().getFirst()).startsWith("gate: archive 9.9.9, downloaded");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void another_archive_than_the_released_one_ends_the_run() throws IOException {
    try (ReleaseServer server = new ReleaseServer(file(archive.tampered()))) {
      Run run = lane.released(archive, server).withJdk().run();

      assertThat(run.log())
          .singleElement()
          .asString()
          .startsWith("::error title=gate::")
          .contains(" and not " + archive.sha256() + ", as released. Nothing was run.");
      assertThat(run.code()).isEqualTo(2);
      assertThat(server.requests()).hasSize(1);
      assertThat(lane.cached()).isEmpty();
      assertThat(lane.trials()).isEmpty();
    }
  }

  @Test
  void a_page_in_place_of_the_archive_is_another_one() throws IOException {
    try (ReleaseServer server = new ReleaseServer(file("<html>".getBytes(UTF_8)))) {
      Run run = lane.released(archive, server).withJdk().run();
      assertThat(run.log()).singleElement().asString().contains("has the SHA-256");
      assertThat(run.code()).isEqualTo(2);
    }
  }

  @Test
  void an_archive_with_something_at_its_end_is_another_one() throws IOException {
    try (ReleaseServer server = new ReleaseServer(file(archive.extended()))) {
      Run run = lane.released(archive, server).withJdk().run();

      assertThat(run.log()).singleElement().asString().contains("has more than the");
      assertThat(run.code()).isEqualTo(2);
      assertThat(lane.cached()).isEmpty();
    }
  }

  @Test
  void a_release_without_the_archive_leads_to_a_build() throws IOException {
    prepareBuild();
    try (ReleaseServer server = new ReleaseServer(status(404))) {
      Run run = lane.released(archive, server).withJdk().run();

      assertThat(run.log().getFirst()).isEqualTo("building");
      assertThat(run.log().get(1))
          .isEqualTo(
              "gate: built here with the JDK in %s, because the archive is not to be had from %s (status 404)"
                  .formatted(Archive.jdk(), server.address() + ADDRESS));
      assertThat(run.log()).contains("from " + lane.action("target/gate/lib/gate.jar"));
      assertThat(run.code()).isZero();
      assertThat(server.requests()).hasSize(1);
      assertThat(lane.cached()).isEmpty();
    }
  }

  @Test
  void a_download_that_is_always_cut_is_given_up() throws IOException {
    prepareBuild();
    try (ReleaseServer server = new ReleaseServer(cut(archive.content()))) {
      Run run = lane.released(archive, server).withJdk().run();

      assertThat(run.log().get(1)).startsWith("gate: built here").contains("not to be had");
      assertThat(server.requests()).hasSize(3);
      assertThat(lane.cached()).isEmpty();
    }
  }

  @Test
  void a_download_that_takes_too_long_is_given_up() throws IOException {
    prepareBuild();
    Answer answer = stalled(archive.content(), new CountDownLatch(1));
    try (ReleaseServer server = new ReleaseServer(answer)) {
      Run run = lane.released(archive, server).withJdk().with("GATE_DOWNLOAD_SECONDS", "0.2").run();

      assertThat(run.log().get(1)).startsWith("gate: built here").contains("it took too long");
      assertThat(server.requests()).hasSize(3);
      assertThat(lane.cached()).isEmpty();
    }
  }

  @Test
  void what_tar_cannot_unpack_leads_to_a_build() throws IOException {
    prepareBuild();
    Archive broken = new Archive("no archive".getBytes(UTF_8));
    try (ReleaseServer server = new ReleaseServer(file(broken.content()))) {
      Run run = lane.released(broken, server).withJdk().run();

      assertThat(run.log()).anyMatch(line -> line.contains("(tar ended with 2)"));
      assertThat(run.code()).isZero();
      assertThat(lane.cached()).isEmpty();
    }
  }

  @Test
  void a_runtime_that_does_not_start_leaves_the_jars_to_a_jdk() throws IOException {
    Archive other = withRuntime("foreign", DOES_NOT_START);
    try (ReleaseServer server = new ReleaseServer(file(other.content()))) {
      Run run = lane.released(other, server).withJdk().run();

      assertThat(run.log().getFirst())
          .isEqualTo(
              "gate: archive 9.9.9 with the JDK in %s, because the archive's own runtime does not start here (exit code 127)"
                  .formatted(Archive.jdk()));
      assertThat(run.log()).contains("from " + lane.place(other).resolve("lib/gate.jar"));
      assertThat(run.code()).isZero();
      assertThat(lane.cached()).containsExactly(other.sha256());
    }
  }

  @Test
  void a_lane_with_nothing_says_what_to_install() throws IOException {
    Archive other = withRuntime("foreign-without-jdk", DOES_NOT_START);
    try (ReleaseServer server = new ReleaseServer(file(other.content()))) {
      Run run = lane.released(other, server).run();

      assertThat(run.log())
          .singleElement()
          .asString()
          .startsWith("::error title=gate::gate cannot run on this lane, because the archive's own")
          .contains("no JDK 25 was found. Install a JDK 25 and set JAVA_HOME");
      assertThat(run.code()).isEqualTo(3);
    }
  }

  @Test
  void a_build_that_fails_is_no_verdict() throws IOException {
    Files.writeString(lane.action("gate"), "exit 1");
    Run run = lane.withJdk().run();

    assertThat(run.log())
        .singleElement()
        .asString()
        .contains("names no released archive", "could not be built", "(exit code 1, see above)");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void jobs_that_start_at_the_same_time_share_what_the_first_one_keeps() throws IOException {
    Answer answer = together(file(archive.content()), new CountDownLatch(2));
    try (ReleaseServer server = new ReleaseServer(answer)) {
      lane.released(archive, server);
      Process first = lane.start();
      Process second = lane.start();
      Run one = Lane.end(first, ready -> {});
      Run other = Lane.end(second, ready -> {});

      assertThat(one.code()).isZero();
      assertThat(other.code()).isZero();
      assertThat(server.requests()).hasSize(2);
      assertThat(lane.cached()).containsExactly(archive.sha256(), archive.sha256() + ".complete");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 70})
  void exit_codes_are_passed_on(int code) throws IOException {
    prepareBuild();
    Run run = lane.withJdk().with("STAND_IN", "exit " + code).run();
    assertThat(run.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void signals_reach_the_program_which_ends_in_its_own_way(String signal, int code)
      throws IOException {
    prepareBuild();
    Process process = lane.withJdk().with("STAND_IN", "wait").start();
    Run run = Lane.end(process, ready -> send(signal, ready));

    assertThat(run.log()).endsWith("ready", "cleaned up");
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void a_signal_ends_a_download_and_leaves_nothing_behind() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (ReleaseServer server = new ReleaseServer(stalled(archive.content(), asked))) {
      Process process = lane.released(archive, server).withJdk().start();
      asked.await();
      send("TERM", process);
      Run run = Lane.end(process, ready -> {});

      assertThat(run.log()).isEmpty();
      assertThat(run.code()).isEqualTo(143);
      assertThat(lane.cached()).isEmpty();
      assertThat(lane.trials()).isEmpty();
    }
  }

  @Test
  void a_program_that_is_killed_is_told_from_one_that_ends() throws IOException {
    Archive killed = withRuntime("killed", IS_KILLED);
    try (ReleaseServer server = new ReleaseServer(file(killed.content()))) {
      assertThat(lane.released(killed, server).run().code()).isEqualTo(137);
    }
  }

  @Test
  void text_of_the_environment_cannot_become_a_command() throws IOException {
    prepareBuild();
    Path jdk = Files.createDirectory(root.resolve("a\n::warning::x ##[error]y"));
    Files.createDirectory(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"25.0.1\"\n");
    Tools.script(jdk.resolve("bin/javac"), "");
    Tools.script(jdk.resolve("bin/java"), "#!/bin/sh\nexit 0\n");
    Run run = lane.with("JAVA_HOME", jdk.toString()).run();

    assertThat(run.code()).isZero();
    assertThat(run.log())
        .last()
        .asString()
        .startsWith("gate: built here with the JDK in " + root + "/a ::warning::x ## [error]y, ");
  }

  /** A checkout of the action whose build only copies, and fails if it is given a token. */
  private void prepareBuild() throws IOException {
    Archive.lay(Files.createDirectories(lane.action("prepared")), standIn());
    Files.writeString(
        lane.action("gate"),
        """
        [ -z "${ACTIONS_RUNTIME_TOKEN-}" ] || exit 9
        echo building >&2
        cd "${0%/*}" && mkdir target && cp -R prepared target/gate
        """);
  }

  private static void send(String signal, Process process) throws IOException {
    Tools.run(Path.of("."), "sh", "-c", "kill -" + signal + " " + process.pid());
  }
}
