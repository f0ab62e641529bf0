package dev.tinyland.gate.lint.markdown;

/**
 * A line of a block as it reads without the marks of quotes and lists around it.
 *
 * @param offset UTF-16 offset in the page at which the text begins
 */
public record Line(int offset, String text) {}
