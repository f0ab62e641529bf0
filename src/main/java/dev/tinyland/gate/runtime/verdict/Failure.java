package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words for attempts that brought no answer to what was asked. */
final class Failure {
  private static final Set<String> CREDENTIAL_CODES =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "AccessDenied",
          "RequestTimeTooSkewed",
          "ExpiredToken",
          "InvalidToken");

  private Failure() {}

  /**
   * The class of an attempt that settles nothing about what it asked for; null for one that is ok,
   * and for a not-found or a conflict, which are answers.
   */
  static @Nullable Finding of(Attempt attempt, String subject) {
    return switch (attempt.outcome()) {
      case OK, NOT_FOUND, CONFLICT -> null;
      case DENIED ->
          Finding.of(EvidenceClass.CREDENTIALS, denial(attempt), subject, words(attempt) + ".");
      case SERVER_ERROR ->
          Finding.of(EvidenceClass.BACKEND_ERROR, null, subject, words(attempt) + ".");
      default ->
          Finding.of(
              EvidenceClass.UNREACHABLE,
              unreachable(attempt.outcome()),
              subject,
              words(attempt) + ".");
    };
  }

  /** The sub-class of unreachable: why there was no usable answer. */
  static String unreachable(Outcome outcome) {
    return switch (outcome) {
      case DNS -> "dns";
      case UNREACHABLE -> "refused";
      case TIMEOUT -> "timeout";
      case TLS -> "tls";
      case NOT_OF_THIS_KIND -> "not-s3";
      case CUT -> "cut";
      case NOT_IMPLEMENTED, REJECTED, CONFLICT, NOT_FOUND -> "rejected";
      case OK, DENIED, SERVER_ERROR, OTHER -> "other";
    };
  }

  /** The sub-class of credentials. A code of which nothing is known is foreign text, so not one. */
  static String denial(@Nullable Attempt... attempts) {
    for (Attempt attempt : attempts) {
      if (attempt != null && attempt.code() != null && CREDENTIAL_CODES.contains(attempt.code())) {
        return attempt.code();
      }
    }
    return "other";
  }

  /** For example {@code head-object: 404 NoSuchKey} or {@code list-buckets: timeout}. */
  static String words(Attempt attempt) {
    StringBuilder words = new StringBuilder(attempt.operation()).append(": ");
    if (attempt.status() == null) {
      words.append(unreachable(attempt.outcome()));
    } else {
      words.append(attempt.status());
      if (attempt.outcome() == Outcome.NOT_OF_THIS_KIND) {
        words.append(" from what is no S3 server");
      } else if (attempt.outcome() == Outcome.CUT || attempt.outcome() == Outcome.TIMEOUT) {
        words.append(", ").append(unreachable(attempt.outcome()));
      }
    }
    if (attempt.code() != null) {
      words.append(' ').append(attempt.code());
    }
    return words.toString();
  }
}
