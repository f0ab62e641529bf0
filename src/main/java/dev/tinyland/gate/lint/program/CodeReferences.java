package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.Folders;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Whether a script starts code of the repository that is worth a look: a quick search of its bare
 * text, which finds more than runs, never less.
 */
public final class CodeReferences {
  /** Scripts that name scripts: deeper ones are not followed. */
  private static final int DEEPEST = 6;

  private static final List<String> RECIPES =
      List.of(
          "justfile",
          "Justfile",
          ".justfile",
          "Makefile",
          "makefile",
          "GNUmakefile",
          "package.json");

  private static final Set<String> RUNNERS =
      Set.of("just", "make", "gmake", "npm", "yarn", "pnpm", "bun");

  private static final Set<String> EXTENSIONS =
      Set.of("sh", "bash", "zsh", "py", "js", "mjs", "cjs", "ts", "rb", "pl", "php");

  private static final int LONGEST = 200;
  private static final int MOST_FOLDERS = 8;

  private final Checkout checkout;
  private final Predicate<String> matters;
  private final Map<String, Boolean> files = new ConcurrentHashMap<>();
  private final Map<String, Justfile> justfiles = new ConcurrentHashMap<>();
  private final Map<String, Makefile> makefiles = new ConcurrentHashMap<>();

  /**
   * @param matters whether a text holds a word that makes it worth a look
   */
  public CodeReferences(Checkout checkout, Predicate<String> matters) {
    this.checkout = checkout;
    this.matters = matters;
  }

  /**
   * Whether the text names a file, or a runner of recipes, that leads to such a word.
   *
   * @param from the workflow or action that holds the text
   * @param folder where it runs, relative to the root
   */
  public boolean leadsSomewhere(String text, String from, String folder) {
    return leads(text, from, folder, new HashSet<>(), 0);
  }

  /** Whether a text of the repository holds such a word, or leads to one. */
  boolean isWorthALook(String text, String path, String from) {
    return matters.test(text) || leads(text, from, Folders.of(path), new HashSet<>(), 1);
  }

  /** The recipes of a justfile. */
  Justfile justfile(Checkout.Located file) {
    return justfiles.computeIfAbsent(file.path(), path -> Justfile.read(file.text()));
  }

  /** The rules of a makefile. */
  Makefile makefile(Checkout.Located file) {
    return makefiles.computeIfAbsent(file.path(), path -> Makefile.read(file.text()));
  }

  private boolean leads(String text, String from, String folder, Set<String> seen, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    Place place = new Place(from, folders(text, folder));
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean part = i < text.length() && isPathPart(text.charAt(i));
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        if (wordLeads(text, start, i, place, seen, depth)) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }

  private record Place(String from, List<String> folders) {}

  /** The root, the folder itself, and those that the text changes to. */
  private static List<String> folders(String text, String folder) {
    List<String> folders = new ArrayList<>(List.of(""));
    add(folder, folders);
    for (int at = text.indexOf("cd "); at >= 0; at = text.indexOf("cd ", at + 1)) {
      int end = at + 3;
      while (end < text.length() && isPathPart(text.charAt(end))) {
        end++;
      }
      add(text.substring(at + 3, end), folders);
    }
    return folders;
  }

  private static void add(String path, List<String> folders) {
    String folder = Folders.join("", path);
    if (folder != null && !folders.contains(folder) && folders.size() < MOST_FOLDERS) {
      folders.add(folder);
    }
  }

  private boolean wordLeads(
      String text, int start, int end, Place place, Set<String> seen, int depth) {
    // actions/checkout@v4, https://example.org/a
    boolean elsewhere =
        (end < text.length() && text.charAt(end) == '@') || text.startsWith("//", start);
    if (elsewhere) {
      return false;
    }
    int from = start;
    // "$ROOT/scripts/x.sh" and "../x.sh": what follows the first slash is a path of its own.
    int slash = text.indexOf('/', start);
    if (start > 0 && text.charAt(start - 1) == '$' && slash >= 0 && slash < end) {
      from = slash;
    }
    while (from < end && (text.charAt(from) == '/' || text.charAt(from) == '.')) {
      from++;
    }
    boolean hidden = from > start && text.charAt(from - 1) == '.' && from < end;
    int first = hidden ? from - 1 : from;
    String word = text.substring(first, end);
    if (RUNNERS.contains(word)) {
      return recipesLead(place, seen, depth);
    }
    if (!couldBeScript(word, text, start)) {
      return false;
    }
    return fileLeads(word, place, seen, depth)
        || (first != from && fileLeads(text.substring(from, end), place, seen, depth));
  }

  /** A path without an extension, or the name of a script. */
  private static boolean couldBeScript(String word, String text, int start) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return false;
    }
    int slash = word.lastIndexOf('/');
    int dot = word.indexOf('.', slash + 1);
    if (dot < 0) {
      return slash >= 0 || text.startsWith("./", start);
    }
    return EXTENSIONS.contains(word.substring(dot + 1));
  }

  private boolean recipesLead(Place place, Set<String> seen, int depth) {
    for (String name : RECIPES) {
      if (fileLeads(name, place, seen, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean fileLeads(String path, Place place, Set<String> seen, int depth) {
    Checkout.Located located = null;
    for (String folder : place.folders()) {
      located = checkout.locate(place.from(), folder.isEmpty() ? path : folder + "/" + path);
      if (located != null) {
        break;
      }
    }
    if (located == null || !seen.add(located.path())) {
      return false;
    }
    Boolean known = files.get(located.path());
    if (known == null) {
      known =
          matters.test(located.text())
              || leads(located.text(), place.from(), Folders.of(located.path()), seen, depth + 1);
      files.put(located.path(), known);
    }
    return known;
  }

  private static boolean isPathPart(char c) {
    return Character.isLetterOrDigit(c) || c == '/' || c == '.' || c == '_' || c == '-' || c == '+';
  }
}
