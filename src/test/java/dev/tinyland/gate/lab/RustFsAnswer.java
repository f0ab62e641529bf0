package dev.tinyland.gate.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.runtime.s3.FaultServer.Request;

/** Answers with the marks of RustFS 1.0.0-beta.1: it echoes the request's id, and has no other. */
final class RustFsAnswer {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String SPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

  private RustFsAnswer() {}

  /** No bucket, and an owner: what its list is when the disk is taken for faulty. */
  static byte[] noBuckets(Request request) {
    return xml(
        request,
        200,
        "<ListAllMyBucketsResult"
            + SPACE
            + "><Owner><ID>rustfs</ID><DisplayName>rustfs</DisplayName></Owner><Buckets/>"
            + "</ListAllMyBucketsResult>");
  }

  static byte[] neverVersioned(Request request) {
    return xml(request, 200, "<VersioningConfiguration" + SPACE + "/>");
  }

  static byte[] error(Request request, int status, String code, String message) {
    return xml(
        request,
        status,
        "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
  }

  /** An object without a byte. */
  static byte[] emptyObject(Request request) {
    return answer(
        request,
        200,
        "Content-Type: application/json\r\nETag: \"d41d8cd98f00b204e9800998ecf8427e\"\r\n",
        "");
  }

  private static byte[] xml(Request request, int status, String body) {
    return answer(request, status, "Content-Type: application/xml\r\n", XML + body);
  }

  /** An answer to a HEAD has no body, and no code therefore. */
  private static byte[] answer(Request request, int status, String headers, String body) {
    String sent = request.method().equals("HEAD") ? "" : body;
    String given = request.header("x-request-id");
    return ("HTTP/1.1 "
            + status
            + " Said\r\nx-request-id: "
            + (given.isEmpty() ? "lab" : given)
            + "\r\n"
            + headers
            + "Content-Length: "
            + sent.getBytes(UTF_8).length
            + "\r\nConnection: close\r\n\r\n"
            + sent)
        .getBytes(UTF_8);
  }
}
