package dev.tinyland.gate.lint.policy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which part of the policy applies to a repository. */
public enum Profile {
  /** First-party: nothing writes but the confirm-gated manual probe. */
  QUARANTINE,
  /** Default-branch and token gated writes are fine; pull requests never. */
  DOWNSTREAM;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile with that word, or null. */
  public static @Nullable Profile parse(String word) {
    for (Profile profile : values()) {
      if (profile.word().equals(word)) {
        return profile;
      }
    }
    return null;
  }
}
