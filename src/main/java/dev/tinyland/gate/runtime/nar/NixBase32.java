package dev.tinyland.gate.runtime.nar;

import org.jspecify.annotations.Nullable;

/**
 * The base 32 of Nix: 32 characters without e, o, u and t; the bits are read from the last byte to
 * the first.
 */
final class NixBase32 {
  static final String ALPHABET = "0123456789abcdfghijklmnpqrsvwxyz";

  private NixBase32() {}

  /** How many characters this many bytes take. */
  static int length(int bytes) {
    return (bytes * 8 + 4) / 5;
  }

  static String encode(byte[] bytes) {
    int length = length(bytes.length);
    StringBuilder out = new StringBuilder(length);
    for (int n = length - 1; n >= 0; n--) {
      int bit = n * 5;
      int i = bit / 8;
      int j = bit % 8;
      int value = (bytes[i] & 0xFF) >>> j;
      if (i + 1 < bytes.length) {
        value |= (bytes[i + 1] & 0xFF) << (8 - j);
      }
      out.append(ALPHABET.charAt(value & 0x1F));
    }
    return out.toString();
  }

  /**
   * @param size the number of bytes that are expected
   * @return null where the text is not the encoding of that many bytes
   */
  static byte @Nullable [] decode(String text, int size) {
    if (text.length() != length(size)) {
      return null;
    }
    byte[] bytes = new byte[size];
    for (int n = 0; n < text.length(); n++) {
      int digit = ALPHABET.indexOf(text.charAt(text.length() - n - 1));
      if (digit < 0) {
        return null;
      }
      int bit = n * 5;
      int i = bit / 8;
      int j = bit % 8;
      bytes[i] |= (byte) (digit << j);
      int carry = digit >>> (8 - j);
      if (i + 1 < size) {
        bytes[i + 1] |= (byte) carry;
      } else if (carry != 0) {
        return null;
      }
    }
    return bytes;
  }

  /** Whether all characters are of the alphabet. */
  static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
