package dev.tinyland.gate.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** I/O trouble in words. */
final class Complaint {
  private Complaint() {}

  static String of(Throwable trouble) {
    return switch (trouble) {
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          of(unchecked.getCause());
      case NoSuchFileException missing -> "there is no such file: " + missing.getFile();
      case AccessDeniedException denied -> "not allowed to read: " + denied.getFile();
      default -> String.valueOf(trouble.getMessage());
    };
  }
}
