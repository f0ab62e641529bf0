package dev.tinyland.gate.lint.workflow;

import java.util.List;

/**
 * The patterns under one key such as {@code branches} or {@code tags-ignore}; the last pattern that
 * matches decides.
 *
 * @param ignore true for the {@code …-ignore} form
 */
public record Filter(List<Glob> patterns, boolean ignore) {
  public Filter {
    patterns = List.copyOf(patterns);
  }

  /** Whether the name passes. */
  public boolean accepts(String name) {
    boolean matched = false;
    for (Glob pattern : patterns) {
      if (pattern.matches(name)) {
        matched = !pattern.negated();
      }
    }
    return matched != ignore;
  }

  /** Whether more names than those written down pass. */
  public boolean hasWildcard() {
    for (Glob pattern : patterns) {
      if (!pattern.isLiteral()) {
        return true;
      }
    }
    return ignore;
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
