package dev.tinyland.gate.cli;

/** What becomes of fixes. */
enum FixMode {
  /** They are written. */
  WRITE,
  /** They are shown as a patch. */
  DRY_RUN;

  /** The mode that the value of {@code --fix} names. */
  static FixMode parse(String word) {
    return switch (word) {
      case "write" -> WRITE;
      case "dry-run" -> DRY_RUN;
      default -> throw new UsageException("--fix takes no value, or dry-run: --fix=dry-run");
    };
  }
}
