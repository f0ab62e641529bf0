package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.runtime.s3.FaultServer.Fault;
import dev.tinyland.gate.runtime.s3.FaultServer.Request;
import java.util.function.Predicate;

/** Answers of an S3 server to put in place of true ones. */
final class S3Says {
  static final Predicate<Request> LIST =
      request -> request.method().equals("GET") && path(request).equals("/");
  static final Predicate<Request> HEAD =
      request -> request.method().equals("HEAD") && path(request).matches("/tofu-state/?");
  static final Predicate<Request> CONFIRM =
      request -> request.method().equals("GET") && path(request).matches("/tofu-state/?");

  private S3Says() {}

  private static String path(Request request) {
    int question = request.path().indexOf('?');
    return question < 0 ? request.path() : request.path().substring(0, question);
  }

  static Fault error(Predicate<Request> which, int status, String code) {
    return answer(which, status, "<Error><Code>" + code + "</Code><Message>said</Message></Error>");
  }

  /** No bucket, of this owner. */
  static Fault noBuckets(String owner, String more) {
    return answer(
        LIST,
        200,
        "<ListAllMyBucketsResult><Owner><ID>"
            + owner
            + "</ID></Owner><Buckets/>"
            + more
            + "</ListAllMyBucketsResult>");
  }

  /** The first of them that answers. */
  static Fault all(Fault... faults) {
    return (request, out) -> {
      for (Fault fault : faults) {
        if (fault.answers(request, out)) {
          return true;
        }
      }
      return false;
    };
  }

  static Fault answer(Predicate<Request> which, int status, String body) {
    return (request, out) -> {
      if (!which.test(request)) {
        return false;
      }
      out.write(text(request, status, body).getBytes(UTF_8));
      return true;
    };
  }

  /** With the marks of S3; an answer to a HEAD has no body. */
  static String text(Request request, int status, String body) {
    return "HTTP/1.1 "
        + status
        + " Said\r\nx-amz-request-id: r\r\nContent-Type: application/xml\r\nContent-Length: "
        + (request.method().equals("HEAD") ? 0 : body.length())
        + "\r\nConnection: close\r\n\r\n"
        + (request.method().equals("HEAD") ? "" : body);
  }
}
