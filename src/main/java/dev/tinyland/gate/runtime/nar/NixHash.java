package dev.tinyland.gate.runtime.nar;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 or SHA-512 as Nix writes it. Two are equal if their texts are. */
final class NixHash {
  private final String algorithm;
  private final byte[] bytes;

  private NixHash(String algorithm, byte[] bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes;
  }

  /** A digest that was computed here; {@code algorithm} is {@code sha256} or {@code sha512}. */
  static NixHash of(String algorithm, byte[] digest) {
    return new NixHash(algorithm, digest.clone());
  }

  /**
   * Reads {@code sha256:} with base 32, hex or base 64 behind it, or {@code sha256-} with base 64.
   *
   * @throws IllegalArgumentException with what is wrong; the text itself is not quoted
   */
  static NixHash parse(String text) {
    int colon = text.indexOf(':');
    int dash = text.indexOf('-');
    int end = colon >= 0 ? colon : dash;
    if (end < 0) {
      throw new IllegalArgumentException("no algorithm before the hash, as in sha256:…");
    }
    String algorithm = text.substring(0, end);
    int size =
        switch (algorithm) {
          case "sha256" -> 32;
          case "sha512" -> 64;
          case "md5", "sha1" ->
              throw new IllegalArgumentException(algorithm + " proves nothing any more");
          default -> throw new IllegalArgumentException("an algorithm that is not known");
        };
    byte[] bytes = digits(text.substring(end + 1), size, colon < 0);
    if (bytes == null) {
      throw new IllegalArgumentException(
          "not the " + size + " bytes of a " + algorithm + " in base 32, hex or base 64");
    }
    return new NixHash(algorithm, bytes);
  }

  private static byte @Nullable [] digits(String text, int size, boolean onlyBase64) {
    try {
      if (!onlyBase64 && text.length() == 2 * size) {
        return HexFormat.of().parseHex(text);
      }
      if (!onlyBase64 && text.length() == NixBase32.length(size)) {
        return NixBase32.decode(text, size);
      }
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == size ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The name that the JDK has for the algorithm. */
  String digestName() {
    return algorithm.equals("sha512") ? "SHA-512" : "SHA-256";
  }

  String algorithm() {
    return algorithm;
  }

  /** The form of narinfo files: the algorithm, a colon, base 32. */
  @Override
  public String toString() {
    return algorithm + ":" + NixBase32.encode(bytes);
  }
}
