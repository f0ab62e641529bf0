package dev.tinyland.gate.runtime.evidence;

import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.render.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a bundle for a replay. What has changed since it was written is no evidence any more. */
public final class BundleReader implements Pieces {
  static final String MANIFEST = "manifest.json";
  static final String EVIDENCE = "evidence";

  private static final String CHANGED = "has changed since it was written";

  /** Bytes. A manifest has about 200 for a piece, and a piece at most the log of a pod. */
  private static final int LARGEST_MANIFEST = 16 << 20;

  private static final int LARGEST_PIECE = 64 << 20;

  private final Path folder;
  private final Manifest manifest;
  private final List<String> changes = new ArrayList<>();
  private final BitSet changed = new BitSet();
  private final List<String> strays = new ArrayList<>();

  private BundleReader(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * @throws IOException where there is no bundle, or its manifest cannot be read
   */
  public static BundleReader open(Path folder) throws IOException {
    Path file = folder.resolve(MANIFEST);
    Manifest manifest;
    try {
      manifest = Records.read(text(file, LARGEST_MANIFEST), Manifest.class);
    } catch (JsonSyntaxException e) {
      throw unreadable(file, e);
    }
    if (manifest.schema() != Manifest.SCHEMA) {
      throw new IOException(
          file + " has the schema " + manifest.schema() + "; this gate reads " + Manifest.SCHEMA);
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
    faults.addAll(strays);
    return List.copyOf(faults);
  }

  /** Which pieces are not what the run wrote, one sentence each; empty if all are. */
  public List<String> changes() {
    return List.copyOf(changes);
  }

  /** A piece that is not what the run wrote is none. */
  @Override
  public <T extends Record> List<T> all(String kind, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (int index = 0; index < manifest.files().size(); index++) {
      Manifest.Entry entry = manifest.files().get(index);
      if (!entry.kind().equals(kind) || changed.get(index)) {
        continue;
      }
      Path file = folder.resolve(entry.path());
      try {
        byte[] bytes = bytes(file, entry.bytes());
        if (!Sha256.of(bytes).equals(entry.sha256())) {
          throw new IOException(file + " changed while it was read");
        }
        records.add(Records.read(new String(bytes, StandardCharsets.UTF_8), type));
      } catch (JsonSyntaxException e) {
        throw unreadable(file, e);
      }
    }
    return records;
  }

  private static IOException unreadable(Path file, JsonSyntaxException e) {
    String message = Visible.line(String.valueOf(e.getMessage()));
    return new IOException(file + ":" + e.line() + ":" + e.column() + ": " + message, e);
  }

  private void verify() throws IOException {
    Set<String> named = new HashSet<>();
    boolean folderIsOurs = Files.isDirectory(folder.resolve(EVIDENCE), LinkOption.NOFOLLOW_LINKS);
    for (int index = 0; index < manifest.files().size(); index++) {
      Manifest.Entry entry = manifest.files().get(index);
      named.add(entry.path());
      String change = folderIsOurs ? change(entry, index + 1) : "cannot be read";
      if (change != null) {
        changes.add(Visible.line(entry.path()) + " " + change);
        changed.set(index);
      }
    }
    if (folderIsOurs) {
      strays(named);
    }
  }

  /** What is wrong with a piece; null where nothing is. Its name says its place and its kind. */
  private @Nullable String change(Manifest.Entry entry, int number) {
    String stem = EVIDENCE + "/" + BundleWriter.stem(number, entry.kind());
    boolean named = entry.path().equals(stem + ".json") || entry.path().equals(stem + ".txt");
    if (!named || !isWord(entry.kind())) {
      return "is no name of piece " + number + ", of the kind " + Visible.line(entry.kind());
    }
    try {
      byte[] bytes = bytes(folder.resolve(entry.path()), entry.bytes());
      boolean same = bytes.length == entry.bytes() && Sha256.of(bytes).equals(entry.sha256());
      return same ? null : CHANGED;
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  /** A piece that was taken out of the manifest is still there. */
  private void strays(Set<String> named) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(EVIDENCE))) {
      for (Path file : files.sorted().toList()) {
        String path = EVIDENCE + "/" + file.getFileName();
        if (!named.contains(path)) {
          strays.add(Visible.line(path) + " is not in the manifest");
        }
      }
    }
  }

  /** What is longer than it was written is not read to its end, and neither is a pipe. */
  private static byte[] bytes(Path file, long length) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is no file");
    }
    if (length < 0 || length > LARGEST_PIECE) {
      throw new IOException(file + " is too large");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes((int) length + 1);
    }
  }

  private static String text(Path file, int largest) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    byte[] bytes = bytes(file, largest);
    if (bytes.length > largest) {
      throw new IOException(file + " has more than " + largest + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean isWord(String kind) {
    for (int i = 0; i < kind.length(); i++) {
      char c = kind.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (!word) {
        return false;
      }
    }
    return !kind.isEmpty();
  }
}
