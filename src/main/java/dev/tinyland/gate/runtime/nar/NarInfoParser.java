package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a narinfo file: lines of {@code Key: value}. Stricter than Nix where Nix lets one of two
 * contradicting lines win: a key that stands twice is an error, but for {@code Sig}.
 */
final class NarInfoParser {
  /** The place of a value. */
  private record Value(String text, int line, int column) {
    NarInfoException wrong(String message) {
      return new NarInfoException(message, line, column);
    }
  }

  /** Reads one value. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(String text);
  }

  private final Map<String, Value> values = new HashMap<>();
  private final List<String> signatures = new ArrayList<>();
  private final List<NarInfo.Field> other = new ArrayList<>();

  private NarInfoParser() {}

  /**
   * @param asked the hash that the file has to be about
   * @throws NarInfoException at the first thing that is wrong
   */
  static NarInfo parse(byte[] bytes, String asked) throws NarInfoException {
    NarInfoParser parser = new NarInfoParser();
    parser.lines(text(bytes));
    return parser.narInfo(asked);
  }

  private static String text(byte[] bytes) throws NarInfoException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      int column = 1;
      for (int i = 0; i < buffer.position(); i++) {
        column = bytes[i] == '\n' ? 1 : column + 1;
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new NarInfoException("not UTF-8", line, column);
    }
  }

  private void lines(String text) throws NarInfoException {
    if (text.isEmpty()) {
      throw new NarInfoException("the file is empty", 1, 1);
    }
    int line = 0;
    for (int start = 0; start < text.length(); ) {
      line++;
      int end = text.indexOf('\n', start);
      if (end < 0) {
        throw new NarInfoException(
            "the last line has no end: the file was cut", line, text.length() - start + 1);
      }
      line(text.substring(start, end), line);
      start = end + 1;
    }
  }

  private void line(String text, int line) throws NarInfoException {
    int control = firstControl(text);
    if (control >= 0) {
      throw new NarInfoException("a control character", line, control + 1);
    }
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new NarInfoException("a line without a key", line, 1);
    }
    if (colon + 1 >= text.length() || text.charAt(colon + 1) != ' ') {
      throw new NarInfoException("no space after the key", line, colon + 2);
    }
    String key = text.substring(0, colon);
    Value value = new Value(text.substring(colon + 2), line, colon + 3);
    if (key.equals("Sig")) {
      signatures.add(value.text());
      return;
    }
    Value first = values.putIfAbsent(key, value);
    if (first != null) {
      throw new NarInfoException(
          "the key stands a second time, first in line " + first.line(), line, 1);
    }
    if (!isKnown(key)) {
      other.add(new NarInfo.Field(key, value.text()));
    }
  }

  private NarInfo narInfo(String asked) throws NarInfoException {
    Value path = required("StorePath");
    StorePath storePath = read(path, StorePath::parse);
    if (!storePath.hash().equals(asked)) {
      throw path.wrong("the path is not the one that was asked for");
    }
    Value url = required("URL");
    String fault = CacheUrl.fault(url.text());
    if (fault != null) {
      throw url.wrong(fault);
    }
    Value fileHash = values.get("FileHash");
    Value fileSize = values.get("FileSize");
    Value narSize = required("NarSize");
    long size = read(narSize, NarInfoParser::size);
    if (size == 0) {
      throw narSize.wrong("no archive has no bytes");
    }
    String compression = optional("Compression");
    return new NarInfo(
        storePath,
        url.text(),
        compression == null ? "bzip2" : compression,
        fileHash == null ? null : read(fileHash, NixHash::parse),
        fileSize == null ? null : read(fileSize, NarInfoParser::size),
        read(required("NarHash"), NixHash::parse),
        size,
        references(storePath.folder()),
        optional("Deriver"),
        optional("CA"),
        signatures,
        other);
  }

  private List<StorePath> references(String folder) throws NarInfoException {
    Value value = values.get("References");
    List<StorePath> references = new ArrayList<>();
    if (value == null || value.text().isEmpty()) {
      return references;
    }
    int start = 0;
    for (String base : value.text().split(" ", -1)) {
      Value part = new Value(base, value.line(), value.column() + start);
      if (!base.isEmpty()) {
        references.add(read(part, text -> StorePath.parse(folder, text)));
      }
      start += base.length() + 1;
    }
    return references;
  }

  private Value required(String key) throws NarInfoException {
    Value value = values.get(key);
    if (value == null || value.text().isEmpty()) {
      int line = value == null ? 1 : value.line();
      throw new NarInfoException(key + " is missing", line, value == null ? 1 : value.column());
    }
    return value;
  }

  private @Nullable String optional(String key) {
    Value value = values.get(key);
    return value == null || value.text().isEmpty() ? null : value.text();
  }

  private static <T> T read(Value value, Reading<T> reading) throws NarInfoException {
    try {
      return reading.of(value.text());
    } catch (IllegalArgumentException e) {
      throw value.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static long size(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new IllegalArgumentException("not a number of bytes");
      }
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number of bytes", e);
    }
  }

  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) == 0x7F) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isKnown(String key) {
    return switch (key) {
      case "StorePath",
          "URL",
          "Compression",
          "FileHash",
          "FileSize",
          "NarHash",
          "NarSize",
          "References",
          "Deriver",
          "CA" ->
          true;
      default -> false;
    };
  }
}
