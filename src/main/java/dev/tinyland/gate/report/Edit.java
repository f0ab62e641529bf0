package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;

/**
 * A change of one place in a file.
 *
 * @param span what is taken away; empty where something is only put in
 * @param replacement what stands there afterwards, with the line breaks of the file
 */
public record Edit(Span span, String replacement) {}
