package dev.tinyland.gate.cli;

/** The version of the program. */
final class Version {
  /** Kept equal to the version in {@code pom.xml} by a test. */
  private static final String TEXT = "0.1.0";

  private Version() {}

  static String text() {
    return TEXT;
  }
}
