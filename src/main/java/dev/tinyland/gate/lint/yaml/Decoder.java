package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Bytes to text, with the place of the first byte that is none. */
final class Decoder {
  private Decoder() {}

  static SourceFile decode(String path, byte[] bytes, List<Problem> problems) {
    Charset charset = StandardCharsets.UTF_8;
    int from = 0;
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      from = 3;
    } else if (starts(bytes, 0xFE, 0xFF)) {
      from = 2;
      charset = StandardCharsets.UTF_16BE;
    } else if (starts(bytes, 0xFF, 0xFE)) {
      from = 2;
      charset = StandardCharsets.UTF_16LE;
    }
    String text = new String(bytes, from, bytes.length - from, charset);
    SourceFile file = new SourceFile(path, text);
    if (!charset.equals(StandardCharsets.UTF_8)) {
      problems.add(new Problem(file.span(0, 0), "the file is " + charset + "; write it as UTF-8"));
    }
    // The replacement character may also be meant, so only the strict decoder knows.
    if (text.indexOf('\uFFFD') >= 0) {
      reportBadByte(file, bytes, from, charset, problems);
    }
    return file;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static void reportBadByte(
      SourceFile file, byte[] bytes, int from, Charset charset, List<Problem> problems) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer output = CharBuffer.allocate(bytes.length - from + 1);
    CoderResult result = decoder.decode(input, output, true);
    if (!result.isError()) {
      return;
    }
    int offset = Math.min(output.position(), file.text().length());
    String message =
        "the byte 0x"
            + HexFormat.of().toHexDigits(bytes[input.position()])
            + " at offset "
            + input.position()
            + " is not "
            + charset;
    problems.add(new Problem(file.span(offset, offset), message));
  }
}
