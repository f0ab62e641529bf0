package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.S3Evidence.BucketView;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What one sample says of one bucket: the first two columns of the evidence matrix.
 *
 * @param emptyList whether the list was seen and names no bucket at all
 * @param head null where head-bucket was not asked
 */
record BucketLook(
    Listed listed,
    Head there,
    boolean emptyList,
    Attempt list,
    @Nullable Attempt head,
    @Nullable Attempt confirmation) {

  /** Whether list-buckets names the bucket. */
  enum Listed {
    YES,
    NO,
    DENIED,
    /** The list names no owner: an anonymous request gets an empty list, which is no "no". */
    ANONYMOUS,
    ERROR,
    UNSEEN
  }

  /** Whether head-bucket finds it. */
  enum Head {
    YES,
    /** 404, and a GET says NoSuchBucket. */
    GONE,
    /** 404, and no GET says why. Any web server can answer a HEAD with 404. */
    UNCONFIRMED,
    /** 404, but a GET lists the bucket. */
    CONTRADICTED,
    DENIED,
    ERROR,
    UNSEEN
  }

  static BucketLook of(Sample sample, String bucket) {
    BucketView view = null;
    for (BucketView each : sample.buckets()) {
      if (each.bucket().equals(bucket)) {
        view = each;
        break;
      }
    }
    boolean empty = sample.listed() != null && sample.listed().isEmpty();
    return new BucketLook(
        listed(sample, bucket),
        view == null ? Head.UNSEEN : head(view),
        empty,
        sample.list(),
        view == null ? null : view.head(),
        view == null ? null : view.confirmation());
  }

  private static Listed listed(Sample sample, String bucket) {
    return switch (sample.list().outcome()) {
      case OK -> {
        if (sample.listed() == null) {
          yield Listed.UNSEEN;
        }
        if (sample.owner() == null || sample.owner().equalsIgnoreCase("anonymous")) {
          yield Listed.ANONYMOUS;
        }
        yield sample.listed().contains(bucket) ? Listed.YES : Listed.NO;
      }
      // No server refuses with 200: this is how a list for an anonymous request is kept.
      case DENIED -> isGood(sample.list()) ? Listed.ANONYMOUS : Listed.DENIED;
      case SERVER_ERROR -> Listed.ERROR;
      default -> Listed.UNSEEN;
    };
  }

  private static boolean isGood(Attempt attempt) {
    Integer status = attempt.status();
    return status != null && status >= 200 && status < 300;
  }

  private static Head head(BucketView view) {
    return switch (view.head().outcome()) {
      case OK -> Head.YES;
      case DENIED -> Head.DENIED;
      case SERVER_ERROR -> Head.ERROR;
      case NOT_FOUND -> confirmed(view.confirmation());
      default -> Head.UNSEEN;
    };
  }

  private static Head confirmed(@Nullable Attempt confirmation) {
    if (confirmation == null) {
      return Head.UNCONFIRMED;
    }
    return switch (confirmation.outcome()) {
      case OK -> Head.CONTRADICTED;
      case NOT_FOUND -> "NoSuchBucket".equals(confirmation.code()) ? Head.GONE : Head.UNCONFIRMED;
      case DENIED -> Head.DENIED;
      case SERVER_ERROR -> Head.ERROR;
      default -> Head.UNCONFIRMED;
    };
  }

  /** Whether any answer came from what is no S3 server: then no other answer is to be trusted. */
  boolean notS3() {
    return isNotS3(list) || isNotS3(head) || isNotS3(confirmation);
  }

  private static boolean isNotS3(@Nullable Attempt attempt) {
    return attempt != null && attempt.outcome() == Outcome.NOT_OF_THIS_KIND;
  }

  /** S3 does not have the bucket, by its list and by two requests for it. */
  boolean absent() {
    return listed == Listed.NO && there == Head.GONE;
  }

  /** Whether both were answered, and the answers cannot both hold. */
  boolean contradicts(BucketLook other) {
    return differ(answer(listed), answer(other.listed))
        || differ(answer(there), answer(other.there));
  }

  private static boolean differ(@Nullable Object one, @Nullable Object other) {
    return one != null && other != null && !one.equals(other);
  }

  private static @Nullable Listed answer(Listed listed) {
    return switch (listed) {
      case YES, NO, ERROR -> listed;
      case DENIED, ANONYMOUS, UNSEEN -> null;
    };
  }

  private static @Nullable Head answer(Head head) {
    return switch (head) {
      case YES, GONE, ERROR -> head;
      case UNCONFIRMED, CONTRADICTED, DENIED, UNSEEN -> null;
    };
  }

  /** What S3 showed, in words. */
  String words() {
    String words =
        switch (listed) {
          case YES -> "list-buckets names it";
          case NO -> emptyList ? "list-buckets names no bucket at all" : "list-buckets lacks it";
          case ANONYMOUS -> "list-buckets answered an anonymous request";
          case DENIED, ERROR -> Failure.words(list);
          case UNSEEN -> list.ok() ? "list-buckets could not be read" : Failure.words(list);
        };
    return words + "; " + headWords() + ".";
  }

  private String headWords() {
    if (head == null) {
      return "head-bucket was not asked";
    }
    if (head.outcome() != Outcome.NOT_FOUND) {
      return head.ok() ? "head-bucket finds it" : Failure.words(head);
    }
    if (confirmation == null) {
      return "head-bucket: 404, not confirmed by a GET";
    }
    return "head-bucket: 404, then " + Failure.words(confirmation);
  }
}
