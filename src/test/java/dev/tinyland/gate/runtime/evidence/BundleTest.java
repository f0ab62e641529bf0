package dev.tinyland.gate.runtime.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-19T08:30:00.123Z"), ZoneOffset.UTC);
  private static final VersioningEvidence VERSIONING =
      new VersioningEvidence(
          "tofu-state",
          new Attempt(
              "get-bucket-versioning",
              "tofu-state",
              1,
              Attempt.Outcome.OK,
              200,
              null,
              "r1",
              12,
              "2026-05-19T08:30:00Z",
              null),
          VersioningEvidence.Status.NONE);

  @TempDir Path folder;

  private BundleWriter begin() throws IOException {
    return BundleWriter.begin(
        folder.resolve("bundle"), "tofu-state-authority-deep-check", List.of("attic"), null, CLOCK);
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    BundleWriter writer = begin();
    writer.add("versioning", VERSIONING);
    writer.addText("log", "ready\n");
    writer.end();
    BundleReader reader = BundleReader.open(writer.folder());
    assertThat(reader.faults()).isEmpty();
    assertThat(reader.all("versioning", VersioningEvidence.class)).containsExactly(VERSIONING);
    assertThat(reader.manifest().files())
        .extracting(Manifest.Entry::path)
        .containsExactly("evidence/001-versioning.json", "evidence/002-log.txt");
    assertThat(reader.manifest().startedAt()).isEqualTo("2026-05-19T08:30:00.123Z");
  }

  @Test
  void a_run_that_was_killed_leaves_what_it_saw_and_no_end() throws IOException {
    begin().add("versioning", VERSIONING);
    BundleReader reader = BundleReader.open(folder.resolve("bundle"));
    assertThat(reader.faults()).containsExactly("the run did not come to its end");
    assertThat(reader.all("versioning", VersioningEvidence.class)).hasSize(1);
  }

  @Test
  void what_has_changed_is_no_evidence() throws IOException {
    BundleWriter writer = begin();
    writer.add("versioning", VERSIONING);
    writer.add("versioning", VERSIONING);
    writer.end();
    Path first = writer.folder().resolve("evidence/001-versioning.json");
    Files.writeString(first, Files.readString(first).replace("NONE", "ENABLED"));
    Files.delete(writer.folder().resolve("evidence/002-versioning.json"));
    assertThat(BundleReader.open(writer.folder()).faults())
        .containsExactly(
            "evidence/001-versioning.json has changed since it was written",
            "evidence/002-versioning.json cannot be read");
  }

  @Test
  void a_thousand_pieces_have_a_thousand_names() throws IOException {
    BundleWriter writer = begin();
    for (int i = 0; i < 1001; i++) {
      writer.addText("log", i + "\n");
    }
    writer.end();
    BundleReader reader = BundleReader.open(writer.folder());
    assertThat(reader.faults()).isEmpty();
    assertThat(reader.manifest().files().getLast().path()).isEqualTo("evidence/1001-log.txt");
  }

  @Test
  void evidence_is_not_overwritten() throws IOException {
    begin();
    assertThatThrownBy(this::begin).isInstanceOf(IOException.class).hasMessageContaining("already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "manifest.json", "/etc/passwd"})
  void a_manifest_names_no_file_elsewhere(String path) throws IOException {
    BundleWriter writer = begin();
    writer.add("versioning", VERSIONING);
    writer.end();
    Path manifest = writer.folder().resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("evidence/001-versioning.json", path));
    BundleReader reader = BundleReader.open(writer.folder());
    assertThat(reader.faults())
        .containsExactly(
            path + " is no name of piece 1, of the kind versioning",
            "evidence/001-versioning.json is not in the manifest");
    assertThat(reader.all("versioning", VersioningEvidence.class)).isEmpty();
  }

  @Test
  void a_folder_that_holds_anything_is_not_mixed_with_evidence() throws IOException {
    Path stray = Files.createDirectories(folder.resolve("bundle/evidence")).resolve("009-s3.json");
    Files.writeString(stray, "{}");
    assertThatThrownBy(this::begin).isInstanceOf(IOException.class).hasMessageContaining("empty");
    Files.delete(stray);
    Files.delete(folder.resolve("bundle/evidence"));
    begin();
  }

  @Test
  void a_manifest_or_a_piece_without_an_end_is_not_read_to_it() throws IOException {
    BundleWriter writer = begin();
    writer.add("versioning", VERSIONING);
    writer.end();
    Path piece = writer.folder().resolve("evidence/001-versioning.json");
    try (RandomAccessFile file = new RandomAccessFile(piece.toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    assertThat(BundleReader.open(writer.folder()).changes())
        .containsExactly("evidence/001-versioning.json has changed since it was written");
    Path manifest = writer.folder().resolve("manifest.json");
    try (RandomAccessFile file = new RandomAccessFile(manifest.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    assertThatThrownBy(() -> BundleReader.open(writer.folder()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("manifest.json has more than");
  }

  @Test
  void a_manifest_of_another_schema_is_refused() throws IOException {
    begin();
    Path manifest = folder.resolve("bundle/manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"schema\" : 1", "\"schema\" : 2"));
    assertThatThrownBy(() -> BundleReader.open(folder.resolve("bundle")))
        .hasMessageContaining("has the schema 2");
    Files.writeString(manifest, "{");
    assertThatThrownBy(() -> BundleReader.open(folder.resolve("bundle")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("manifest.json:1:");
  }
}
