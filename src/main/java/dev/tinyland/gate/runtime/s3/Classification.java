package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer, or its absence, was. Decided by what was on the wire and not by the SDK, which
 * names any 404 without a body {@code NoSuchBucket}, and a page of HTML an empty list.
 *
 * @param code as the server names it; null for an answer without a body
 * @param detail in our words only
 */
record Classification(Outcome outcome, @Nullable String code, @Nullable String detail) {
  /** Credentials that are refused, also where the status is 400. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "AccessDenied",
          "AuthorizationHeaderMalformed",
          "ExpiredToken",
          "InvalidAccessKeyId",
          "InvalidSecurity",
          "InvalidToken",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "TokenRefreshRequired");

  /** Signs of a store that has lost its disk, wherever in a message they stand. */
  private static final List<String> SIGNS =
      List.of(
          "FaultyDisk",
          "health is faulty",
          "ErasureReadQuorum",
          "ErasureWriteQuorum",
          "Storage resources are insufficient");

  private static final int LONGEST_CODE = 64;

  /**
   * @param head whether the answer has no body by its nature
   * @param failure what the SDK said; null where it was content
   */
  static Classification of(
      Observation seen, Expected expected, boolean head, @Nullable Throwable failure) {
    WireException wire = seen.failure == null ? WireException.in(failure) : seen.failure;
    if (wire != null) {
      return new Classification(wire.outcome(), null, wire.getMessage());
    }
    Integer status = seen.status;
    if (status == null) {
      String what = failure == null ? "no request" : failure.getClass().getSimpleName();
      return new Classification(Outcome.OTHER, null, "nothing was asked: " + what);
    }
    S3Xml xml = seen.body.length == 0 ? null : S3Xml.read(seen.body);
    String code = xml == null ? null : code(xml.code());
    String foreign = foreign(seen, expected, head, status, xml, code);
    if (foreign != null) {
      return new Classification(Outcome.NOT_OF_THIS_KIND, null, foreign);
    }
    if (seen.good()) {
      return good(seen, expected, xml, failure);
    }
    return new Classification(refusal(status, code), code, sign(xml));
  }

  private static Classification good(
      Observation seen, Expected expected, @Nullable S3Xml xml, @Nullable Throwable failure) {
    if (xml != null && !xml.whole() && seen.body.length < Observation.KEPT) {
      return new Classification(Outcome.CUT, null, "the XML does not come to its end");
    }
    if (expected == Expected.BUCKETS && xml != null && isAnonymous(xml)) {
      return new Classification(
          Outcome.DENIED, null, "the server took the request for an anonymous one");
    }
    return failure == null
        ? new Classification(Outcome.OK, null, null)
        : new Classification(
            Outcome.OTHER, null, "not understood: " + failure.getClass().getSimpleName());
  }

  private static boolean isAnonymous(S3Xml xml) {
    return "anonymous".equalsIgnoreCase(xml.ownerId())
        || "anonymous".equalsIgnoreCase(xml.ownerName());
  }

  private static Outcome refusal(int status, @Nullable String code) {
    if (status == 401 || status == 403 || (code != null && CREDENTIALS.contains(code))) {
      return Outcome.DENIED;
    }
    if (status == 501 || (code != null && code.equals("NotImplemented"))) {
      return Outcome.NOT_IMPLEMENTED;
    }
    return switch (status) {
      case 404 -> Outcome.NOT_FOUND;
      case 409, 412 -> Outcome.CONFLICT;
      default -> {
        if (status >= 500) {
          yield Outcome.SERVER_ERROR;
        }
        yield status >= 400 ? Outcome.REJECTED : Outcome.OTHER;
      }
    };
  }

  /** Why no S3 server gives such an answer; null where one does. */
  private static @Nullable String foreign(
      Observation seen,
      Expected expected,
      boolean head,
      int status,
      @Nullable S3Xml xml,
      @Nullable String code) {
    String type = seen.header("Content-Type");
    boolean page = type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    if (seen.header("x-amz-request-id") == null
        && !seen.nonce.equals(seen.header("x-request-id"))) {
      return page ? "a page of HTML" : "no id of S3 in the answer";
    }
    if (!seen.good()) {
      return status == 404 && !head && code == null ? "404 without a code of S3" : null;
    }
    String root = xml == null || xml.root() == null ? "" : xml.root();
    return switch (expected) {
      case BUCKETS -> {
        if (!root.equals("ListAllMyBucketsResult")) {
          yield "no list of buckets";
        }
        yield xml != null && (filled(xml.ownerId()) || filled(xml.ownerName()))
            ? null
            : "a list of buckets without an owner";
      }
      case OBJECTS -> root.equals("ListBucketResult") ? null : "no list of objects";
      case VERSIONING ->
          root.equals("VersioningConfiguration") ? null : "no configuration of versioning";
      case OBJECT -> filled(seen.header("ETag")) ? null : "no ETag of an object";
      case NOTHING -> page ? "a page of HTML" : null;
    };
  }

  private static boolean filled(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /** A code is a word; anything else is no code, and may be anything. */
  private static @Nullable String code(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST_CODE) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && c != '.') {
        return null;
      }
    }
    return text;
  }

  private static @Nullable String sign(@Nullable S3Xml xml) {
    String message = xml == null ? null : xml.message();
    if (message == null) {
      return null;
    }
    for (String sign : SIGNS) {
      if (message.contains(sign)) {
        return "the message says: " + sign;
      }
    }
    return null;
  }
}
