package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.source.Span;

/**
 * A local reference that was not looked into.
 *
 * @param unseen false where it was looked into before, so that little can have been missed
 */
public record Unresolved(Span span, String reference, String because, boolean unseen) {
  Unresolved(Span span, String reference, String because) {
    this(span, reference, because, true);
  }
}
