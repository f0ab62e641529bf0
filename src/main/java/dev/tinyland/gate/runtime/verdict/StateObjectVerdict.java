package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Body;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a state object is one that OpenTofu can read, and the one that was there before. OpenTofu
 * takes a missing object and one without a byte for "no state", without a warning.
 */
public final class StateObjectVerdict {
  private StateObjectVerdict() {}

  /**
   * The verdict on one object, whose body has to be read.
   *
   * @param last an earlier look at the same key; null where there is none
   */
  public static Verdict of(StateObjectEvidence now, @Nullable StateObjectEvidence last) {
    return Finding.verdict(findings(now, last, true));
  }

  /**
   * What there is to say of one object; at least one finding.
   *
   * @param body whether the body has to be read; the seeds leave that open for the deep check only
   */
  public static List<Finding> findings(
      StateObjectEvidence now, @Nullable StateObjectEvidence last, boolean body) {
    String subject = "state " + now.bucket() + "/" + now.key();
    List<Finding> findings = new ArrayList<>();
    findings.add(object(now, body, subject));
    Long announced = now.announcedBytes();
    Long read = now.readBytes();
    boolean whole = shape(now) != Shape.TRUNCATED && shape(now) != Shape.TOO_LARGE;
    boolean got = now.get() != null && now.get().ok();
    if (got && whole && announced != null && read != null && !announced.equals(read)) {
      String seen = "HEAD announced " + announced + " bytes, the GET brought " + read + ".";
      findings.add(
          Finding.of(
              read < announced ? EvidenceClass.STATE_TRUNCATED : EvidenceClass.STATE_LENGTH_DIFFERS,
              subject,
              seen));
    }
    if (last != null) {
      compare(now, last, subject, findings);
    }
    return List.copyOf(findings);
  }

  private static Finding object(StateObjectEvidence now, boolean body, String subject) {
    Attempt head = now.head();
    Finding failure = Failure.of(head, subject);
    if (failure != null) {
      return failure;
    }
    if (!head.ok()) {
      return head.outcome() == Outcome.NOT_FOUND
          ? missing(now, subject)
          : Finding.of(EvidenceClass.UNREACHABLE, "rejected", subject, Failure.words(head) + ".");
    }
    Attempt get = now.get();
    if (get != null && get.outcome() != Outcome.CUT) {
      Finding refusal = Failure.of(get, subject);
      if (refusal != null) {
        return refusal;
      }
      if (!get.ok()) {
        return Finding.of(
            EvidenceClass.OBJECT_DIVERGENCE, subject, "HEAD finds it; " + Failure.words(get) + ".");
      }
    }
    if (now.announcedBytes() != null && now.announcedBytes() == 0) {
      return Finding.of(EvidenceClass.STATE_EMPTY, subject, "HEAD announced 0 bytes.");
    }
    if (get != null && get.outcome() == Outcome.CUT) {
      return Finding.of(EvidenceClass.STATE_TRUNCATED, subject, bytes(now));
    }
    if (get == null || now.body() == null) {
      Finding unread =
          Finding.of(EvidenceClass.STATE_NOT_READ, subject, "HEAD finds it. " + bytes(now));
      return body ? unread : unread.withStanding(Standing.PROVEN);
    }
    return shape(now, now.body(), subject);
  }

  /** A HEAD without an object cannot tell a missing key from a missing bucket. */
  private static Finding missing(StateObjectEvidence now, String subject) {
    Attempt confirmation = now.confirmation();
    String head = Failure.words(now.head());
    if (confirmation == null) {
      return Finding.of(EvidenceClass.STATE_UNCONFIRMED, subject, head + ".");
    }
    String seen = head + "; then " + Failure.words(confirmation) + ".";
    if (confirmation.ok()) {
      return Finding.of(EvidenceClass.OBJECT_DIVERGENCE, subject, seen);
    }
    Finding failure = Failure.of(confirmation, subject);
    if (failure != null) {
      return failure;
    }
    if ("NoSuchBucket".equals(confirmation.code())) {
      return Finding.of(EvidenceClass.BUCKET_MISSING, subject, seen);
    }
    return "NoSuchKey".equals(confirmation.code())
        ? Finding.of(EvidenceClass.STATE_MISSING, subject, seen)
        : Finding.of(EvidenceClass.STATE_UNCONFIRMED, subject, seen);
  }

