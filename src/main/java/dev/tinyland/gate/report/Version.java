package dev.tinyland.gate.report;

/** The version of the program, as reports and requests carry it. */
public final class Version {
  /** Kept equal to the version in {@code pom.xml} by a test. */
  private static final String TEXT = "0.1.0";

  private Version() {}

  public static String text() {
    return TEXT;
  }
}
