package dev.tinyland.gate.runtime.evidence;

import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.json.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a bundle for a replay. What has changed since it was written is no evidence any more. */
public final class BundleReader implements Pieces {
  static final String MANIFEST = "manifest.json";
  static final String EVIDENCE = "evidence";

  private final Path folder;
  private final Manifest manifest;
  private final List<String> changes = new ArrayList<>();

  private BundleReader(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * @throws IOException where there is no bundle, or its manifest cannot be read
   */
  public static BundleReader open(Path folder) throws IOException {
    Manifest manifest;
    try {
      manifest = Records.read(Files.readString(folder.resolve(MANIFEST)), Manifest.class);
    } catch (JsonSyntaxException e) {
      throw new IOException(
          folder.resolve(MANIFEST) + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
    }
    if (manifest.schema() != Manifest.SCHEMA) {
      throw new IOException(
          folder.resolve(MANIFEST)
              + " has the schema "
              + manifest.schema()
              + "; this gate reads "
              + Manifest.SCHEMA);
    }
    BundleReader reader = new BundleReader(folder, manifest);
    reader.verify();
    return reader;
  }

  public Path folder() {
    return folder;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Why the bundle is not what a finished run wrote, one sentence each; empty if it is. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!manifest.complete()) {
      faults.add("the run did not come to its end");
    }
    faults.addAll(changes);
    return List.copyOf(faults);
  }

  /** Which pieces are not what the run wrote, one sentence each; empty if all are. */
  public List<String> changes() {
    return List.copyOf(changes);
  }

  @Override
  public <T extends Record> List<T> all(String kind, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (Manifest.Entry entry : manifest.files()) {
      if (entry.kind().equals(kind)) {
        try {
          records.add(Records.read(Files.readString(file(entry)), type));
        } catch (JsonSyntaxException e) {
          throw new IOException(
              file(entry) + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        }
      }
    }
    return records;
  }

  private void verify() {
    for (Manifest.Entry entry : manifest.files()) {
      try {
        byte[] bytes = Files.readAllBytes(file(entry));
        if (!Sha256.of(bytes).equals(entry.sha256())) {
          changes.add(entry.path() + " has changed since it was written");
        }
      } catch (IOException e) {
        changes.add(entry.path() + " cannot be read");
      }
    }
  }

  /** A manifest of a stranger must not name files elsewhere. */
  private Path file(Manifest.Entry entry) throws IOException {
    Path file = folder.resolve(entry.path()).normalize();
    if (!file.startsWith(folder.resolve(EVIDENCE).normalize())) {
      throw new IOException(entry.path() + " lies outside of the bundle");
    }
    return file;
  }
}
