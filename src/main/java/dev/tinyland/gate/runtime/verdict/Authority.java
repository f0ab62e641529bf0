package dev.tinyland.gate.runtime.verdict;

import java.util.Locale;

/** What a verdict lets the path be for OpenTofu state. */
public enum Authority {
  /** Nothing. */
  NONE,
  /** The guarded interim authority: good for the moment of the look, and not highly available. */
  INTERIM,
  /** A highly available state authority. */
  HA;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
