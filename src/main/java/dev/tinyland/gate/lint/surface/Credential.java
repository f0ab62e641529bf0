package dev.tinyland.gate.lint.surface;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that together, in one place, give away a credential of the cache. */
record Credential(List<String> all, List<String> butNot) {
  Credential {
    all = List.copyOf(all);
    butNot = List.copyOf(butNot);
  }

  /** The name that gave it away, the first where it takes several; null for no match. */
  @Nullable String match(Set<String> names) {
    String found = null;
    for (String pattern : all) {
      String match = null;
      for (String name : names) {
        if (Wildcard.matches(pattern, name) && !Wildcard.matchesAny(butNot, name)) {
          match = name;
        }
      }
      if (match == null) {
        return null;
      }
      found = found == null ? match : found;
    }
    return found;
  }
}
