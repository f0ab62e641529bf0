package dev.tinyland.gate.lint.surface;

import org.jspecify.annotations.Nullable;

/** The parts of a {@code uses:} reference. */
final class References {
  private References() {}

  /** {@code owner/repository/path} without {@code @ref}. */
  static String withoutRef(String reference) {
    int at = reference.indexOf('@');
    return at < 0 ? reference : reference.substring(0, at);
  }

  /** The path behind {@code owner/repository/}; null where there is none. */
  static @Nullable String pathInRepository(String name) {
    int owner = name.indexOf('/');
    int repository = owner < 0 ? -1 : name.indexOf('/', owner + 1);
    return repository < 0 || repository + 1 == name.length() ? null : name.substring(repository + 1);
  }
}
