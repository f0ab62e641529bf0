package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.surface.Commands.Match;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes that go past the client: requests to the cache's API, copies to its bucket. */
final class Uploads {
  private static final Set<String> S3_WRITES =
      Set.of("cp", "sync", "mv", "copy", "copyto", "move", "mirror", "put");
  private static final Set<String> S3_CLIENTS = Set.of("s5cmd", "mc", "mcli", "rclone", "s3cmd");

  private final KnowledgeBase knowledge;

  Uploads(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  static boolean isS3Client(String command) {
    return S3_CLIENTS.contains(command);
  }

  /** A request with the path or the header of an upload. */
  @Nullable Match http(List<Word> argv) {
    for (Word word : argv) {
      String text = word.display();
      if (text.contains(knowledge.uploadPath())
          || text.regionMatches(
              true, 0, knowledge.uploadHeader(), 0, knowledge.uploadHeader().length())) {
        return Match.SURE;
      }
    }
    return null;
  }

  @Nullable Match nixCopy(List<Word> argv) {
    boolean copy = false;
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).display();
      copy |= text.equals("copy");
      String to = text.equals("--to") && i + 1 < argv.size() ? argv.get(i + 1).display() : null;
      to = text.startsWith("--to=") ? text.substring("--to=".length()) : to;
      if (copy && to != null) {
        return destination(to);
      }
    }
    return null;
  }

  private @Nullable Match destination(String to) {
    if (isBucket(to)) {
      return Match.SURE;
    }
    for (String endpoint : knowledge.endpoints()) {
      if (to.contains(endpoint)) {
        return new Match("Attic answers 405 to an upload by `nix copy`, so it is an attempt only");
      }
    }
    return null;
  }

  @Nullable Match aws(List<Word> argv) {
    return putObject(argv) ? Match.SURE : bucket(argv);
  }

  /** {@code aws s3api put-object --bucket attic}. */
  private boolean putObject(List<Word> argv) {
    boolean puts = false;
    boolean ours = false;
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).display();
      puts |= text.equals("put-object") || text.equals("upload-part");
      String before = argv.get(i - 1).display();
      ours |= before.equals("--bucket") && knowledge.buckets().contains(text);
      ours |= text.startsWith("--bucket=") && knowledge.buckets().contains(text.substring(9));
    }
    return puts && ours;
  }

  @Nullable Match bucket(List<Word> argv) {
    boolean writes = false;
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).display();
      writes |= S3_WRITES.contains(text);
      boolean ours =
          argv.getFirst().display().endsWith("aws") ? isBucket(text) : isRemoteBucket(text);
      if (writes && i == lastOperand(argv) && ours) {
        return Match.SURE;
      }
    }
    return null;
  }

  /**
   * The destination is the second word that is no option after {@code cp}, {@code sync}, {@code
   * mv}.
   */
  private static int lastOperand(List<Word> argv) {
    int operands = -1;
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).display();
      if (S3_WRITES.contains(text) && operands < 0) {
        operands = 0;
      } else if (operands >= 0 && !text.startsWith("-") && ++operands == 2) {
        return i;
      }
    }
    return -1;
  }

  private boolean isBucket(String url) {
    return isBucket(url, "s3://");
  }

  /**
   * {@code s3://attic}, and for clients with names of their own {@code name/attic}, {@code
   * name:attic}.
   */
  private boolean isRemoteBucket(String url) {
    int slash = url.indexOf('/');
    int colon = url.indexOf(':');
    boolean named = slash > 0 || colon > 0;
    int end = slash < 0 || (colon > 0 && colon < slash) ? colon : slash;
    return isBucket(url)
        || (named && !url.startsWith(".") && isBucket(url, url.substring(0, end + 1)));
  }

  private boolean isBucket(String url, String scheme) {
    for (String bucket : knowledge.buckets()) {
      String prefix = scheme + bucket;
      boolean whole =
          url.length() == prefix.length()
              || (url.length() > prefix.length() && "/?".indexOf(url.charAt(prefix.length())) >= 0);
      if (url.startsWith(prefix) && whole) {
        return true;
      }
    }
    return false;
  }
}
