package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Report;

/** Turns a report into text. A pure function: no I/O, no clock, no environment. */
public interface Renderer {
  /** The whole text, its last line ended by {@code \n}. */
  String render(Report report, RenderOptions options);
}
