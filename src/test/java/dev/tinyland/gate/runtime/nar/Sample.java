package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** A store path with its archive, and the narinfo file that a cache would have of it. */
public final class Sample {
  static final String KEY_NAME = "main";

  /** A pair of keys of a cache. */
  public record Keys(KeyPair pair) {
    public static Keys make() {
      try {
        return new Keys(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    /** As in {@code trusted-public-keys}. */
    public String text() {
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
      return KEY_NAME + ":" + Base64.getEncoder().encodeToString(raw);
    }

    public String sign(String text) {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return KEY_NAME + ":" + Base64.getEncoder().encodeToString(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  public final String hash;
  final String name;
  final byte[] nar;
  final List<String> references = new ArrayList<>();
  String compression = "none";
  boolean withFile;
  String url;

  Sample(String hash, String name, byte[] nar) {
    this.hash = hash;
    this.name = name;
    this.nar = nar;
    this.url = "nar/" + hash + ".nar";
  }

  /** A path with an archive of that many random bytes, the same in each run. */
  public static Sample random(int seed, int bytes) {
    byte[] contents = new byte[bytes];
    new Random(seed).nextBytes(contents);
    byte[] digest = Arrays.copyOf(sha256(("path " + seed).getBytes(UTF_8)), 20);
    return new Sample(NixBase32.encode(digest), "sample-" + seed, Nar.file(contents));
  }

  public Sample compressed(String with) {
    compression = with;
    return this;
  }

  /** With FileHash and FileSize, as Nix writes them and Attic does not. */
  Sample withFile() {
    withFile = true;
    return this;
  }

  public String base() {
    return hash + "-" + name;
  }

  public byte[] body() {
    return Compressors.compress(compression, nar);
  }

  String narHash() {
    return "sha256:" + NixBase32.encode(sha256(nar));
  }

  String narInfo() {
    StringBuilder text = new StringBuilder(500);
    text.append("StorePath: /nix/store/").append(base()).append('\n');
    text.append("URL: ").append(url).append('\n');
    text.append("Compression: ").append(compression).append('\n');
    if (withFile) {
      byte[] body = body();
      text.append("FileHash: sha256:").append(NixBase32.encode(sha256(body))).append('\n');
      text.append("FileSize: ").append(body.length).append('\n');
    }
    text.append("NarHash: ").append(narHash()).append('\n');
    text.append("NarSize: ").append(nar.length).append('\n');
    text.append("References: ").append(String.join(" ", references)).append('\n');
    return text.toString();
  }

  /** The text that is signed, put together here a second time. */
  public String fingerprint() {
    List<String> full = references.stream().sorted().map(base -> "/nix/store/" + base).toList();
    return "1;/nix/store/"
        + base()
        + ";"
        + narHash()
        + ";"
        + nar.length
        + ";"
        + String.join(",", full);
  }

  /** Puts narinfo and body on the server. */
  Sample on(CacheServer server) {
    return on(server, "");
  }

  /** The same with further lines of narinfo. */
  public Sample on(CacheServer server, String more) {
    server.on("/main/" + hash + ".narinfo", CacheServer.ok("text/x-nix-narinfo", narInfo() + more));
    server.on("/main/" + url, CacheServer.bytes(body()));
    return this;
  }

  public String bodyPath() {
    return "/main/" + url;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
