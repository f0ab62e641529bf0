package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip is a zip of the folder, whatever is in there, and the same one each time. */
class FileContentTest {
  @TempDir Path folder;
  private final Trial trial = new Trial("http://127.0.0.1:1");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_goes_in_comes_out(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = random.nextInt(1, 40); i > 0; i--) {
      byte[] content = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(200_000)];
      if (random.nextBoolean()) {
        random.nextBytes(content);
      }
      String path = path(random, i);
      files.put(path, content);
      Files.createDirectories(folder.resolve(path).getParent());
      Files.write(folder.resolve(path), content);
    }
    Map<String, byte[]> read = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip()))) {
      String last = "";
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getName()).isGreaterThan(last);
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.DEFLATED);
        last = entry.getName();
        read.put(last, in.readAllBytes());
      }
    }
    assertThat(read).containsExactlyEntriesOf(files);
  }

  private static String path(Random random, int number) {
    StringBuilder path = new StringBuilder();
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      path.append("d").append(random.nextInt(3)).append('/');
    }
    String letters = "aZ .-_ü語😀'&%";
    for (int i = random.nextInt(6); i > 0; i--) {
      path.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, random.nextInt(12))));
    }
    return path.append("x").append(number).toString();
  }

  @Test
  void times_of_files_and_zones_change_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "content");
    byte[] first = zip();
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1970-01-02T00:00:00Z")));
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(zip()).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
    }
    assertThat(first).hasSizeLessThan(150);
  }

  @Test
  void a_file_that_cannot_be_read_ends_it_and_nothing_is_sent() throws IOException {
    Files.writeString(folder.resolve("a"), "content");
    FolderFiles files = FolderFiles.of(folder, trial.runnerLog());
    Files.delete(folder.resolve("a"));
    BlockStream out =
        new BlockStream((bytes, length) -> {
          throw new AssertionError("sent");
        });
    assertThatThrownBy(() -> FileContent.zip(files, out))
        .isInstanceOf(UploadFailure.class)
        .hasMessage("`a` could not be read.");
    out.finish();
    assertThat(out.count()).isZero();
  }

  @Test
  void blocks_are_full_but_for_the_last() throws IOException {
    int[] lengths = new int[3];
    int[] blocks = {0};
    BlockStream out = new BlockStream((bytes, length) -> lengths[blocks[0]++] = length);
    byte[] part = new byte[5 << 20];
    out.write(part);
    out.write(part);
    out.write(part);
    out.write(1);
    out.write(part);
    out.finish();
    assertThat(lengths).containsExactly(8 << 20, 8 << 20, (4 << 20) + 1);
    assertThat(out.count()).isEqualTo((20 << 20) + 1);
  }

  private byte[] zip() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    BlockStream out = new BlockStream((bytes, length) -> zip.write(bytes, 0, length));
    FileContent.zip(FolderFiles.of(folder, trial.runnerLog()), out);
    out.finish();
    return zip.toByteArray();
  }
}
