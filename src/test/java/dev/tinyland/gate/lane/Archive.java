package dev.tinyland.gate.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Archives as a release has them, with this JDK or a script for a runtime, and without a start-up
 * cache.
 */
final class Archive {
  /**
   * A runtime that is this JDK. On its way a shell may drop variables, as an archive's own runtime
   * does not.
   */
  static final String THIS_JDK = "#!/bin/sh\nexec '" + jdk() + "/bin/java' \"$@\"\n";

  private final byte[] content;

  Archive(byte[] content) {
    this.content = content;
  }

  byte[] content() {
    return content;
  }

  /** Of a program that is given by its class path. */
  static Archive of(Path work, String classPath, String runtime) throws IOException {
    Path folder = Files.createDirectory(work.resolve("gate-9.9.9"));
    lay(folder, classPath);
    Path java = Files.createDirectories(folder.resolve("runtime/bin")).resolve("java");
    Tools.script(java, runtime);
    Path file = work.resolve("archive.tar.gz");
    Tools.run(work, "tar", "-czf", file.toString(), "gate-9.9.9");
    return new Archive(Files.readAllBytes(file));
  }

  /** The program as a build lays it out. Its jars hold nothing but the way to its classes. */
  static void lay(Path folder, String classPath) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("lib"));
    jar(jars.resolve("gate.jar"), classPath);
    jar(jars.resolve("checks.jar"), classPath);
    for (String options : List.of("java.options", "checks.options")) {
      Files.copy(Path.of("src/build/layout", options), folder.resolve(options));
    }
    Files.createDirectory(folder.resolve("checks"));
    Files.createFile(folder.resolve("checks/verdict"));
  }

  private static void jar(Path jar, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(classPath.split(":"))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code lane/release.json} of the release it belongs to. */
  String release(String platform, String asset) {
    return """
    {"version": "9.9.9", "archives": {"%s": {"asset": "%s", "sha256": "%s", "bytes": %d}}}
    """
        .formatted(platform, asset, sha256(), content.length);
  }

  /** Of the same size, and not the same. */
  byte[] tampered() {
    byte[] other = content.clone();
    other[other.length / 2] ^= 1;
    return other;
  }

  /** With something at its end, which tar would not even notice. */
  byte[] extended() {
    byte[] other = Arrays.copyOf(content, content.length + 5);
    System.arraycopy("extra".getBytes(UTF_8), 0, other, content.length, 5);
    return other;
  }
}
