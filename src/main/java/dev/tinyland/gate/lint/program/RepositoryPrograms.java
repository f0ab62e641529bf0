package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.Folders;
import dev.tinyland.gate.lint.shell.Program;
import dev.tinyland.gate.lint.shell.Programs;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a command of a workflow's script starts, in the files of its repository. */
public final class RepositoryPrograms implements Programs {
  private static final Set<String> SHELLS =
      Set.of("bash", "sh", "dash", "zsh", "ksh", "source", ".");
  private static final Set<String> INTERPRETERS =
      Set.of("python", "python3", "node", "deno", "bun", "ruby", "perl", "php", "uv", "tsx");

  private final Checkout checkout;
  private final CodeReferences references;
  private final String from;

  /**
   * @param references tells which files are worth a look; others are not entered
   * @param from the workflow or action whose script it is: it tells the repository, and the folder
   *     of an action's own files
   */
  public RepositoryPrograms(Checkout checkout, CodeReferences references, String from) {
    this.checkout = checkout;
    this.references = references;
    this.from = from;
  }

  @Override
  public @Nullable Program find(List<Word> argv, @Nullable String folder, @Nullable String file) {
    String command = baseName(argv.getFirst());
    Call call = new Call(argv, folder, file);
    Program program = find(call, command);
    boolean worth =
        program != null && references.isWorthALook(program.text().text(), program.path(), from);
    return worth ? program : null;
  }

  CodeReferences references() {
    return references;
  }

  private @Nullable Program find(Call call, String command) {
    return switch (command) {
      case "just" -> new JustCommand(this).find(call);
      case "make", "gmake" -> new MakeCommand(this).find(call);
      case "npm", "yarn", "pnpm", "bun" -> {
        Program script = new PackageCommand(this).find(call);
        yield script == null ? script(call, command) : script;
      }
      default -> script(call, command);
    };
  }

  /** A command where it stands. */
  record Call(List<Word> argv, @Nullable String folder, @Nullable String file) {
    /** Where the script is, as far as that is known. */
    String at() {
      return folder == null ? "" : folder;
    }
  }

  private @Nullable Program script(Call call, String command) {
    boolean shell = SHELLS.contains(command);
    List<Word> argv = call.argv();
    int at = shell || INTERPRETERS.contains(command) ? operand(argv) : 0;
    if (at < 0 || (at == 0 && !isPath(argv.getFirst()))) {
      return null;
    }
    Checkout.Located located = locate(argv.get(at), call);
    if (located == null) {
      return null;
    }
    Program program =
        Program.ofFile(located.path(), located.text(), argv.subList(at + 1, argv.size()));
    boolean reads = shell || (at == 0 && Shebang.isShell(located.path(), located.text()));
    return reads ? program : program.inOtherLanguage();
  }

  /** The first word that is no option, or -1; with {@code -c} or {@code -m} there is no file. */
  private static int operand(List<Word> argv) {
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).literal();
      if (text == null || !text.startsWith("-")) {
        return i;
      }
      boolean cluster = text.length() > 1 && text.charAt(1) != '-';
      if (cluster && (text.indexOf('c') > 0 || text.equals("-m") || text.equals("-"))) {
        return -1;
      }
      if (text.equals("-o") || text.equals("-O")) {
        i++;
      }
    }
    return -1;
  }

  private static boolean isPath(Word word) {
    String text = word.literal();
    return text == null ? word.literalSuffix().startsWith("/") : text.indexOf('/') >= 0;
  }

  private static String baseName(Word word) {
    String literal = word.literal();
    String text = literal == null ? word.literalSuffix() : literal;
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** The file that a word names. */
  private Checkout.@Nullable Located locate(Word word, Call call) {
    for (String path : paths(word, call)) {
      Checkout.Located located = checkout.locate(from, path);
      if (located != null) {
        return located;
      }
    }
    return null;
  }

  /** A file by its path in the repository. */
  Checkout.@Nullable Located locate(String path) {
    return checkout.locate(from, path);
  }

  private List<String> paths(Word word, Call call) {
    String literal = word.literal();
    Set<String> paths = new LinkedHashSet<>();
    if (literal != null) {
      add(call.at(), literal, paths);
      add("", literal, paths);
      return new ArrayList<>(paths);
    }
    // What is before the slash is only known when it runs: the script's own folder, the root.
    String suffix = word.literalSuffix();
    if (suffix.length() > 1 && suffix.startsWith("/")) {
      String path = suffix.substring(1);
      if (call.file() != null) {
        add(Folders.of(call.file()), path, paths);
      }
      add("", path, paths);
      add(Folders.of(from), path, paths);
      add(call.at(), path, paths);
    }
    return new ArrayList<>(paths);
  }

  private static void add(String folder, String path, Set<String> paths) {
    String joined = Folders.join(folder, path);
    if (joined != null && !joined.isEmpty()) {
      paths.add(joined);
    }
  }
}
