package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      List<Problem> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  private final Files files;
  private final Map<String, Read> read = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();

  public Checkout(Files files) {
    this.files = files;
  }

  /** Adds files that were read elsewhere. */
  public void addAll(List<Read> more) {
    for (Read one : more) {
      read.put(one.file().path(), one);
    }
  }

  /** Everything read so far, by path. */
  public List<Read> all() {
    return List.copyOf(read.values());
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
        continue;
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

  /** Reads one file; the name decides nothing, the content does. */
  public static Read parse(String path, byte[] bytes) {
    List<Problem> problems = new ArrayList<>();
    SourceFile file = YamlReader.decode(path, bytes, problems);
    YamlDocument document = YamlReader.read(file);
    problems.addAll(document.problems());
    boolean inWorkflows = path.contains(".github/workflows/");
    boolean action =
        !inWorkflows
            && (path.endsWith("action.yml")
                || path.endsWith("action.yaml")
                || ActionReader.looksLikeAction(document));
    if (action) {
      Action read = ActionReader.read(file, document, problems);
      return new Read(file, document, null, read, problems);
    }
    Workflow read = WorkflowReader.read(file, document, problems);
    return new Read(file, document, read, null, problems);
  }

  private @Nullable Read file(String path) {
    Read known = read.get(path);
    if (known != null || missing.contains(path)) {
      return known;
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
      roots.add(from.substring(0, github));
    }
    roots.add("");
    for (int end = from.lastIndexOf('/'); github <= 0 && end > 0; end = from.lastIndexOf('/', end - 1)) {
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
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
      start = end + 1;
    }
    return String.join("/", parts);
  }
}
