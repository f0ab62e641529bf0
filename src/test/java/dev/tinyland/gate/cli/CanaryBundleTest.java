package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.lab.Incident;
import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.runtime.evidence.Manifest;
import dev.tinyland.gate.runtime.evidence.Sha256;
import dev.tinyland.gate.runtime.evidence.StepEvidence;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored canary with steps of another run, of another place, or of another time. */
class CanaryBundleTest {
  private static final List<String> STEPS =
      List.of("1-readiness", "2-attic-bucket", "3-attic-nar", "4-scratch", "5-inventory");

  @TempDir static Path place;
  private static Path green;
  private static Path red;

  @TempDir Path folder;

  @BeforeAll
  static void run() throws Exception {
    green = place.resolve("green");
    red = place.resolve("red");
    try (Lab lab = Lab.start(place.resolve("lab"))) {
      assertThat(canary(lab, green)).isZero();
      lab.incident(Incident.DIVERGENCE);
      assertThat(canary(lab, red)).isEqualTo(1);
    }
    assertThat(replay(green)).isZero();
    assertThat(replay(red)).isEqualTo(1);
  }

  private static int canary(Lab lab, Path bundle) {
    return CommandRun.in(
            lab.environment(),
            InputStream.nullInputStream(),
            "rustfs-state-authority-canary",
            "--cache=" + lab.environment().get("LAB_CACHE"),
            "--store-hash=" + lab.environment().get("LAB_STORE_HASH"),
            "--pause=0s",
            "--evidence=" + bundle)
        .code();
  }

  private static int replay(Path bundle) {
    return CommandRun.of("verdict", bundle.toString()).code();
  }

  private static String said(Path bundle) {
    CommandRun run = CommandRun.of("verdict", bundle.toString());
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
    return run.out();
  }

  private Path copy(Path bundle) throws IOException {
    Path copy = folder.resolve("copy");
    copy(bundle, copy);
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path bundle) throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Manifest manifest(Path bundle) throws IOException {
    return Records.read(Files.readString(bundle.resolve("manifest.json")), Manifest.class);
  }

  /** Writes the steps anew, with the digests of what is there now: nothing but the order tells. */
  private static void sign(Path bundle, List<StepEvidence> steps) throws IOException {
    for (Manifest.Entry entry : manifest(bundle).files()) {
      Files.delete(bundle.resolve(entry.path()));
    }
    List<Manifest.Entry> files = new ArrayList<>();
    for (StepEvidence step : steps) {
      String name = "evidence/00" + (files.size() + 1) + "-step.json";
      byte[] digested =
          step.folder() == null
              ? new byte[0]
              : Files.readAllBytes(bundle.resolve(step.folder()).resolve("manifest.json"));
      String text = Records.text(new StepEvidence(step.step(), step.folder(), Sha256.of(digested)));
      Files.writeString(bundle.resolve(name), text);
      byte[] bytes = Files.readAllBytes(bundle.resolve(name));
      files.add(new Manifest.Entry(name, "step", Sha256.of(bytes), bytes.length));
    }
    Manifest old = manifest(bundle);
    Manifest signed =
        new Manifest(
            old.schema(),
            old.version(),
            old.command(),
            old.arguments(),
            old.configurationSha256(),
            old.startedAt(),
            old.endedAt(),
            files);
    Files.writeString(bundle.resolve("manifest.json"), Records.text(signed));
  }

  private static List<StepEvidence> steps(Path bundle) throws IOException {
    List<StepEvidence> steps = new ArrayList<>();
    for (Manifest.Entry entry : manifest(bundle).files()) {
      steps.add(Records.read(Files.readString(bundle.resolve(entry.path())), StepEvidence.class));
    }
    return steps;
  }

  @Test
  void signed_again_it_is_what_it_was() throws IOException {
    Path copy = copy(green);
    sign(copy, steps(copy));
    assertThat(replay(copy)).isZero();
  }

  @Test
  void green_steps_of_another_time_do_not_make_a_red_canary_green() throws IOException {
    Path copy = copy(red);
    for (String step : STEPS) {
      delete(copy.resolve(step));
      copy(green.resolve(step), copy.resolve(step));
    }
    sign(copy, steps(copy));
    assertThat(said(copy)).contains("1-readiness is not of the time of its step");
  }

  @Test
  void a_green_bundle_of_another_step_is_not_that_of_the_step() throws IOException {
    for (String step : STEPS) {
      for (String other : STEPS) {
        if (!step.equals(other)) {
          Path copy = copy(green);
          delete(copy.resolve(step));
          copy(green.resolve(other), copy.resolve(step));
          sign(copy, steps(copy));
          assertThat(said(copy)).contains(step + " is no bundle of ");
          delete(copy);
        }
      }
    }
  }

  @Test
  void a_canary_is_no_step_of_itself() throws IOException {
    Path copy = copy(green);
    delete(copy.resolve("1-readiness"));
    Files.createSymbolicLink(copy.resolve("1-readiness"), copy);
    assertThat(said(copy)).contains("1-readiness is not there");
    Files.delete(copy.resolve("1-readiness"));
    copy(green, copy.resolve("1-readiness"));
    assertThat(said(copy)).contains("1-readiness is no bundle of ");
  }

  @Test
  void each_step_is_there_once_and_in_its_place() throws IOException {
    List<StepEvidence> all = steps(green);
    for (int i = 0; i < all.size(); i++) {
      Path copy = copy(green);
      List<StepEvidence> without = new ArrayList<>(all);
      without.remove(i);
      sign(copy, without);
      assertThat(said(copy)).contains("4 steps are there, of 5");
      List<StepEvidence> twice = new ArrayList<>(all);
      twice.add(i, all.get(i));
      sign(copy, twice);
      assertThat(said(copy)).contains("6 steps are there, of 5");
      List<StepEvidence> instead = new ArrayList<>(all);
      instead.set(i, all.get((i + 1) % all.size()));
      sign(copy, instead);
      assertThat(said(copy)).contains(" is in the place of step " + (i + 1));
      delete(copy);
    }
  }

  @Test
  void a_step_that_lacks_a_piece_leaves_the_canary_undecided() throws IOException {
    Path copy = copy(green);
    try (Stream<Path> files = Files.list(copy.resolve("2-attic-bucket/evidence"))) {
      Files.delete(files.filter(file -> file.toString().contains("-s3")).findFirst().orElseThrow());
    }
    assertThat(said(copy)).contains("step 2, rustfs-bucket-index-rca --bucket attic");
  }
}
