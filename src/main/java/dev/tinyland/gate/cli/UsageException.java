package dev.tinyland.gate.cli;

import java.util.List;

/** The user asked for something that does not exist; each complaint says what does. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  UsageException(String complaint) {
    this(List.of(complaint));
  }

  UsageException(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = List.copyOf(complaints);
  }

  List<String> complaints() {
    return complaints;
  }
}
