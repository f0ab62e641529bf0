package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which commands of a script write: clients of the cache, and what uploads past them. */
final class Commands {
  /** Programs that run what they are given in a language or a place of their own. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "python", "python3", "node", "perl", "ruby", "deno", "bun", "pwsh", "docker", "podman",
          "nerdctl", "kubectl", "php", "lua", "expect");

  /** Programs that run commands only by a call; what they search for is no write. */
  private static final Set<String> FILTERS = Set.of("awk", "gawk", "mawk");

  private final KnowledgeBase knowledge;
  private final Uploads uploads;

  Commands(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.uploads = new Uploads(knowledge);
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
      KnowledgeBase.Flag flag = installable == null ? null : flagOf(installable);
      if (flag != null) {
        return given(flag, nix.arguments()) ? Match.SURE : null;
      }
    }
    String command = invocation.command();
    if (command == null || command.indexOf('?') >= 0 || command.indexOf('*') >= 0) {
      return unknownCommand(argv, script);
    }
    if (knowledge.clients().names().contains(command)) {
      return client(argv, 1);
    }
    for (KnowledgeBase.Flag flag : knowledge.flags()) {
      if (flag.command().equals(command)) {
        return given(flag, argv) ? Match.SURE : null;
      }
    }
    return switch (command) {
      case "curl", "wget", "http", "https", "xh" -> uploads.http(argv);
      case "nix" -> uploads.nixCopy(argv);
      case "aws" -> uploads.aws(argv);
      default -> Uploads.isS3Client(command) ? uploads.bucket(argv) : program(command, invocation);
    };
  }

  /** {@code nixpkgs#nix-fast-build}, {@code github:Mic92/nix-fast-build}. */
  private KnowledgeBase.@Nullable Flag flagOf(Word installable) {
    String text = installable.display();
    for (KnowledgeBase.Flag flag : knowledge.flags()) {
      if (text.endsWith("#" + flag.command()) || text.contains("/" + flag.command())) {
        return flag;
      }
    }
    return null;
  }

  /** Whether one of the options is among the arguments, with a value. */
  private static boolean given(KnowledgeBase.Flag flag, List<Word> arguments) {
    for (Word word : arguments) {
      String prefix = word.literalPrefix();
      for (String option : flag.options()) {
        if (prefix.equals(option) || prefix.startsWith(option + "=")) {
          return true;
        }
      }
    }
    return false;
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
}
