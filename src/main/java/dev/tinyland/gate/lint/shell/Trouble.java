package dev.tinyland.gate.lint.shell;

/**
 * A place that could not be read exactly. The rest of the text is still read, so that a syntax
 * error hides nothing; conditions of a script with troubles are not to be relied on.
 *
 * @param offset UTF-16 offset into the script's text
 * @param message a short phrase
 */
public record Trouble(int offset, String message) {}
