package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Body;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Hop;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Narinfo;
import dev.tinyland.gate.runtime.verdict.Verdict.Reason;
import java.util.List;

/** What one body shows: truncation, corruption, absence and trouble on the way are told apart. */
final class NarBodyVerdict {
  private final Narinfo info;
  private final Body body;
  private final String path;
  private final List<Reason> refuted;
  private final List<Reason> undecided;

  private NarBodyVerdict(
      Narinfo info, Body body, String path, List<Reason> refuted, List<Reason> undecided) {
    this.info = info;
    this.body = body;
    this.path = path;
    this.refuted = refuted;
    this.undecided = undecided;
  }

  /** Adds what does not hold; nothing if all does. */
  static void judge(
      Narinfo info, Body body, String path, List<Reason> refuted, List<Reason> undecided) {
    new NarBodyVerdict(info, body, path, refuted, undecided).judge();
  }

  private void judge() {
    switch (body.end()) {
      case NONE -> none(body.hops().getLast().attempt());
      case CUT -> truncated("the connection was cut after " + received());
      case INCOMPLETE -> incomplete();
      case CORRUPT -> corrupt("it cannot be decoded as " + info.compression() + detail());
      case TOO_LONG -> mismatch("it has more than the " + info.narSize() + " bytes of the narinfo");
      case NOT_AN_ARCHIVE ->
          refuted("nar-not-an-archive", "instead of the archive came a page or a message");
      case UNSUPPORTED ->
          undecided("nar-unsupported", info.compression() + " cannot be read here" + detail());
      case STALLED -> undecided("nar-stalled", "the server fell silent after " + received());
      case PAST_DEADLINE -> undecided("nar-past-deadline", "the time was over after " + received());
      case WHOLE -> whole();
    }
  }

  private void whole() {
    Long announced = body.announcedBytes();
    if (announced != null && announced != body.receivedBytes()) {
      truncated(announced + " bytes were announced, and " + received() + " came");
      return;
    }
    String fileHash = info.fileHash();
    if (info.fileSize() != null && info.fileSize() != body.fileBytes()) {
      corrupt(
          "the file has " + body.fileBytes() + " bytes, and the narinfo says " + info.fileSize());
    } else if (fileHash != null && !fileHash.equals(body.fileHash())) {
      corrupt("the file does not have the FileHash of the narinfo");
    } else if (info.narSize() != body.narBytes()) {
      mismatch("it has " + body.narBytes() + " bytes, and the narinfo says " + info.narSize());
    } else if (!info.narHash().equals(body.narHash())) {
      mismatch("it has the right length, and not the NarHash of the narinfo");
    }
  }

  private void incomplete() {
    String fileHash = body.fileHash();
    boolean full = info.fileSize() != null && info.fileSize() == body.fileBytes();
    if (full && fileHash != null && !fileHash.equals(info.fileHash())) {
      corrupt("the file has the right length, and not the FileHash of the narinfo" + detail());
    } else {
      truncated("the answer came to its end, and the archive did not" + detail());
    }
  }

  private void none(Attempt answer) {
    Hop last = body.hops().getLast();
    boolean elsewhere = !last.origin().equals(body.hops().getFirst().origin());
    switch (answer.outcome()) {
      case NOT_FOUND -> absent("the narinfo is there, and the body is not");
      case DENIED -> {
        if (elsewhere) {
          absent("the store refuses the address that the cache itself gives");
        } else {
          undecided("credentials", "the cache does not let us read the body" + status(answer));
        }
      }
      case SERVER_ERROR -> serverError(answer);
      case NOT_OF_THIS_KIND ->
          undecided("nar-unclear", "what answered is no store of archives" + status(answer));
      case DNS -> undecided("dns", "the host of the body has no address" + status(answer));
      case TLS -> undecided("tls", "no trusted connection for the body" + status(answer));
      case TIMEOUT -> undecided("timeout", "no answer for the body in time" + status(answer));
      case UNREACHABLE -> undecided("unreachable", "no connection for the body" + status(answer));
      default -> undecided("nar-unclear", "the body could not be had" + status(answer));
    }
  }

  /** Attic hides every fault of its store behind a 500; 502 and 504 are of something in between. */
  private void serverError(Attempt answer) {
    Integer status = answer.status();
    boolean own = status != null && status == 500;
    if (own || "IncompleteNar".equals(answer.code())) {
      absent("the narinfo is there, and the cache fails to deliver the body");
    } else {
      undecided("server-error", "something on the way failed" + status(answer));
    }
  }

  private void absent(String sentence) {
    refuted("nar-absent", sentence + status(body.hops().getLast().attempt()));
  }

  private void truncated(String sentence) {
    refuted("nar-truncated", sentence);
  }

  private void corrupt(String sentence) {
    refuted("nar-corrupt", sentence);
  }

  private void mismatch(String sentence) {
    refuted("nar-mismatch", "the archive is another one: " + sentence);
  }

  private void refuted(String name, String sentence) {
    refuted.add(new Reason(name, path, sentence, NarVerdict.BODY_PATH));
  }

  private void undecided(String name, String sentence) {
    undecided.add(new Reason(name, path, sentence, ""));
  }

  private String received() {
    return body.receivedBytes() + " bytes";
  }

  private String detail() {
    return body.detail() == null ? "" : " (" + body.detail() + ")";
  }

  /** Status, code and detail of an answer, in parentheses. */
  static String status(Attempt answer) {
    StringBuilder text = new StringBuilder();
    if (answer.status() != null) {
      text.append("status ").append(answer.status());
    }
    for (String more : new String[] {answer.code(), answer.detail()}) {
      if (more != null) {
        text.append(text.isEmpty() ? "" : ", ").append(more);
      }
    }
    return text.isEmpty() ? "" : " (" + text + ")";
  }
}