  private static Finding shape(StateObjectEvidence now, Body body, String subject) {
    String seen = seen(body) + bytes(now);
    return switch (body.shape()) {
      case EMPTY -> Finding.of(EvidenceClass.STATE_EMPTY, subject, seen);
      case TRUNCATED -> Finding.of(EvidenceClass.STATE_TRUNCATED, subject, seen);
      case TOO_LARGE -> Finding.of(EvidenceClass.STATE_TOO_LARGE, subject, seen);
      case MALFORMED -> Finding.of(EvidenceClass.STATE_MALFORMED, subject, seen);
      case NOT_A_STATE -> Finding.of(EvidenceClass.NOT_A_STATE, subject, seen);
      case UNKNOWN_VERSION -> Finding.of(EvidenceClass.STATE_UNKNOWN_VERSION, subject, seen);
      case PLAIN, ENCRYPTED -> {
        if (body.serial() == null || body.lineageSha256() == null) {
          yield Finding.of(
              EvidenceClass.NOT_A_STATE, subject, "It has no serial or no lineage. " + seen);
        }
        // A body that is a state, and not the object that the HEAD spoke of.
        if (body.fault() != null) {
          yield Finding.of(EvidenceClass.OBJECT_DIVERGENCE, subject, seen);
        }
        yield Finding.of(
            body.shape() == Shape.PLAIN
                ? EvidenceClass.STATE_READABLE
                : EvidenceClass.STATE_ENCRYPTED,
            subject,
            seen);
      }
    };
  }

  private static void compare(
      StateObjectEvidence now, StateObjectEvidence last, String subject, List<Finding> findings) {
    if (!now.bucket().equals(last.bucket()) || !now.key().equals(last.key())) {
      findings.add(
          Finding.of(EvidenceClass.STATE_NOT_COMPARABLE, subject, "It is of another object."));
      return;
    }
    Body body = now.body();
    Body before = last.body();
    if (!isComparable(body) || !isComparable(before)) {
      findings.add(
          Finding.of(
              EvidenceClass.STATE_NOT_COMPARABLE,
              subject,
              "The serial and the lineage were not read "
                  + (isComparable(body) ? "then." : "now.")));
    }
    if (body == null || before == null) {
      return;
    }
    if (body.lineageSha256() != null
        && before.lineageSha256() != null
        && !body.lineageSha256().equals(before.lineageSha256())) {
      findings.add(Finding.of(EvidenceClass.LINEAGE_CHANGED, subject, ""));
    }
    if (body.serial() != null && before.serial() != null && body.serial() < before.serial()) {
      findings.add(
          Finding.of(
              EvidenceClass.SERIAL_LOWER,
              subject,
              "It was " + before.serial() + " and is " + body.serial() + "."));
    }
  }

  private static boolean isComparable(@Nullable Body body) {
    return body != null && body.serial() != null && body.lineageSha256() != null;
  }

  private static @Nullable Shape shape(StateObjectEvidence evidence) {
    return evidence.body() == null ? null : evidence.body().shape();
  }

  private static String seen(Body body) {
    StringBuilder seen = new StringBuilder();
    if (body.fault() != null) {
      seen.append("Fault: ").append(body.fault());
      if (body.line() != null && body.column() != null) {
        seen.append(" at line ").append(body.line()).append(", column ").append(body.column());
      }
      seen.append(". ");
    }
    if (body.version() != null) {
      seen.append("Version ").append(body.version()).append(". ");
    }
    if (body.serial() != null) {
      seen.append("Serial ").append(body.serial()).append(". ");
    }
    return seen.toString();
  }

  private static String bytes(StateObjectEvidence now) {
    String read = now.readBytes() == null ? "no" : now.readBytes().toString();
    return now.announcedBytes() == null
        ? read + " bytes read, none announced."
        : read + " of " + now.announcedBytes() + " announced bytes read.";
  }
}
