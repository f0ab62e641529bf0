package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.source.Span;

/**
 * A YAML comment; a {@code #} inside a scalar is none.
 *
 * @param span from the {@code #} to the end of the line
 * @param text what follows the {@code #}, without surrounding blanks
 */
public record Comment(Span span, String text) {}
