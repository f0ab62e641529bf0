package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects and lists, and tells the ways apart in which they are not there. An answer counts
 * as one of Kubernetes only if it says of which kind it is.
 */
final class KubernetesReader {
  /** The longest answer that is read, in bytes. */
  private static final int LONGEST_ANSWER = 16 << 20;

  private static final int PAGE = 500;
  private static final int MOST_OBJECTS = 5000;
  private static final int LONGEST_DETAIL = 300;

  /** The Go library's own words, for a path that belongs to no installed API group. */
  private static final String NO_SUCH_PATH = "404 page not found";

  private final Cluster cluster;
  private final Redaction redaction;
  private final Moments moments;

  /** Of all that was read, so that the whole can be judged at the end. */
  private final List<Access> seen = new ArrayList<>();

  /** Why nothing more is asked; null while there is no reason. */
  private @Nullable Part<Tree> given;

  KubernetesReader(Cluster cluster, Redaction redaction, Moments moments) {
    this.cluster = cluster;
    this.redaction = redaction;
    this.moments = moments;
  }

  /** One object. */
  <T> Part<T> object(String path, String kind, Function<Tree, T> shape) {
    return shaped(read(path, kind), shape);
  }

  /** All objects of a list, page by page: part of a list is not the list. */
  <T> Part<List<T>> list(String path, String kind, Function<Tree, T> shape) {
    return list(path, kind, PAGE, shape);
  }

  /**
   * The same in pages of another size, where objects may be so large that an answer of a whole page
   * would be longer than what is read.
   *
   * @param size of a page, a divisor of {@value #MOST_OBJECTS}
   */
  <T> Part<List<T>> list(String path, String kind, int size, Function<Tree, T> shape) {
    List<T> items = new ArrayList<>();
    String separator = path.indexOf('?') < 0 ? "?" : "&";
    String next = null;
    for (int page = 0; page < MOST_OBJECTS / size; page++) {
      String token = next == null ? "" : "&continue=" + encode(next);
      Part<Tree> part = read(path + separator + "limit=" + size + token, kind + "List");
      Part<List<T>> shaped = shaped(part, tree -> tree.items("items").stream().map(shape).toList());
      if (shaped.value() == null || part.value() == null) {
        return shaped;
      }
      items.addAll(shaped.value());
      next = part.value().raw("metadata", "continue");
      if (next == null) {
        return new Part<>(Access.SEEN, null, List.copyOf(items));
      }
    }
    return missing(Access.ERROR, "more than " + MOST_OBJECTS + " objects");
  }

  /** A text, for example a log; cut where it is longer than the limit. */
  Part<Reply.Answer> text(String path, int limit) {
    if (moments.over()) {
      return missing(Access.UNREACHABLE, notAsked());
    }
    return switch (cluster.get(path, limit)) {
      case Reply.Silence silence -> missing(silence.access(), silence.detail());
      case Reply.Answer answer when answer.status() != 200 -> refused(answer);
      case Reply.Answer answer when answer.mediaType().equals("text/html") ->
          missing(Access.ERROR, "a page of HTML, not an answer of Kubernetes");
      case Reply.Answer answer -> new Part<>(Access.SEEN, null, answer);
    };
  }

  /**
   * Whether there was an API server to ask: it was if it answered anything, with a right or
   * without.
   */
  Access reachable() {
    Access first = seen.isEmpty() ? Access.UNREACHABLE : seen.getFirst();
    for (Access access : seen) {
      if (access == Access.SEEN || access == Access.ABSENT || access == Access.FORBIDDEN) {
        return Access.SEEN;
      }
    }
    return first;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static <T> Part<T> missing(Access access, String detail) {
    return new Part<>(access, detail, null);
  }

  private Part<Tree> read(String path, String kind) {
    if (given != null) {
      return given;
    }
    if (moments.over()) {
      return missing(Access.UNREACHABLE, notAsked());
    }
    Part<Tree> part =
        switch (cluster.get(path, LONGEST_ANSWER)) {
          case Reply.Silence silence -> missing(silence.access(), silence.detail());
          case Reply.Answer answer when answer.status() == 200 -> accepted(answer, kind);
          case Reply.Answer answer -> refused(answer);
        };
    boolean first = seen.isEmpty();
    seen.add(part.access());
    if (first && endsTheRun(part.access())) {
      given = part;
    }
    return part;
  }

  /** Where the first request finds no server or no right to speak, the next ones would not. */
  private static boolean endsTheRun(Access access) {
    return access == Access.NO_CLUSTER
        || access == Access.UNREACHABLE
        || access == Access.UNAUTHORIZED;
  }

  private Part<Tree> accepted(Reply.Answer answer, String kind) {
    if (answer.cut()) {
      return missing(Access.ERROR, "an answer of more than " + LONGEST_ANSWER + " bytes");
    }
    Tree tree;
    try {
      tree = Tree.of(JsonReader.read(answer.body()));
    } catch (JsonSyntaxException e) {
      return missing(Access.ERROR, "an answer that is no JSON, so not one of Kubernetes");
    }
    String actual = tree.text("kind");
    if (!kind.equals(actual)) {
      String what = actual == null ? "without a kind" : "of the kind " + actual;
      return missing(Access.ERROR, detail("an answer " + what + " instead of " + kind));
    }
    return new Part<>(Access.SEEN, null, tree);
  }

  private <T> Part<T> refused(Reply.Answer answer) {
    Tree status = status(answer);
    boolean kubernetes = "Status".equals(status.text("kind"));
    String message = status.raw("message");
    String said = detail("HTTP " + answer.status() + (message == null ? "" : ": " + message));
    Access access =
        switch (answer.status()) {
          case 401 -> Access.UNAUTHORIZED;
          case 403 -> kubernetes ? Access.FORBIDDEN : Access.ERROR;
          case 404 -> absence(answer, status, kubernetes);
          default -> Access.ERROR;
        };
    return missing(access, said);
  }

  /** Kubernetes names what is absent; where it names nothing, it does not know the kind. */
  private static Access absence(Reply.Answer answer, Tree status, boolean kubernetes) {
    if (kubernetes) {
      return status.has("details", "name") ? Access.ABSENT : Access.NO_SUCH_KIND;
    }
    return answer.body().strip().equals(NO_SUCH_PATH) ? Access.NO_SUCH_KIND : Access.ERROR;
  }

  private static Tree status(Reply.Answer answer) {
    try {
      return Tree.of(JsonReader.read(answer.body()));
    } catch (JsonSyntaxException e) {
      return Tree.of(null);
    }
  }

  private <T> Part<T> shaped(Part<Tree> part, Function<Tree, T> shape) {
    Tree tree = part.value();
    if (tree == null) {
      return new Part<>(part.access(), part.detail(), null);
    }
    try {
      return new Part<>(Access.SEEN, null, shape.apply(tree));
    } catch (Tree.LacksException e) {
      return missing(Access.ERROR, String.valueOf(e.getMessage()));
    }
  }

  String detail(String text) {
    return redaction.line(text, LONGEST_DETAIL);
  }

  private static String notAsked() {
    return "not asked: the time for the cluster was over";
  }
}
