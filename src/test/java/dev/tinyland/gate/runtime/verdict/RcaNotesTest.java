package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.AT;
import static dev.tinyland.gate.runtime.verdict.Evidences.cluster;
import static dev.tinyland.gate.runtime.verdict.Evidences.coherent;
import static dev.tinyland.gate.runtime.verdict.Evidences.disk;
import static dev.tinyland.gate.runtime.verdict.Incidents.jobs;
import static dev.tinyland.gate.runtime.verdict.Incidents.log;
import static dev.tinyland.gate.runtime.verdict.Incidents.notes;
import static dev.tinyland.gate.runtime.verdict.Incidents.rca;
import static dev.tinyland.gate.runtime.verdict.Incidents.version;
import static dev.tinyland.gate.runtime.verdict.Incidents.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Event;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.JobsEvidence;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RcaNotesTest {
  private static String only(List<Note> notes) {
    assertThat(notes).hasSize(1);
    return notes.getFirst().sentence();
  }

  @ParameterizedTest
  @CsvSource({
    "rustfs v1.0.0-beta.1, true",
    "rustfs 1.0.0-beta.8, true",
    "rustfs 1.0.0-beta.9, false",
    "rustfs 1.0.0-beta.10, false",
    "rustfs 1.0.0-rc.1, false",
    "rustfs 1.0.0, false",
    "@abc1234, true",
    "rustfs 1.0.0-beta.9-2-gabc1234, true",
    ", true",
  })
  void admin_heal_is_warned_of_unless_the_version_is_known_to_be_newer(
      @Nullable String line, boolean warned) {
    List<Note> notes = notes(with(version(line), jobs(), log()), "admin-heal");
    assertThat(notes.isEmpty()).isEqualTo(!warned);
    if (warned) {
      assertThat(only(notes)).startsWith("Never call admin heal.").contains("4339");
    }
  }

  @Test
  void the_version_and_why_it_is_not_known() {
    assertThat(only(notes(with(version("rustfs v1.0.0-beta.1"), jobs(), log()), "version")))
        .isEqualTo("RustFS 1.0.0-beta.1. Image: ghcr.io/tinyland-inc/rustfs.");
    assertThat(only(notes(with(version("@abc1234"), jobs(), log()), "version")))
        .startsWith("@abc1234 names no release");
    assertThat(only(notes(with(version(null), jobs(), log()), "version")))
        .startsWith("It could not be asked: exit code 127.");
    RcaEvidence nothing =
        new RcaEvidence(null, null, null, null, null, null, null, List.of(), null);
    assertThat(only(notes(nothing, "version"))).startsWith("It was not looked at");
    assertThat(notes(nothing, "known-defect")).hasSameSizeAs(KnownDefect.notes(null));
  }

  private static ClusterEvidence holding(List<Pod> pods, Part<List<Event>> events) {
    ClusterEvidence well = cluster();
    return new ClusterEvidence(
        well.context(),
        well.reachable(),
        well.deployment(),
        Evidences.seen(pods),
        well.endpoints(),
        well.claim(),
        well.storageClass(),
        well.zfsNodes(),
        well.zfsVolumes(),
        well.nodes(),
        events,
        AT);
  }

  private static RcaEvidence of(ClusterEvidence cluster) {
    return rca(cluster, cluster, coherent(), null, null);
  }

  @Test
  void restarts_and_the_last_end_of_a_pod() {
    Pod killed =
        new Pod(
            "rustfs-1",
            "u9",
            "Running",
            "bumble",
            AT,
            true,
            3,
            null,
            null,
            "OOMKilled, exit code 137, 2026-05-06T00:58:53Z");
    RcaEvidence evidence =
        of(holding(List.of(Evidences.pod("u1", 0), killed), Evidences.seen(List.of())));
    assertThat(notes(evidence, "pod-restarts"))
        .containsExactly(
            new Note(
                "pod-restarts",
                "pod rustfs-1",
                "Restarts: 3, last end: OOMKilled, exit code 137, 2026-05-06T00:58:53Z; started "
                    + AT
                    + "."));
  }

  @Test
  void warnings_and_no_other_events() {
    Event warning = new Event("Warning", "BackOff", "Pod rustfs-1: restarting", 4, AT);
    Event normal = new Event("Normal", "Pulled", "Pod rustfs-1: pulled", 1, AT);
    RcaEvidence evidence = of(holding(List.of(), Evidences.seen(List.of(warning, normal))));
    assertThat(notes(evidence, "event"))
        .containsExactly(
            new Note("event", "BackOff", "4 times, last " + AT + ": Pod rustfs-1: restarting"));
    assertThat(only(notes(of(holding(List.of(), Evidences.seen(List.of(normal)))), "event")))
        .isEqualTo("1 seen, no warning among them.");
    assertThat(only(notes(of(holding(List.of(), Evidences.unseen(Access.FORBIDDEN))), "event")))
        .isEqualTo("They were not seen: forbidden, not today.");
  }

  @Test
  void many_of_a_kind_are_counted() {
    List<Event> events =
        IntStream.range(0, 50).mapToObj(i -> new Event("Warning", "r" + i, "m", 1, AT)).toList();
    List<Pod> pods = IntStream.range(0, 40).mapToObj(i -> Evidences.pod("u" + i, 1)).toList();
    RcaEvidence evidence = of(holding(pods, Evidences.seen(events)));
    assertThat(notes(evidence, "event")).hasSize(ClusterNotes.MOST + 1);
    assertThat(notes(evidence, "pod-restarts").getLast().sentence())
        .isEqualTo("28 more are in the evidence.");
  }

  private static JobsEvidence.Job job(
      int active,
      int failed,
      @Nullable String condition,
      @Nullable String start,
      @Nullable String end) {
    return new JobsEvidence.Job(
        "Job", "lifecycle", "0 * * * *", active, 1, failed, condition, start, end, List.of("mc:1"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, Complete, 2026-05-19T07:00:00Z, 2026-05-19T07:01:00Z, ",
    "0, 0, Complete, 2026-05-19T07:00:00Z, 2026-05-19T08:00:00Z, job-ran",
    "0, 0, Complete, 2026-05-19T08:00:00Z, , job-ran",
    "0, 0, Complete, 2026-05-19T08:00:00.500Z, , job-ran",
    "1, 0, , 2026-05-18T08:00:00Z, , job-ran",
    "0, 0, Complete, yesterday, , job-ran",
    "0, 2, , 2026-05-18T08:00:00Z, , job-failed",
    "0, 0, Failed: DeadlineExceeded, 2026-05-18T08:00:00Z, , job-failed",
    "0, 0, , , , ",
  })
  void jobs_that_failed_or_ran_in_the_window(
      int active,
      int failed,
      @Nullable String condition,
      @Nullable String start,
      @Nullable String end,
      @Nullable String name) {
    RcaEvidence evidence =
        with(version(null), jobs(job(active, failed, condition, start, end)), log());
    List<Note> found =
        Stream.of("job-ran", "job-failed").flatMap(each -> notes(evidence, each).stream()).toList();
    if (name == null) {
      assertThat(found).isEmpty();
      assertThat(only(notes(evidence, "job")))
          .isEqualTo("1 seen, none of which failed or ran in the last 1800 s.");
    } else {
      assertThat(found).extracting(Note::name).containsExactly(name);
      assertThat(only(found)).contains("schedule 0 * * * *").contains("mc:1");
    }
  }

  @Test
  void jobs_that_were_not_seen() {
    JobsEvidence denied = new JobsEvidence("nix-cache", Evidences.unseen(Access.FORBIDDEN), AT);
    assertThat(only(notes(with(version(null), denied, log()), "job")))
        .isEqualTo("They were not seen: forbidden, not today.");
  }

  @Test
  void programs_of_administration() {
    assertThat(only(notes(Incidents.well(null), "programs")))
        .isEqualTo(
            "Not in the image: rc, rustfs-admin. Subcommands of `rustfs`: server, info, help."
                + " Nothing of administration was run.");
    RcaEvidence well = Incidents.well(null);
    ProgramsEvidence some =
        new ProgramsEvidence(
            null,
            "no pod to ask",
            null,
            List.of(
                new ProgramsEvidence.Program("rc", Presence.YES),
                new ProgramsEvidence.Program("rustfs-admin", Presence.UNKNOWN)),
            AT);
    RcaEvidence evidence =
        new RcaEvidence(
            well.before(),
            well.after(),
            well.s3(),
            well.disk(),
            well.version(),
            some,
            well.jobs(),
            well.logs(),
            null);
    assertThat(only(notes(evidence, "programs")))
        .isEqualTo(
            "They could not be looked for: no pod to ask. In the image: rc. Not known:"
                + " rustfs-admin. The subcommands of `rustfs` could not be asked. Nothing of"
                + " administration was run.");
  }

  @Test
  void signatures_are_counted_with_the_first_and_the_last_line() {
    RcaEvidence evidence =
        with(
            version(null),
            jobs(),
            log("ok", "FaultyDisk one", "ok", "ErasureWriteQuorum, FaultyDisk", "AccessDenied"));
    assertThat(notes(evidence, "log-divergence"))
        .containsExactly(
            new Note(
                "log-divergence",
                "log of rustfs-u1/rustfs",
                "2 lines, the first 2, the last 4: FaultyDisk, ErasureWriteQuorum. Of 5 lines of the"
                    + " last 1800 s. The first: FaultyDisk one"));
    assertThat(only(notes(evidence, "log-credentials")))
        .startsWith("1 line, number 5: AccessDenied.");
    assertThat(notes(evidence, "log-transport")).isEmpty();
    assertThat(only(notes(with(version(null), jobs(), log("ok")), "log")))
        .isEqualTo("No line holds a known signature, of 1 lines of the last 1800 s.");
  }

  @Test
  void a_long_line_is_never_shown_whole() {
    String line = "😀".repeat(300) + " FaultyDisk " + "z".repeat(300);
    String sentence = only(notes(with(version(null), jobs(), log(line)), "log-divergence"));
    assertThat(sentence).contains("…").contains("FaultyDisk").hasSizeLessThan(400);
    assertThat(LogNotes.excerpt(line, line.indexOf("FaultyDisk")).codePoints())
        .hasSize(LogNotes.EXCERPT + 2);
    assertThat(LogNotes.excerpt("short", 2)).isEqualTo("short");
  }

  @Test
  void logs_that_were_not_seen() {
    LogEvidence denied =
        new LogEvidence(
            "nix-cache",
            "rustfs-u1",
            "rustfs",
            true,
            1800,
            Access.FORBIDDEN,
            null,
            false,
            List.of(),
            AT);
    assertThat(notes(with(version(null), jobs(), denied), "log"))
        .containsExactly(
            new Note(
                "log",
                "log of rustfs-u1/rustfs, before its last restart",
                "It was not seen: forbidden."));
    LogEvidence cut =
        new LogEvidence(
            "nix-cache", null, null, false, 60, Access.SEEN, null, true, List.of("x"), AT);
    assertThat(only(notes(with(version(null), jobs(), cut), "log")))
        .endsWith("of 1 lines of the last 60 s, and there were more.");
    assertThat(only(notes(with(version(null), jobs()), "log"))).isEqualTo("It was not looked at.");
  }

  private static RcaEvidence layout(S3Evidence s3, @Nullable DiskEvidence disk) {
    return rca(cluster(), cluster(), s3, disk, null);
  }

  @Test
  void the_disk_and_the_scope() {
    DiskEvidence both = disk(Presence.YES, Presence.YES);
    assertThat(only(notes(layout(coherent(), both), "disk-layout")))
        .isEqualTo("Data folder there: tofu-state. Metadata folder there: tofu-state.");
    List<Note> all = notes(layout(Evidences.divergent(), both), "disk-layout");
    assertThat(all.getLast().subject()).isEqualTo("scope: all-buckets");
    S3Evidence one =
        Evidences.s3(
            Evidences.listed(1, Evidences.missing(), "attic"),
            Evidences.listed(2, Evidences.missing(), "attic"));
    assertThat(notes(layout(one, both), "disk-layout").getLast())
        .satisfies(note -> {
          assertThat(note.subject()).isEqualTo("scope: one-bucket");
          assertThat(note.sentence()).startsWith("S3 lacks tofu-state, and the data is on");
        });
    assertThat(notes(layout(Evidences.divergent(), disk(Presence.NO, Presence.YES)), "disk-layout"))
        .hasSize(1);
    assertThat(only(notes(layout(coherent(), Scratches.noDisk()), "disk-layout")))
        .isEqualTo("It was not seen: no pod to ask.");
    assertThat(only(notes(layout(coherent(), null), "disk-layout")))
        .isEqualTo("It was not looked at.");
  }

  @Test
  void two_buckets_at_once() {
    S3Evidence.BucketView attic =
        new S3Evidence.BucketView(
            "attic", Evidences.found().head(), Evidences.found().confirmation());
    DiskEvidence of = disk(Presence.YES, Presence.YES);
    DiskEvidence.Marker marker = of.markers().getFirst();
    DiskEvidence two =
        new DiskEvidence(
            of.namespace(),
            of.pod(),
            of.uid(),
            of.container(),
            of.root(),
            true,
            null,
            List.of(),
            List.of(marker, new DiskEvidence.Marker("attic", marker.data(), marker.metadata())));
    S3Evidence.Sample sample =
        new S3Evidence.Sample(
            1,
            Evidences.coherent().samples().getFirst().list(),
            List.of("attic"),
            "gate",
            List.of(Evidences.missing(), attic));
    assertThat(notes(layout(Evidences.s3(sample, sample), two), "disk-layout").getLast().subject())
        .isEqualTo("scope: one-bucket");
    S3Evidence.BucketView gone =
        new S3Evidence.BucketView(
            "attic", Evidences.missing().head(), Evidences.missing().confirmation());
    S3Evidence.Sample empty =
        new S3Evidence.Sample(
            1, sample.list(), List.of(), "gate", List.of(Evidences.missing(), gone));
    assertThat(notes(layout(Evidences.s3(empty, empty), two), "disk-layout").getLast())
        .satisfies(note -> {
          assertThat(note.subject()).isEqualTo("scope: all-buckets");
          assertThat(note.sentence()).startsWith("S3 lacks tofu-state, attic, ");
        });
  }

  @Test
  void foreign_text_is_bounded() {
    assertThat(Note.of("n", "s".repeat(900), "t".repeat(900)).subject()).hasSizeLessThan(250);
    assertThat(Note.of("n", "s", "t".repeat(900)).sentence()).hasSize(Note.LONGEST + 1);
  }
}
