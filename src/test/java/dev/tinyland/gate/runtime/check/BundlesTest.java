package dev.tinyland.gate.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.IntentEvidence;
import dev.tinyland.gate.runtime.evidence.Manifest;
import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.verdict.Evidences;
import dev.tinyland.gate.runtime.verdict.Incidents;
import dev.tinyland.gate.runtime.verdict.ScratchLooks;
import dev.tinyland.gate.runtime.verdict.Scratches;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored bundle judges as its run did, and one that was tampered with is never green. */
class BundlesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-19T08:30:00Z"), ZoneOffset.UTC);

  private static final Piece INTENT =
      new Piece(Kind.INTENT, new IntentEvidence("put-object", "tofu-state/probe"));

  @TempDir Path folder;
  private int bundles;

  /** A piece that a run adds. */
  private record Piece(String kind, Record evidence) {}

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** What a run of a check may leave, well or not. */
  private static List<Piece> pieces(Check check, Random random) {
    boolean probe = check == Check.RCA && random.nextBoolean();
    Question question =
        new Question(
            check == Check.INVENTORY ? List.of() : List.of("attic"),
            List.of(Evidences.BUCKET),
            "nix-cache",
            "attic-rustfs-openebs",
            "bumble",
            random.nextBoolean(),
            (probe || check != Check.RCA) && random.nextInt(4) == 0,
            random.nextInt(4) > 0,
            probe,
            false);
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(Kind.QUESTION, question));
    if (check == Check.DEEP_CHECK || check == Check.READINESS) {
      guard(check == Check.READINESS, random, pieces);
    } else {
      analysis(probe, random, pieces);
    }
    return pieces;
  }

  private static void guard(boolean versioning, Random random, List<Piece> pieces) {
    if (random.nextInt(3) == 0) {
      pieces.add(new Piece(Kind.LAST_STATE_OBJECT, object(random)));
    }
    pieces.add(new Piece(Kind.CLUSTER_BEFORE, cluster(random)));
    buckets(random, pieces);
    pieces.add(new Piece(Kind.STATE_OBJECT, object(random)));
    if (versioning) {
      pieces.add(
          new Piece(
              Kind.VERSIONING,
              Evidences.versioning(any(random, List.of(VersioningEvidence.Status.values())))));
    }
    if (random.nextInt(4) > 0) {
      pieces.add(INTENT);
      pieces.add(new Piece(Kind.WRITE_PROOF, Evidences.proved()));
    }
    pieces.add(new Piece(Kind.CLUSTER_AFTER, cluster(random)));
  }

  private static void analysis(boolean probe, Random random, List<Piece> pieces) {
    pieces.add(new Piece(Kind.CLUSTER_BEFORE, cluster(random)));
    pieces.add(
        new Piece(
            Kind.LOG, Incidents.log("a \"line\" \\ of ⟦text⟧", "health check: failed, faulty")));
    pieces.add(
        new Piece(
            Kind.VERSION, Incidents.version(random.nextBoolean() ? "rustfs v1.0.0-beta.1" : null)));
    pieces.add(new Piece(Kind.PROGRAMS, Incidents.programs()));
    pieces.add(new Piece(Kind.JOBS, Incidents.jobs()));
    buckets(random, pieces);
    if (probe) {
      ScratchLooks looks = Scratches.proved();
      pieces.add(INTENT);
      pieces.add(new Piece(Kind.SCRATCH, looks.phases().getFirst()));
      looks.there().forEach(disk -> pieces.add(new Piece(Kind.SCRATCH_DISK_THERE, disk)));
      pieces.add(INTENT);
      if (looks.proof() != null) {
        pieces.add(new Piece(Kind.SCRATCH_PROOF, looks.proof()));
      }
      pieces.add(new Piece(Kind.SCRATCH, looks.phases().get(1)));
      pieces.add(new Piece(Kind.SCRATCH, looks.phases().get(2)));
      looks.gone().forEach(disk -> pieces.add(new Piece(Kind.SCRATCH_DISK_GONE, disk)));
    }
    pieces.add(new Piece(Kind.CLUSTER_AFTER, cluster(random)));
  }

  private static void buckets(Random random, List<Piece> pieces) {
    S3Evidence whole =
        any(
            random,
            List.of(
                Evidences.coherent(),
                Evidences.coherent(),
                Evidences.divergent(),
                Evidences.unreachable(Outcome.TIMEOUT)));
    List<Presence> presences = List.of(Presence.values());
    pieces.add(new Piece(Kind.S3, part(whole, 0)));
    pieces.add(new Piece(Kind.DISK, Evidences.disk(any(random, presences), Presence.YES)));
    pieces.add(new Piece(Kind.S3, part(whole, 1)));
  }

  private static S3Evidence part(S3Evidence whole, int index) {
    return new S3Evidence(
        whole.endpoint(),
        whole.region(),
        whole.credentials(),
        whole.expected(),
        List.of(whole.samples().get(index)));
  }

  private static ClusterEvidence cluster(Random random) {
    return random.nextInt(5) == 0
        ? Evidences.noCluster(any(random, List.of(Access.NO_CLUSTER, Access.FORBIDDEN)))
        : Evidences.cluster();
  }

  private static StateObjectEvidence object(Random random) {
    return random.nextInt(4) == 0
        ? Evidences.emptyState()
        : Evidences.object(Evidences.body(Shape.PLAIN, 5 + random.nextInt(4), "aa"));
  }

  private static List<String> arguments(List<Piece> pieces) {
    boolean last = pieces.stream().anyMatch(piece -> piece.kind().equals(Kind.LAST_STATE_OBJECT));
    return last ? List.of("attic", "--last=earlier") : List.of("attic");
  }

  private Path written(String command, List<String> arguments, List<Piece> pieces, boolean ends)
      throws IOException {
    bundles++;
    BundleWriter bundle =
        BundleWriter.begin(folder.resolve("b" + bundles), command, arguments, null, CLOCK);
    for (Piece piece : pieces) {
      bundle.add(piece.kind(), piece.evidence());
    }
    if (ends) {
      bundle.end();
    }
    return bundle.folder();
  }

  private Path written(Check check, List<Piece> pieces) throws IOException {
    return written(check.command(), arguments(pieces), pieces, true);
  }

  private static VerdictReport replayed(Path bundle) throws IOException {
    return Judge.of(BundleReader.open(bundle));
  }

  private static void assertNotGreen(Path bundle, String how) {
    try {
      VerdictReport report = replayed(bundle);
      assertThat(report.exitCode()).as("%s%n%s", how, report.reasons()).isNotEqualTo("OK");
    } catch (IOException e) {
      // A bundle that cannot be read is no green.
      assertThat(e).hasMessageNotContaining("Exception");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Check.class,
      names = {"DEEP_CHECK", "READINESS", "RCA"})
  void a_replay_is_the_verdict_of_the_run(Check check) throws IOException {
    Set<String> codes = new HashSet<>();
    for (int seed = 0; seed < 24; seed++) {
      List<Piece> pieces = pieces(check, new Random(seed));
      codes.add(assertReplayed(check, pieces, "seed " + seed));
    }
    assertThat(codes).contains("RED", "UNDECIDED");
    assertThat(assertReplayed(Check.DEEP_CHECK, green(), "green")).isEqualTo("OK");
  }

  private String assertReplayed(Check check, List<Piece> pieces, String how) throws IOException {
    Recorder recorder = new Recorder(null, kind -> {});
    for (Piece piece : pieces) {
      recorder.add(piece.kind(), piece.evidence());
    }
    VerdictReport live = Judge.of(check.command(), recorder);
    assertThat(replayed(written(check, pieces))).as(how).isEqualTo(live);
    return live.exitCode();
  }

  /** Not even where names, lengths and digests are made to fit again. */
  @ParameterizedTest
  @EnumSource(
      value = Check.class,
      names = {"DEEP_CHECK", "READINESS", "RCA"})
  void a_red_bundle_is_no_green_one_in_another_order(Check check) throws IOException {
    for (int seed = 0; seed < 6; seed++) {
      List<Piece> pieces = pieces(check, new Random(seed));
      if (replayed(written(check, pieces)).exitCode().equals("OK")) {
        continue;
      }
      List<String> arguments = arguments(pieces);
      for (int i = 0; i < pieces.size(); i++) {
        List<Piece> without = new ArrayList<>(pieces);
        without.remove(i);
        assertNotGreen(
            written(check.command(), arguments, without, true), "seed " + seed + " without " + i);
        List<Piece> doubled = new ArrayList<>(pieces);
        doubled.add(pieces.get(i));
        assertNotGreen(
            written(check.command(), arguments, doubled, true), "seed " + seed + " doubled " + i);
        List<Piece> swapped = new ArrayList<>(pieces);
        Collections.swap(swapped, i, (i + 1) % pieces.size());
        assertNotGreen(
            written(check.command(), arguments, swapped, true), "seed " + seed + " swapped " + i);
      }
      for (Check other : Check.values()) {
        if (other != check) {
          assertNotGreen(
              written(other.command(), arguments, pieces, true), "seed " + seed + " as " + other);
        }
      }
    }
  }

  @Test
  void a_run_that_was_killed_is_not_made_whole_by_an_end() throws IOException {
    List<Piece> pieces = green();
    for (int length = 0; length < pieces.size(); length++) {
      List<Piece> begun = pieces.subList(0, length);
      assertNotGreen(written(Check.DEEP_CHECK, begun), "the first " + length);
    }
    assertThat(replayed(written(Check.DEEP_CHECK, pieces)).exitCode()).isEqualTo("OK");
  }

  private static List<Piece> green() {
    Question question =
        new Question(
            List.of("attic"),
            List.of(Evidences.BUCKET),
            "nix-cache",
            "attic-rustfs-openebs",
            "bumble",
            false,
            false,
            true,
            false,
            false);
    S3Evidence whole = Evidences.coherent();
    return List.of(
        new Piece(Kind.QUESTION, question),
        new Piece(Kind.CLUSTER_BEFORE, Evidences.cluster()),
        new Piece(Kind.S3, part(whole, 0)),
        new Piece(Kind.DISK, Evidences.disk(Presence.YES, Presence.YES)),
        new Piece(Kind.S3, part(whole, 1)),
        new Piece(Kind.STATE_OBJECT, Evidences.state()),
        INTENT,
        new Piece(Kind.WRITE_PROOF, Evidences.proved()),
        new Piece(Kind.CLUSTER_AFTER, Evidences.cluster()));
  }

  @Test
  void one_look_is_not_two() throws IOException {
    List<Piece> pieces = new ArrayList<>(green());
    pieces.set(4, pieces.get(2));
    VerdictReport report = replayed(written(Check.DEEP_CHECK, pieces));
    assertThat(report.exitCode()).isEqualTo("UNDECIDED");
    assertThat(report.reasons().getFirst().sentence()).contains("first and the second of one run");
  }

  private static Manifest manifest(Path bundle) throws IOException {
    return Records.read(Files.readString(bundle.resolve("manifest.json")), Manifest.class);
  }

  private static void rewrite(Path bundle, List<Manifest.Entry> files) throws IOException {
    Manifest old = manifest(bundle);
    Files.writeString(
        bundle.resolve("manifest.json"),
        Records.text(
            new Manifest(
                old.schema(),
                old.version(),
                old.command(),
                old.arguments(),
                old.configurationSha256(),
                old.startedAt(),
                old.endedAt(),
                files)));
  }

  /** What somebody does with an editor: the files stay, and the manifest says something else. */
  @Test
  void a_manifest_that_says_something_else_is_never_green() throws IOException {
    for (int i = 0; i < green().size(); i++) {
      Path removed = written(Check.DEEP_CHECK, green());
      List<Manifest.Entry> files = new ArrayList<>(manifest(removed).files());
      Manifest.Entry entry = files.remove(i);
      rewrite(removed, files);
      assertNotGreen(removed, "removed " + i);
      Path doubled = written(Check.DEEP_CHECK, green());
      files = new ArrayList<>(manifest(doubled).files());
      files.add(entry);
      rewrite(doubled, files);
      assertNotGreen(doubled, "doubled " + i);
      Path renamed = written(Check.DEEP_CHECK, green());
      files = new ArrayList<>(manifest(renamed).files());
      files.set(i, new Manifest.Entry(entry.path(), "other", entry.sha256(), entry.bytes()));
      rewrite(renamed, files);
      assertNotGreen(renamed, "renamed " + i);
      Path longer = written(Check.DEEP_CHECK, green());
      files = new ArrayList<>(manifest(longer).files());
      files.set(
          i, new Manifest.Entry(entry.path(), entry.kind(), entry.sha256(), entry.bytes() + 1));
      rewrite(longer, files);
      assertNotGreen(longer, "longer " + i);
    }
  }

  @Test
  void a_piece_that_the_manifest_leaves_out_is_told() throws IOException {
    Path bundle = written(Check.DEEP_CHECK, green());
    Files.writeString(bundle.resolve("evidence/009-last-state-object.json"), "{}");
    VerdictReport report = replayed(bundle);
    assertThat(report.exitCode()).isEqualTo("UNDECIDED");
    assertThat(report.reasons().getFirst().sentence())
        .endsWith(" evidence/009-last-state-object.json is not in the manifest.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evidence", "evidence/003-s3.json"})
  void a_link_is_no_evidence(String path) throws IOException {
    Path bundle = written(Check.DEEP_CHECK, green());
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere")).resolve("it");
    Files.move(bundle.resolve(path), elsewhere);
    Files.createSymbolicLink(bundle.resolve(path), elsewhere);
    assertThat(Files.exists(bundle.resolve(path), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(replayed(bundle).exitCode()).isEqualTo("UNDECIDED");
  }

  @Test
  void a_key_that_stands_twice_is_read_by_nobody() throws IOException {
    Path bundle = written(Check.DEEP_CHECK, green());
    Path file = bundle.resolve("manifest.json");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\\{", "{\"command\" : \"another\","));
    assertNotGreen(bundle, "two commands");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> BundleReader.open(bundle)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("manifest.json:");
  }
}
