package dev.tinyland.gate.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** What can be wrong in the lab. The servers read it anew at each request. */
public enum Incident {
  NONE,
  /** S3 lists no bucket and finds none, while their folders are on the disk. */
  DIVERGENCE,
  /** Every second list of buckets is empty. */
  FLAPPING,
  /** The state object of the stack {@code attic} has no byte. */
  EMPTY_STATE,
  /** The body of the store path ends in its middle. */
  TRUNCATED_NAR,
  /** S3 does not know the access key. */
  WRONG_CREDENTIALS,
  /** A page of HTML with 200 where S3 should be. */
  NOT_S3,
  /** Every answer of S3 drips for minutes. */
  SLOW;

  /** As an operator types it, for example {@code wrong-credentials}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException where it is no incident
   */
  public static Incident of(String word) {
    for (Incident incident : values()) {
      if (incident.word().equals(word)) {
        return incident;
      }
    }
    throw new IllegalArgumentException("no incident is called " + word);
  }

  /** What the file says; none where there is no file. */
  static Incident in(Path file) throws IOException {
    try {
      return of(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return NONE;
    }
  }

  /** Replaces the file at once, so that no request sees half of it. */
  void writeTo(Path file) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(written, word() + "\n");
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
