package dev.tinyland.gate.runtime.s3;

/** Settings with which nothing can be asked; the message says which, and never a value. */
public final class S3SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public S3SettingsException(String message) {
    super(message);
  }
}
