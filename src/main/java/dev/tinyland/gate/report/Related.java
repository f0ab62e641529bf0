package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;

/** A second place that helps to understand a finding. */
public record Related(Span span, String message) {}
