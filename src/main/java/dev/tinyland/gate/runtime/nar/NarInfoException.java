package dev.tinyland.gate.runtime.nar;

/** What is wrong with a narinfo file, and where. The message quotes nothing of the file. */
final class NarInfoException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  NarInfoException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** From 1. */
  int line() {
    return line;
  }

  /** From 1, in bytes of UTF-8 where the text is no UTF-8, else in UTF-16 units. */
  int column() {
    return column;
  }
}
