package dev.tinyland.gate.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes what is uploaded, without holding it. */
final class FileContent {
  private static final int CHUNK_BYTES = 64 * 1024;

  private FileContent() {}

  /**
   * The zip of a folder. It depends on the files' paths and contents and on nothing else: every
   * entry has the same time, so the same files give the same digest again.
   */
  static void zip(FolderFiles files, BlockStream out) throws IOException {
    // The first of January would be the mark for "earlier", which adds a field in local time.
    LocalDateTime time = LocalDateTime.of(1980, 2, 1, 0, 0);
    byte[] chunk = new byte[CHUNK_BYTES];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      try {
        for (FolderFiles.Entry file : files.entries()) {
          ZipEntry entry = new ZipEntry(file.path());
          entry.setTimeLocal(time);
          zip.putNextEntry(entry);
          copy(file.path(), file.source(), zip, chunk, LinkOption.NOFOLLOW_LINKS);
          zip.closeEntry();
        }
      } catch (IOException e) {
        out.breakOff();
        throw e;
      }
    }
  }

  /** The bytes of a file. */
  static void raw(Path file, BlockStream out) throws IOException {
    copy(String.valueOf(file.getFileName()), file, out, new byte[CHUNK_BYTES]);
  }

  private static void copy(
      String name, Path source, OutputStream out, byte[] chunk, LinkOption... options)
      throws IOException {
    try (InputStream in = open(name, source, options)) {
      for (int n = read(name, in, chunk); n >= 0; n = read(name, in, chunk)) {
        out.write(chunk, 0, n);
      }
    }
  }

  private static InputStream open(String name, Path source, LinkOption... options)
      throws UploadFailure {
    try {
      return Files.newInputStream(source, options);
    } catch (IOException e) {
      throw unreadable(name);
    }
  }

  private static int read(String name, InputStream in, byte[] chunk) throws UploadFailure {
    try {
      return in.read(chunk);
    } catch (IOException e) {
      throw unreadable(name);
    }
  }

  private static UploadFailure unreadable(String name) {
    return new UploadFailure("`" + UploadFailure.quote(name) + "` could not be read.");
  }
}
