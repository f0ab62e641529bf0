package dev.tinyland.gate.runtime.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The status line and the headers of an answer, RFC 9112.
 *
 * @param fields name and value in turn, as they came
 */
record WireHead(int status, List<Field> fields) {
  private static final int LONGEST = 64 * 1024;

  /** One header. */
  record Field(String name, String value) {}

  WireHead {
    fields = List.copyOf(fields);
  }

  /** Reads the head of the final answer; interim ones, such as 100, are passed over. */
  static WireHead read(InputStream in) throws IOException {
    Lines lines = new Lines(in);
    while (true) {
      WireHead head = one(lines);
      if (head.status >= 200) {
        return head;
      }
    }
  }

  private static WireHead one(Lines lines) throws IOException {
    int status = status(lines.next());
    List<Field> fields = new ArrayList<>();
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      int colon = line.indexOf(':');
      if (colon <= 0 || line.substring(0, colon).isBlank()) {
        throw notHttp();
      }
      fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return new WireHead(status, fields);
  }

  private static int status(String line) throws WireException {
    boolean shaped =
        line.length() >= 12
            && line.startsWith("HTTP/1.")
            && line.charAt(8) == ' '
            && (line.length() == 12 || line.charAt(12) == ' ');
    if (!shaped) {
      throw notHttp();
    }
    int status = 0;
    for (int i = 9; i < 12; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw notHttp();
      }
      status = status * 10 + digit;
    }
    return status;
  }

  private static WireException notHttp() {
    return new WireException(Outcome.NOT_OF_THIS_KIND, "the answer is no HTTP");
  }

  /** Lines with a bound on all of them together. */
  private static final class Lines {
    private final InputStream in;
    private int bytes;

    Lines(InputStream in) {
      this.in = in;
    }

    String next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(80);
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw bytes == 0
              ? new WireException(
                  Outcome.UNREACHABLE, "the connection was closed without an answer")
              : new WireException(Outcome.CUT, "the answer ended within its headers");
        }
        bytes++;
        if (bytes > LONGEST) {
          throw notHttp();
        }
        line.write(b);
      }
      bytes++;
      String text = line.toString(ISO_8859_1);
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
  }
}
