package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.source.Span;

/** A local reference that leads nowhere, or in a circle. */
public record Unresolved(Span span, String reference, String because) {}
