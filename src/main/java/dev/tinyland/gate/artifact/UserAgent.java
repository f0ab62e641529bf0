package dev.tinyland.gate.artifact;

/** How gate names itself to servers. */
final class UserAgent {
  /** Kept equal to the version in {@code pom.xml} by a test. */
  static final String TEXT = "gate/0.1.0";

  private UserAgent() {}
}
