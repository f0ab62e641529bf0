package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;

/** Something that kept the tool from seeing a part of its input. */
public record Problem(Span span, String message) {}
