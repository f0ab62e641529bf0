package dev.tinyland.gate.runtime.evidence;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.report.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle of evidence: each piece whole, as it is observed, and named in the manifest at
 * once. A run that is killed leaves what it saw, and a manifest without an end.
 */
public final class BundleWriter {
  private final Path folder;
  private final Clock clock;
  private final List<Manifest.Entry> files = new ArrayList<>();
  private Manifest manifest;

  private BundleWriter(Path folder, Clock clock, Manifest manifest) {
    this.folder = folder;
    this.clock = clock;
    this.manifest = manifest;
  }

  /**
   * Begins a bundle.
   *
   * @param folder is made; one that holds anything is refused, since evidence is neither
   *     overwritten nor mixed with what was there
   * @param configuration the text that held; null for the defaults
   */
  public static BundleWriter begin(
      Path folder,
      String command,
      List<String> arguments,
      @Nullable String configuration,
      Clock clock)
      throws IOException {
    if (Files.exists(folder.resolve(BundleReader.MANIFEST))) {
      throw new IOException("there is evidence already in " + folder);
    }
    if (Files.isDirectory(folder) && !isEmpty(folder)) {
      throw new IOException(folder + " is not empty; evidence needs a folder of its own");
    }
    try {
      Files.createDirectories(folder.resolve(BundleReader.EVIDENCE));
    } catch (IOException e) {
      throw notKept(folder, e);
    }
    Manifest manifest =
        new Manifest(
            Manifest.SCHEMA,
            Version.text(),
            command,
            arguments,
            configuration == null
                ? null
                : Sha256.of(configuration.getBytes(StandardCharsets.UTF_8)),
            now(clock),
            null,
            List.of());
    BundleWriter writer = new BundleWriter(folder, clock, manifest);
    writer.writeManifest(null);
    return writer;
  }

  /** Adds a piece of evidence; when this returns, it is on disk and in the manifest. */
  public synchronized void add(String kind, Record evidence) throws IOException {
    add(kind, "json", Records.text(evidence));
  }

  /** The same for text that somebody else wrote, for example a log; it has to be redacted. */
  public synchronized void addText(String kind, String text) throws IOException {
    add(kind, "txt", text);
  }

  private void add(String kind, String extension, String text) throws IOException {
    String name = stem(files.size() + 1, kind) + "." + extension;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String path = BundleReader.EVIDENCE + "/" + name;
    write(path, bytes);
    files.add(new Manifest.Entry(path, kind, Sha256.of(bytes), bytes.length));
    writeManifest(null);
  }

  /** The name of a piece without its ending, for example {@code 001-s3}. */
  static String stem(int number, String kind) {
    String digits = String.valueOf(number);
    return "0".repeat(Math.max(0, 3 - digits.length())) + digits + "-" + kind;
  }

  /** Says that everything is there. */
  public synchronized void end() throws IOException {
    writeManifest(now(clock));
  }

  public Path folder() {
    return folder;
  }

  private void writeManifest(@Nullable String endedAt) throws IOException {
    manifest =
        new Manifest(
            manifest.schema(),
            manifest.version(),
            manifest.command(),
            manifest.arguments(),
            manifest.configurationSha256(),
            manifest.startedAt(),
            endedAt,
            files);
    write(BundleReader.MANIFEST, Records.text(manifest).getBytes(StandardCharsets.UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.write(unfinished, bytes);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw notKept(folder, e);
    }
  }

  /** The messages of the file system are a path at times, and no sentence. */
  private static IOException notKept(Path folder, IOException e) {
    String reason =
        switch (e) {
          case FileAlreadyExistsException there -> there.getFile() + " is no folder";
          case AccessDeniedException denied -> "not allowed to write " + denied.getFile();
          case NoSuchFileException missing -> missing.getFile() + " is not there";
          default -> String.valueOf(e.getMessage());
        };
    return new IOException("the evidence cannot be kept in " + folder + ": " + reason, e);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }

  private static String now(Clock clock) {
    return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
