package dev.tinyland.gate.lint.passage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds hosts and namespaces by name, whole names only.
 *
 * <p>A name with a dot is a host: it and its subdomains are found. A name without one is that of a
 * namespace, a cluster or a family of hosts: it is found as a part between dots of a name that, as
 * a whole, is one of a cache. So {@code attic-cache-dev} is found alone and in {@code
 * bazel-cache.attic-cache-dev.svc}, and {@code fuzzy-dev} only in names such as {@code
 * nix-cache.fuzzy-dev.example.org}.
 */
public final class Hosts {
  private static final List<String> CACHES = List.of("cache", "attic", "bazel");

  /** What may stand in front of a namespace's name and make it one, although it looks a path. */
  private static final List<String> KINDS = List.of("ns", "namespace", "namespaces");

  private Hosts() {}

  /**
   * A place where a name stands.
   *
   * @param name the one that was looked for
   * @param token the whole host or namespace, as written
   */
  public record Place(String name, String token, int from, int to) {}

  /** All places in order. The names are taken as they are written. */
  public static List<Place> find(String text, List<String> names) {
    List<Place> places = new ArrayList<>();
    for (String name : names) {
      int at = name.isEmpty() ? -1 : text.indexOf(name);
      while (at >= 0) {
        Place place = place(text, name, at);
        if (place != null) {
          places.add(place);
        }
        at = text.indexOf(name, place == null ? at + 1 : place.to());
      }
    }
    if (places.size() > 1) {
      places.sort((one, other) -> Integer.compare(one.from(), other.from()));
    }
    return places;
  }

  private static @Nullable Place place(String text, String wanted, int at) {
    int from = at;
    while (from > 0 && isPart(text.charAt(from - 1))) {
      from--;
    }
    int to = at + wanted.length();
    while (to < text.length() && isPart(text.charAt(to))) {
      to++;
    }
    // A sentence may end behind a name.
    while (to > at + wanted.length() && ".-_".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    String token = text.substring(from, to);
    boolean meant =
        wanted.indexOf('.') >= 0
            ? token.equals(wanted) || token.endsWith("." + wanted)
            : ("." + token + ".").contains("." + wanted + ".")
                && namesCache(token)
                && !inPath(text, from);
    return meant ? new Place(wanted, token, from, to) : null;
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_';
  }

  private static boolean namesCache(String token) {
    for (String word : CACHES) {
      if (token.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the token is a folder or a file of a path rather than what a URL begins with. */
  private static boolean inPath(String text, int from) {
    if (from == 0 || text.charAt(from - 1) != '/' || text.startsWith("//", from - 2)) {
      return false;
    }
    int start = from - 1;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return !KINDS.contains(text.substring(start, from - 1));
  }

  /** Whether a line looks for the name instead of using it: a guard that refuses it, mostly. */
  public static boolean isLookedFor(Passage passage, Place place) {
    String line = passage.lineAt(place.from());
    String text = passage.text();
    int before = place.from() - 1;
    while (before >= 0 && "\"'".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    int after = place.to();
    while (after < text.length() && "\"'".indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    return line.contains("=~")
        || line.contains("grep")
        || line.contains("rg -")
        || line.contains("!=")
        || (before >= 0 && "*|".indexOf(text.charAt(before)) >= 0)
        || (after < text.length() && "*|".indexOf(text.charAt(after)) >= 0);
  }
}
