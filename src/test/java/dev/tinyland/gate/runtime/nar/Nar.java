package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes archives of Nix: each string with its length before it and zeros behind it. */
final class Nar {
  private final OutputStream out;

  private Nar(OutputStream out) {
    this.out = out;
  }

  /** An archive of one file. */
  static byte[] file(byte[] contents) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Nar nar = new Nar(bytes);
      nar.string("nix-archive-1");
      nar.regular(contents);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An archive of a folder of files; the map has to be sorted. */
  static byte[] folder(Map<String, byte[]> files) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Nar nar = new Nar(bytes);
      nar.string("nix-archive-1");
      nar.strings("(", "type", "directory");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        nar.strings("entry", "(", "name", file.getKey(), "node");
        nar.regular(file.getValue());
        nar.string(")");
      }
      nar.string(")");
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An archive of one large file, written as it is made: the block over and over. */
  static void large(OutputStream out, byte[] block, int times) throws IOException {
    Nar nar = new Nar(out);
    nar.string("nix-archive-1");
    nar.strings("(", "type", "regular", "contents");
    nar.length((long) block.length * times);
    for (int i = 0; i < times; i++) {
      out.write(block);
    }
    nar.string(")");
  }

  private void regular(byte[] contents) throws IOException {
    strings("(", "type", "regular", "contents");
    bytes(contents);
    string(")");
  }

  private void strings(String... texts) throws IOException {
    for (String text : texts) {
      string(text);
    }
  }

  private void string(String text) throws IOException {
    bytes(text.getBytes(UTF_8));
  }

  private void bytes(byte[] bytes) throws IOException {
    length(bytes.length);
    out.write(bytes);
    out.write(new byte[(8 - bytes.length % 8) % 8]);
  }

  private void length(long length) throws IOException {
    for (int i = 0; i < 8; i++) {
      out.write((int) (length >>> (8 * i)));
    }
  }
}
