package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The workflows and actions of one or more checkouts, by path, and where a local reference leads.
 *
 * <p>Files that were not named on the command line are read when a reference asks for them.
 */
public final class Checkout {
  /** Gives the text of a file below the root, or null where there is none. */
  public interface Files {
    byte @Nullable [] read(String path);
  }

  /** One file as read: exactly one of workflow and action is set, or none where it is neither. */
  public record Read(
      SourceFile file,
      YamlDocument document,
      @Nullable Workflow workflow,
      @Nullable Action action,
      List<Problem> problems,
      boolean parsed) {
    public Read {
      problems = List.copyOf(problems);
    }

    Read(
        SourceFile file,
        YamlDocument document,
        @Nullable Workflow workflow,
        @Nullable Action action,
        List<Problem> problems) {
      this(file, document, workflow, action, problems, true);
    }

    /** A file that is known by its text only, until a reference leads to it. */
    public static Read unparsed(SourceFile file) {
      YamlDocument nothing = new YamlDocument(null, List.of(), List.of(), null);
      return new Read(file, nothing, null, null, List.of(), false);
    }
  }

  /** Larger files are no scripts that people write, in bytes. */
  private static final int LARGEST_TEXT = 1 << 20;

  private final Files files;
  private final Map<String, Read> read = new TreeMap<>();
  private final Set<String> missing = new HashSet<>();
  private final Map<String, Optional<Located>> located = new ConcurrentHashMap<>();

  public Checkout(Files files) {
    this.files = files;
  }

  /** Adds files that were read elsewhere. */
  public synchronized void addAll(List<Read> more) {
    for (Read one : more) {
      read.put(one.file().path(), one);
    }
  }

  /** Everything read so far, by path. */
  public synchronized List<Read> all() {
    return List.copyOf(read.values());
  }

  /** The file of that path, where it was read already. */
  public @Nullable Read known(String path) {
    return read.get(path);
  }

  /** The text of any file, for example a script that an action starts; null where there is none. */
  public @Nullable String text(String path) {
    byte[] bytes = files.read(path);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** A file of any kind, with the path at which it was found. */
  public record Located(SourceFile file) {
    public String path() {
      return file.path();
    }

    public String text() {
      return file.text();
    }
  }

  /**
   * A text file of the repository that another file belongs to; null where there is none.
   *
   * @param path relative to the root of that repository
   */
  public @Nullable Located locate(String from, String path) {
    for (String root : roots(from)) {
      String full = normalized(join(root, path));
      Located located = full.startsWith("..") ? null : located(full);
      if (located != null) {
        return located;
      }
    }
    return null;
  }

  /** A text file of any kind that was located before, by its whole path. */
  public @Nullable Located located(String path) {
    Optional<Located> known = located.get(path);
    if (known == null) {
      byte[] bytes = files.read(path);
      boolean readable = bytes != null && bytes.length <= LARGEST_TEXT && !hasNul(bytes);
      known =
          readable && bytes != null
              ? Optional.of(
                  new Located(new SourceFile(path, new String(bytes, StandardCharsets.UTF_8))))
              : Optional.empty();
      located.put(path, known);
    }
    return known.orElse(null);
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** The path of a file that is named relative to the folder of another. */
  public static String beside(String file, String name) {
    int slash = file.lastIndexOf('/');
    return normalized(slash < 0 ? name : file.substring(0, slash) + "/" + name);
  }

  /** The action or workflow that a local reference names, or null where there is none. */
  public @Nullable Read resolve(String from, String reference) {
    String path = localPath(reference);
    if (path == null) {
      return null;
    }
    for (String root : roots(from)) {
      String base = join(root, path);
      if (path.endsWith(".yml") || path.endsWith(".yaml")) {
        Read workflow = file(base);
        if (workflow != null) {
          return workflow;
        }
      }
      for (String name : List.of("action.yml", "action.yaml")) {
        Read action = file(join(base, name));
        if (action != null) {
          return action;
        }
      }
    }
    return null;
  }

  /** The path of {@code ./x} or {@code $/x}; null for a reference to another repository. */
  public static @Nullable String localPath(String reference) {
    if (!reference.startsWith("./") && !reference.startsWith("$/")) {
      return reference.equals(".") ? "" : null;
    }
    return normalized(reference.substring(2));
  }

  /**
   * Reads one file. What lies directly in {@code .github/workflows} is a workflow, for GitHub reads
   * it as one; elsewhere the content decides, and the name where the content is neither.
   */
  public static Read parse(String path, byte[] bytes) {
    List<Problem> problems = new ArrayList<>();
    SourceFile file = YamlReader.decode(path, bytes, problems);
    YamlDocument document = YamlReader.read(file);
    problems.addAll(document.problems());
    int slash = path.lastIndexOf('/');
    String folder = "/" + path.substring(0, Math.max(slash, 0));
    String name = path.substring(slash + 1);
    boolean named = name.equals("action.yml") || name.equals("action.yaml");
    boolean action =
        !folder.endsWith("/.github/workflows")
            && !WorkflowReader.looksLikeWorkflow(document)
            && (named || ActionReader.looksLikeAction(document));
    if (action) {
      if (document.firstAnchor() != null) {
        problems.add(
            new Problem(document.firstAnchor(), "GitHub accepts no anchors in an action file"));
      }
      Action read = ActionReader.read(file, document, problems);
      return new Read(file, document, null, read, problems);
    }
    Workflow read = WorkflowReader.read(file, document, problems);
    return new Read(file, document, read, null, problems);
  }

  /** The same file, parsed if it was not yet. */
  public synchronized Read parsed(Read one) {
    String path = one.file().path();
    Read known = one.parsed() ? one : read.get(path);
    if (known != null && known.parsed()) {
      return known;
    }
    Read parsed = parse(path, one.file().text().getBytes(StandardCharsets.UTF_8));
    addAll(List.of(parsed));
    return parsed;
  }

  /** Roots are walked by several threads, which ask for the same files. */
  private synchronized @Nullable Read file(String path) {
    Read known = read.get(path);
    if (known != null) {
      return parsed(known);
    }
    if (missing.contains(path)) {
      return null;
    }
    byte[] bytes = files.read(path);
    if (bytes == null) {
      missing.add(path);
      return null;
    }
    Read parsed = parse(path, bytes);
    read.put(path, parsed);
    return parsed;
  }

  /** The folders that a reference may be relative to: the file's own repository, then the root. */
  private static List<String> roots(String from) {
    List<String> roots = new ArrayList<>();
    int github = ("/" + from).lastIndexOf("/.github/");
    if (github > 0) {
      roots.add(from.substring(0, github - 1));
    }
    roots.add("");
    for (int end = from.lastIndexOf('/');
        github < 0 && end > 0;
        end = from.lastIndexOf('/', end - 1)) {
      roots.add(from.substring(0, end));
    }
    return roots;
  }

  private static String join(String folder, String name) {
    if (folder.isEmpty()) {
      return name;
    }
    return name.isEmpty() ? folder : folder + "/" + name;
  }

  private static String normalized(String path) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
      start = end + 1;
    }
    return String.join("/", parts);
  }
}
