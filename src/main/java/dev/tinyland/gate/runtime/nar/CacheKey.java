package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Check;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Signature;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A public key of a cache, Ed25519, as in {@code trusted-public-keys}: {@code name:base64}. */
public final class CacheKey {
  /** What X.509 puts before the 32 bytes of an Ed25519 key: RFC 8410. */
  private static final String PREFIX = "302a300506032b6570032100";

  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final int LONGEST_NAME = 100;

  private final String name;
  private final PublicKey key;

  private CacheKey(String name, PublicKey key) {
    this.name = name;
    this.key = key;
  }

  /**
   * @throws IllegalArgumentException with what is wrong; the text itself is not quoted, since it
   *     may be a secret key given by mistake
   */
  public static CacheKey parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a public key has the form NAME:BASE64");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(colon + 1));
      if (bytes.length != KEY_BYTES) {
        throw new IllegalArgumentException(
            bytes.length == SIGNATURE_BYTES
                ? "that is a secret key; give the public one"
                : "a public key has 32 bytes in base 64");
      }
      byte[] encoded = HexFormat.of().parseHex(PREFIX + HexFormat.of().formatHex(bytes));
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      return new CacheKey(text.substring(0, colon), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("that is no public key of Ed25519", e);
    }
  }

  public String name() {
    return name;
  }

  /** Holds each line {@code Sig} against the keys. */
  static List<Signature> check(NarInfo info, List<CacheKey> keys) {
    byte[] fingerprint = info.fingerprint().getBytes(UTF_8);
    List<Signature> checked = new ArrayList<>();
    for (String line : info.signatures()) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      String shown = Visible.line(name.length() > LONGEST_NAME ? "(too long)" : name);
      checked.add(new Signature(shown, check(name, line.substring(colon + 1), fingerprint, keys)));
    }
    return checked;
  }

  private static Check check(String name, String base64, byte[] fingerprint, List<CacheKey> keys) {
    byte[] signature;
    try {
      signature = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return Check.MALFORMED;
    }
    if (name.equals(base64) || signature.length != SIGNATURE_BYTES) {
      return Check.MALFORMED;
    }
    Check result = Check.UNKNOWN_KEY;
    for (CacheKey key : keys) {
      if (key.name.equals(name)) {
        if (key.signed(fingerprint, signature)) {
          return Check.VALID;
        }
        result = Check.INVALID;
      }
    }
    return result;
  }

  private boolean signed(byte[] text, byte[] signature) {
    try {
      java.security.Signature verifier = java.security.Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
