package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Check;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Narinfo;
import dev.tinyland.gate.runtime.verdict.Verdict.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a binary cache delivers the paths that were asked of it, whole and unchanged. */
public final class NarVerdict {
  static final String FALLBACK =
      "If that check fails, keep nix build --fallback enabled for CI safety and treat the incident"
          + " as cache-object availability debt.";
  static final String NO_SUBSTITUTE =
      "A cache object-store repair or restart may restore acceleration, but it is not a substitute"
          + " for the separate HA OpenTofu state authority decision.";
  static final String BODY_PATH =
      "The same RustFS bucket-index class can break the Attic cache body path while narinfo and"
          + " Attic database metadata remain present.";

  private static final int HASH_LENGTH = 32;

  private final List<Reason> refuted = new ArrayList<>();
  private final List<Reason> undecided = new ArrayList<>();
  private final List<Reason> proven = new ArrayList<>();

  private NarVerdict() {}

  /**
   * Judges all pieces of one run.
   *
   * @param evidence in any order; the reasons keep it
   */
  public static Verdict of(List<NarEvidence> evidence) {
    NarVerdict verdict = new NarVerdict();
    boolean asked = false;
    for (NarEvidence one : evidence) {
      asked |= one.asked();
      verdict.judge(one);
    }
    if (!asked) {
      verdict.undecided("nothing-asked", "the run", "no path that was asked for was looked at");
    }
    verdict.closure(evidence);
    return verdict.result();
  }

  private Verdict result() {
    if (refuted.isEmpty() && undecided.isEmpty()) {
      proven.add(
          new Reason(
              "not-state-authority",
              "the cache",
              "bodies that stream say nothing of the state that is kept in the same store",
              NO_SUBSTITUTE));
      return new Verdict.Proven(proven);
    }
    List<Reason> reasons = new ArrayList<>(refuted);
    reasons.addAll(undecided);
    if (refuted.isEmpty()) {
      return new Verdict.Undecided(reasons);
    }
    reasons.add(
        new Reason(
            "next-step",
            "the cache",
            "builds stay safe while they fall back to building what the cache does not deliver",
            FALLBACK));
    reasons.add(
        new Reason(
            "not-state-authority",
            "the cache",
            "a repair of the cache would be no proof for the state",
            NO_SUBSTITUTE));
    return new Verdict.Refuted(reasons);
  }

  private void judge(NarEvidence one) {
    String path = subject(one);
    Narinfo info = one.info();
    if (one.fault() != null) {
      refuted(
          "narinfo-invalid",
          path,
          "narinfo, line "
              + one.fault().line()
              + ", column "
              + one.fault().column()
              + ": "
              + one.fault().message(),
          FALLBACK);
    } else if (!one.answer().ok()) {
      lookup(one, path);
    } else if (info == null || one.body() == null) {
      undecided("evidence-contradicts", path, "a narinfo file that came, and nothing of it");
    } else {
      int before = refuted.size() + undecided.size();
      signature(one, info, path);
      NarBodyVerdict.judge(info, one.body(), path, refuted, undecided);
      if (refuted.size() + undecided.size() == before) {
        proven.add(intact(one, info, path));
      }
    }
  }

  private static Reason intact(NarEvidence one, Narinfo info, String path) {
    return new Reason(
        "nar-intact",
        path,
        "all "
            + info.narSize()
            + " bytes of the archive came and have the hash of the narinfo file; "
            + (one.keys().isEmpty()
                ? "no key was given, so that its signature was not looked at"
                : "its signature is of a trusted key"),
        "");
  }

  private void signature(NarEvidence one, Narinfo info, String path) {
    if (one.keys().isEmpty()) {
      return;
    }
    boolean wrong = false;
    for (NarEvidence.Signature signature : one.signatures()) {
      if (signature.check() == Check.VALID) {
        return;
      }
      wrong |= signature.check() == Check.INVALID;
    }
    if (wrong) {
      refuted(
          "signature-invalid",
          path,
          "a signature in the name of a trusted key does not fit the narinfo file",
          FALLBACK);
    } else if (info.contentAddress() != null) {
      undecided(
          "signature-not-needed",
          path,
          "it has no signature of a trusted key; Nix would accept it for its content address, which"
              + " gate does not compute");
    } else {
      refuted(
          "signature-missing",
          path,
          "none of its " + one.signatures().size() + " signatures is of a trusted key",
          FALLBACK);
    }
  }

  private void lookup(NarEvidence one, String path) {
    Attempt answer = one.answer();
    switch (answer.outcome()) {
      case NOT_FOUND -> absent(one, path);
      case DENIED ->
          undecided(
              "credentials", path, "the cache does not let us read the narinfo file" + status(one));
      case NOT_OF_THIS_KIND ->
          undecided("not-a-cache", path, "what answered is no binary cache" + status(one));
      case SERVER_ERROR ->
          undecided(
              "server-error",
              path,
              "the cache could not say whether it has the path" + status(one));
      default -> undecided(name(answer), path, "the narinfo file could not be had" + status(one));
    }
  }

  private void absent(NarEvidence one, String path) {
    Attempt confirmation = one.cacheInfo();
    if (confirmation == null || !confirmation.ok()) {
      undecided(
          "not-a-cache", path, "there is no narinfo file, and no cache that says so" + status(one));
    } else if (one.asked()) {
      refuted("narinfo-absent", path, "the cache does not have the path", FALLBACK);
    } else {
      undecided(
          "reference-elsewhere",
          path,
          "the cache does not have this reference; another cache may, which was not asked");
    }
  }

  /** Each reference of what was followed has to have been looked at. */
  private void closure(List<NarEvidence> evidence) {
    Set<String> seen = new HashSet<>();
    for (NarEvidence one : evidence) {
      seen.add(one.storeHash());
    }
    Set<String> missing = new HashSet<>();
    for (NarEvidence one : evidence) {
      if (one.closure() && one.info() != null) {
        for (String reference : one.info().references()) {
          String hash = reference.substring(0, Math.min(HASH_LENGTH, reference.length()));
          if (!seen.contains(hash)) {
            missing.add(hash);
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      undecided(
          "closure-incomplete",
          "the closure",
          "at least " + missing.size() + " paths that are referred to were not looked at");
    }
  }

  private static String name(Attempt answer) {
    return switch (answer.outcome()) {
      case DNS -> "dns";
      case TLS -> "tls";
      case TIMEOUT -> "timeout";
      case UNREACHABLE -> "unreachable";
      case CUT -> "narinfo-cut";
      default -> "narinfo-unclear";
    };
  }

  private static String status(NarEvidence one) {
    return NarBodyVerdict.status(one.answer());
  }

  private static String subject(NarEvidence one) {
    return one.info() == null ? "path " + one.storeHash() : "path " + one.info().storePath();
  }

  private void refuted(String name, String subject, String sentence, @Nullable String policy) {
    refuted.add(new Reason(name, subject, sentence, policy == null ? "" : policy));
  }

  private void undecided(String name, String subject, String sentence) {
    undecided.add(new Reason(name, subject, sentence, ""));
  }
}
