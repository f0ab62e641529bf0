package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which commands of a script write: clients of the cache, direct uploads, writes to its bucket. */
final class Commands {
  private static final Set<String> S3_WRITES =
      Set.of("cp", "sync", "mv", "copy", "copyto", "move", "mirror", "put");
  private static final Set<String> S3_CLIENTS = Set.of("s5cmd", "mc", "mcli", "rclone", "s3cmd");

  /** Programs that run what they are given in a language or a place of their own. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "python", "python3", "node", "perl", "ruby", "deno", "bun", "pwsh", "docker", "podman",
          "nerdctl", "kubectl", "php", "lua", "expect");

  /** Programs that run commands only by a call; what they search for is no write. */
  private static final Set<String> FILTERS = Set.of("awk", "gawk", "mawk");

  private final KnowledgeBase knowledge;

  Commands(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** A command that writes; doubt says why it is only possible. */
  record Match(@Nullable String doubt) {
    static final Match SURE = new Match(null);
  }

  /** Whether a command writes; null where it does not. */
  @Nullable Match match(Invocation invocation, String script) {
    Match match = matchCommand(invocation, script);
    if (match != null && match.doubt() == null && !invocation.certain()) {
      return new Match("a command that is not known here is taken to run its arguments");
    }
    return match;
  }

  private @Nullable Match matchCommand(Invocation invocation, String script) {
    List<Word> argv = invocation.argv();
    Invocation.NixTarget nix = invocation.nix();
    if (nix != null && nix.command().equals("run")) {
      Word installable = nix.installable();
      if (installable != null && namesClient(installable)) {
        return client(nix.arguments(), 0);
      }
    }
    String command = invocation.command();
    if (command == null || command.indexOf('?') >= 0 || command.indexOf('*') >= 0) {
      return unknownCommand(argv, script);
    }
    if (knowledge.clients().names().contains(command)) {
      return client(argv, 1);
    }
    return switch (command) {
      case "curl", "wget", "http", "https", "xh" -> upload(argv);
      case "nix" -> nixCopy(argv);
      case "aws" -> putObject(argv) ? Match.SURE : bucket(argv);
      default -> S3_CLIENTS.contains(command) ? bucket(argv) : program(command, invocation);
    };
  }

  /** The client's subcommand: the first word that is no option and no option's value. */
  private @Nullable Match client(List<Word> argv, int from) {
    for (int i = from; i < argv.size(); i++) {
      Word word = argv.get(i);
      String text = word.literal();
      if (text == null) {
        return subcommandNotKnown(word, argv, i);
      }
      // Behind these no subcommand is run: help is printed, or the words are operands.
      if (Set.of("--", "-h", "--help", "-V", "--version").contains(text)) {
        return null;
      }
      if (!text.startsWith("-")) {
        boolean writes = knowledge.clients().writing().contains(text) && !asksForHelp(argv, i + 1);
        return writes ? Match.SURE : null;
      }
      if (knowledge.clients().optionsWithValue().contains(text)) {
        i++;
      }
    }
    return null;
  }

  private static boolean asksForHelp(List<Word> argv, int from) {
    for (int i = from; i < argv.size(); i++) {
      String text = argv.get(i).literal();
      if ("--".equals(text)) {
        return false;
      }
      if ("--help".equals(text) || "-h".equals(text)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Match subcommandNotKnown(Word word, List<Word> argv, int at) {
    List<String> possible = word.possible();
    for (String text : possible) {
      if (knowledge.clients().writing().contains(text)) {
        return Match.SURE;
      }
    }
    // `attic "$@"` in a wrapper function is judged where the function is called.
    boolean everything = word.display().equals("$@") || word.display().equals("$*");
    return possible.isEmpty() && !(everything && at == argv.size() - 1)
        ? new Match("its subcommand `" + word.display() + "` is only known when it runs")
        : null;
  }

  /**
   * {@code nixpkgs#attic-client}, {@code .#attic}, {@code github:zhaofengli/attic}, also with
   * {@code #default}, {@code attic}.
   */
  private boolean namesClient(Word installable) {
    String text = installable.literal();
    String shown = text == null ? installable.literalSuffix() : text;
    int hash = shown.lastIndexOf('#');
    if (hash >= 0) {
      String fragment = shown.substring(hash + 1);
      String name = fragment.substring(fragment.lastIndexOf('.') + 1);
      if (!name.isEmpty() && !name.equals("default")) {
        return knowledge.clients().packages().contains(name);
      }
      shown = shown.substring(0, hash);
    }
    int start = 0;
    for (int i = 0; i <= shown.length(); i++) {
      boolean ends = i == shown.length() || "/:?".indexOf(shown.charAt(i)) >= 0;
      if (ends && knowledge.clients().packages().contains(shown.substring(start, i))) {
        return true;
      }
      if (ends) {
        start = i + 1;
      }
    }
    return false;
  }

  /**
   * {@code $ATTIC push}: the command is not known, but the next word gives it away, if the client
   * is named in the script or what follows is what the client takes: a cache and paths. One operand
   * is what others take ({@code $DOCKER push image}).
   */
  private @Nullable Match unknownCommand(List<Word> argv, String script) {
    String next = argv.size() > 1 ? argv.get(1).literal() : null;
    boolean writes = next != null && knowledge.clients().writing().contains(next);
    String name = argv.getFirst().display();
    return writes
            && (argv.size() > 3
                || knowledge.mentionsClient(name)
                || knowledge.mentionsClient(script))
        ? new Match("the command `" + name + "` is only known when it runs")
        : null;
  }

  private @Nullable Match upload(List<Word> argv) {
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

  private @Nullable Match nixCopy(List<Word> argv) {
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

  /** {@code python -c '…'}, {@code node <<EOF}, {@code docker run image …}. */
  private @Nullable Match program(String command, Invocation invocation) {
    boolean filters = FILTERS.contains(command) && invocation.display().contains("system(");
    if (!PROGRAMS.contains(command) && !filters) {
      return null;
    }
    Word input = invocation.input();
    boolean mentioned =
        OpaqueText.mentionsWrite(invocation.display(), knowledge)
            || (input != null && OpaqueText.mentionsWrite(input.display(), knowledge));
    return mentioned ? new Match("what `" + command + "` is given to run is not analysed") : null;
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

  private @Nullable Match bucket(List<Word> argv) {
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
