package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.workflow.Checkout;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code uses:} reference. */
final class References {
  private References() {}

  /** {@code owner/repository/path} without {@code @ref}. */
  static String withoutRef(String reference) {
    int at = reference.indexOf('@');
    return at < 0 ? reference : reference.substring(0, at);
  }

  /** The reference without its {@code @ref}, and without slashes and dots that change nothing. */
  static String name(String reference) {
    String local = Checkout.localPath(reference);
    if (local != null) {
      return reference.charAt(0) + "/" + withoutRef(local);
    }
    StringBuilder name = new StringBuilder();
    for (String part : withoutRef(reference).split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        name.append(name.isEmpty() ? "" : "/").append(part);
      }
    }
    return name.toString();
  }

  /** The path behind {@code owner/repository/}; null where there is none. */
  static @Nullable String pathInRepository(String name) {
    int owner = name.indexOf('/');
    int repository = owner < 0 ? -1 : name.indexOf('/', owner + 1);
    return repository < 0 || repository + 1 == name.length()
        ? null
        : name.substring(repository + 1);
  }
}
