package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Asked;
import dev.tinyland.gate.runtime.cluster.ApiServer.Frame;
import dev.tinyland.gate.runtime.cluster.ApiServer.Session;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which programs of administration an image has, and when that is not known. */
class ProgramProbeTest {
  private static final String HELP =
      """
      RustFS

      Usage: rustfs [OPTIONS] <COMMAND>

      Commands:
        server  Start the server
        info    Show what
                this build has
        help    Print this message

      Options:
        -h, --help  Print help
      """;

  @TempDir private Path folder;
  private ApiServer server;

  @BeforeEach
  void start() throws IOException {
    server = Bodies.healthy(ApiServer.plain());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private ProgramsEvidence programs(Function<Asked, Object> commands) {
    server.commands(commands);
    try (ClusterCollector collector = Clusters.collector(folder, server.url())) {
      return collector.programs();
    }
  }

  /** A container in which {@code test -x} finds these. */
  private static Function<Asked, Object> with(Set<String> paths, Object help) {
    return asked ->
        asked.command().getFirst().equals("rustfs") ? help : Bodies.folders(paths).apply(asked);
  }

  private static Session help(String text, String end) {
    return Session.of(new Frame(1, text), new Frame(3, end));
  }

  private static void assertUnknown(ProgramsEvidence evidence) {
    assertThat(evidence.programs())
        .containsExactly(
            new Program("rc", Presence.UNKNOWN), new Program("rustfs-admin", Presence.UNKNOWN));
  }

  @Test
  void the_image_of_the_policy_documents() {
    ProgramsEvidence evidence = programs(with(Set.of("/data"), help(HELP, Bodies.OK)));

    assertThat(evidence)
        .isEqualTo(
            new ProgramsEvidence(
                Bodies.POD_NAME,
                null,
                List.of("server", "info", "help"),
                List.of(new Program("rc", Presence.NO), new Program("rustfs-admin", Presence.NO)),
                "2026-11-21T05:00:00Z"));
  }

  @Test
  void nothing_but_test_x_and_the_help_is_run() {
    programs(with(Set.of("/data", "/usr/bin/rc"), help(HELP, Bodies.OK)));

    List<List<String>> commands =
        server.asked().stream()
            .filter(asked -> asked.path().endsWith("/exec"))
            .map(Asked::command)
            .toList();
    assertThat(commands).hasSize(11);
    assertThat(commands.getFirst()).containsExactly("rustfs", "--help");
    assertThat(commands.subList(1, 11))
        .allSatisfy(command -> assertThat(command).hasSize(3).startsWith("test", "-x"));
  }

  @Test
  void a_program_in_one_of_the_folders_is_there() {
    ProgramsEvidence evidence =
        programs(with(Set.of("/data", "/usr/sbin/rustfs-admin"), help(HELP, Bodies.OK)));

    assertThat(evidence.programs())
        .containsExactly(new Program("rc", Presence.NO), new Program("rustfs-admin", Presence.YES));
  }

  @Test
  void an_image_without_test_still_tells_its_help() {
    Session missing =
        help(
            "",
            "{\"status\":\"Failure\",\"reason\":\"InternalError\",\"message\":\"exec: \\\"test\\\":"
                + " executable file not found in $PATH\"}");
    ProgramsEvidence evidence =
        programs(
            asked -> asked.command().getFirst().equals("rustfs") ? help(HELP, Bodies.OK) : missing);

    assertUnknown(evidence);
    assertThat(evidence.unavailable()).contains("executable file not found in $PATH");
    assertThat(evidence.subcommands()).containsExactly("server", "info", "help");
  }

  @Test
  void controls_that_come_out_wrong_make_it_unknown() {
    ProgramsEvidence all =
        programs(asked ->
            asked.command().getFirst().equals("rustfs")
                ? help(HELP, Bodies.OK)
                : Session.of(new Frame(3, Bodies.OK)));
    ProgramsEvidence none = programs(with(Set.of(), help(HELP, Bodies.OK)));

    assertUnknown(all);
    assertThat(all.unavailable()).isEqualTo("a folder that cannot exist was said to be there");
    assertUnknown(none);
    assertThat(none.unavailable()).isEqualTo("the data root is no folder that can be entered");
  }

  @Test
  void one_folder_that_cannot_be_asked_makes_an_absence_unknown() {
    Function<Asked, Object> usual = with(Set.of("/data"), help(HELP, Bodies.OK));
    ProgramsEvidence evidence =
        programs(asked ->
            asked.command().getLast().equals("/bin/rc")
                ? Session.of(new Frame(3, Bodies.exit(126)))
                : usual.apply(asked));

    assertThat(evidence.programs())
        .containsExactly(
            new Program("rc", Presence.UNKNOWN), new Program("rustfs-admin", Presence.NO));
    assertThat(evidence.unavailable()).startsWith("/bin/rc: ");
  }

  @Test
  void a_help_that_was_not_told_is_no_empty_list() {
    ProgramsEvidence failed = programs(with(Set.of("/data"), help(HELP, Bodies.exit(2))));
    ProgramsEvidence silent = programs(with(Set.of("/data"), help("", Bodies.OK)));
    ProgramsEvidence plain = programs(with(Set.of("/data"), help("Usage: rustfs", Bodies.OK)));

    assertThat(failed.subcommands()).isNull();
    assertThat(failed.unavailable()).isEqualTo("rustfs --help: exit code 2");
    assertThat(failed.programs()).extracting(Program::presence).containsOnly(Presence.NO);
    assertThat(silent.subcommands()).isNull();
    assertThat(plain.subcommands()).isEmpty();
  }

  @Test
  void lines_below_the_heading_that_are_no_names_are_left_out() {
    assertThat(
            ProgramProbe.listed(
                "SUBCOMMANDS:\n    heal   \u001b[2J\n    ::error::x\n    b\nc\n    d"))
        .containsExactly("heal", "b");
  }

  @Test
  void a_right_that_is_missing() {
    ProgramsEvidence evidence = programs(asked -> Bodies.forbidden("pods"));

    assertUnknown(evidence);
    assertThat(evidence.subcommands()).isNull();
    assertThat(evidence.unavailable()).contains("rustfs --help: FORBIDDEN", "FORBIDDEN, HTTP 403");
  }

  @Test
  void a_pod_that_was_replaced_meanwhile_tells_nothing() {
    server.on(Bodies.POD, Answer.json(200, Bodies.pod(Bodies.POD_NAME, "pod-uid-2", 0)));

    ProgramsEvidence evidence = programs(with(Set.of("/data"), help(HELP, Bodies.OK)));

    assertUnknown(evidence);
    assertThat(evidence.subcommands()).isNull();
    assertThat(evidence.unavailable()).contains("replaced");
  }

  @Test
  void no_pod_and_no_cluster() {
    server.on(Bodies.PODS, Answer.json(200, Bodies.list("Pod")));
    ProgramsEvidence noPod = programs(asked -> help(HELP, Bodies.OK));
    ProgramsEvidence noCluster;
    try (ClusterCollector collector =
        ClusterCollector.open(
            ClusterSettings.defaults().withKubeconfig(folder.resolve("none"), null),
            Map.of(),
            List.of(),
            Clock.systemUTC())) {
      noCluster = collector.programs();
    }

    assertUnknown(noPod);
    assertThat(noPod.pod()).isNull();
    assertThat(noPod.unavailable()).contains("none of the 0 pods is running");
    assertUnknown(noCluster);
    assertThat(noCluster.unavailable()).contains("NO_CLUSTER");
  }
}
