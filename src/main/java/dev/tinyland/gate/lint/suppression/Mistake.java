package dev.tinyland.gate.lint.suppression;

import dev.tinyland.gate.source.Span;

/**
 * A comment that was meant to suppress and does not.
 *
 * @param message what is wrong with it, to stand behind a colon
 */
public record Mistake(Span span, String message) {}
