package dev.tinyland.gate.render;

/** Collects whole blocks of text as long as they fit into a number of UTF-8 bytes. */
final class Budget {
  private final StringBuilder out = new StringBuilder(4096);
  private int left;

  Budget(int bytes) {
    this.left = bytes;
  }

  /** Adds the block if it fits; answers whether it did. */
  boolean add(String block) {
    int bytes = utf8Length(block);
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    out.append(block);
    return true;
  }

  String text() {
    return out.toString();
  }

  private static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of a character of four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
