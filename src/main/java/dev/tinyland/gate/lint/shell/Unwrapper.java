package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes one wrapper off a command. */
final class Unwrapper {
  private final Set<String> interesting;

  Unwrapper(Set<String> interesting) {
    this.interesting = interesting;
  }

  /** What the command runs besides itself; empty where that is nothing. */
  List<Unwrapped> unwrap(List<Word> argv, @Nullable Word input) {
    String name = name(argv.get(0));
    Wrappers.Wrapper wrapper = name == null ? null : Wrappers.find(name);
    if (wrapper == null || name == null) {
      return unknown(argv);
    }
    return switch (wrapper.kind()) {
      case PREFIX -> prefix(argv, wrapper, name);
      case ENV -> environment(argv, wrapper);
      case XARGS -> BatchArguments.xargs(argv, optionsEnd(argv, wrapper), input);
      case PARALLEL -> BatchArguments.parallel(argv, optionsEnd(argv, wrapper));
      case FIND -> BatchArguments.find(argv);
      case SHELL -> ShellArguments.unwrap(argv, wrapper);
      case OPTION -> option(argv, wrapper);
      case JOINED -> joined(argv, operandsFrom(argv, wrapper));
      case SSH -> ssh(argv, wrapper);
      case STRINGS -> strings(argv);
      case TAIL -> tail(argv);
      case NIX -> nix(argv);
      case INERT -> List.of();
    };
  }

  /** The base name of a command's word, {@code null} where it is not fixed. */
  static @Nullable String name(Word word) {
    String literal = word.literal();
    if (literal != null) {
      return Parts.baseName(literal);
    }
    String suffix = word.literalSuffix();
    int slash = suffix.lastIndexOf('/');
    return slash < 0 ? null : suffix.substring(slash + 1);
  }

  /** Whether the command does nothing but run the other one. */
  static boolean isTransparent(List<Word> argv) {
    String name = name(argv.get(0));
    Wrappers.Wrapper wrapper = name == null ? null : Wrappers.find(name);
    return wrapper != null
        && (wrapper.kind() == Wrappers.Kind.PREFIX || wrapper.kind() == Wrappers.Kind.ENV);
  }

  /** The index after options and their values. */
  private static int optionsEnd(List<Word> argv, Wrappers.Wrapper wrapper) {
    int i = 1;
    while (i < argv.size()) {
      String text = argv.get(i).literal();
      if (text == null) {
        if (!argv.get(i).literalPrefix().startsWith("-")) {
          break;
        }
        i++;
      } else if (text.equals("--")) {
        return i + 1;
      } else if (text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
        i += wrapper.takesValue(text) ? 2 : 1;
      } else {
        break;
      }
    }
    return Math.min(i, argv.size());
  }

  private static int operandsFrom(List<Word> argv, Wrappers.Wrapper wrapper) {
    return Math.min(argv.size(), optionsEnd(argv, wrapper) + wrapper.operands());
  }

  private static List<Unwrapped> rest(List<Word> argv, int from) {
    return from < argv.size()
        ? List.of(new Unwrapped.Command(argv.subList(from, argv.size()), true))
        : List.of();
  }

  private static List<Unwrapped> prefix(List<Word> argv, Wrappers.Wrapper wrapper, String name) {
    boolean asks = name.equals("command") && argv.size() > 1;
    String flag = asks ? argv.get(1).literal() : null;
    if (flag != null && flag.startsWith("-") && (flag.contains("v") || flag.contains("V"))) {
      return List.of();
    }
    return rest(argv, operandsFrom(argv, wrapper));
  }

  private static List<Unwrapped> environment(List<Word> argv, Wrappers.Wrapper wrapper) {
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).literal();
      boolean splits =
          text != null
              && (text.equals("-S") || text.equals("--split-string") || text.equals("-vS"));
      if (splits) {
        return joined(argv, i + 1);
      }
      String prefix = argv.get(i).literalPrefix();
      if (prefix.startsWith("--split-string=") || (prefix.startsWith("-S") && text != null)) {
        int cut = prefix.startsWith("-S") ? 2 : "--split-string=".length();
        List<Word> words = new ArrayList<>();
        words.add(withoutPrefix(argv.get(i), cut));
        words.addAll(argv.subList(i + 1, argv.size()));
        return List.of(new Unwrapped.Source(words, List.of(), false));
      }
      if (!prefix.startsWith("-")) {
        break;
      }
    }
    int i = optionsEnd(argv, wrapper);
    while (i < argv.size() && isAssignment(argv.get(i))) {
      i++;
    }
    return rest(argv, i);
  }

  private static Word withoutPrefix(Word word, int length) {
    String text = word.literal();
    return Word.of(text == null ? "" : text.substring(length), word.start(), word.end());
  }

  static boolean isAssignment(Word word) {
    String prefix = word.literalPrefix();
    int equals = prefix.indexOf('=');
    return equals > 0 && Parts.isName(prefix.substring(0, equals));
  }

  private static List<Unwrapped> option(List<Word> argv, Wrappers.Wrapper wrapper) {
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).literal();
      boolean holds =
          text != null
              && switch (text) {
                case "-c", "--command", "--run", "--session-command" -> true;
                default -> isCluster(text);
              };
      if (holds && i + 1 < argv.size()) {
        return List.of(new Unwrapped.Source(List.of(argv.get(i + 1)), null, false));
      }
      String prefix = argv.get(i).literalPrefix();
      if (prefix.startsWith("--command=") || prefix.startsWith("--run=")) {
        Word script = Placeholders.after(argv.get(i), prefix.indexOf('=') + 1);
        return List.of(new Unwrapped.Source(List.of(script), null, false));
      }
    }
    int from = operandsFrom(argv, wrapper);
    return wrapper.operands() == 0 ? List.of() : rest(argv, from);
  }

  /** Short options in one word of which the last is {@code c}. */
  private static boolean isCluster(String text) {
    return text.length() > 2
        && text.charAt(0) == '-'
        && text.charAt(1) != '-'
        && text.length() < 6
        && text.endsWith("c");
  }

  private static List<Unwrapped> joined(List<Word> argv, int from) {
    return from < argv.size()
        ? List.of(new Unwrapped.Source(argv.subList(from, argv.size()), List.of(), false))
        : List.of();
  }

  private static List<Unwrapped> ssh(List<Word> argv, Wrappers.Wrapper wrapper) {
    int host = optionsEnd(argv, wrapper);
    if (host >= argv.size()) {
      return List.of();
    }
    List<Word> command = new ArrayList<>(argv.subList(host + 1, argv.size()));
    while (!command.isEmpty() && command.get(0).literalPrefix().startsWith("-")) {
      String flag = command.remove(0).literal();
      if (flag != null && wrapper.takesValue(flag) && !command.isEmpty()) {
        command.remove(0);
      }
    }
    return command.isEmpty()
        ? List.of(new Unwrapped.Input(null, false))
        : List.of(new Unwrapped.Source(command, List.of(), false));
  }

  private List<Unwrapped> strings(List<Word> argv) {
    List<Unwrapped> found = new ArrayList<>();
    for (Word word : argv.subList(1, argv.size())) {
      if (word.literalPrefix().strip().indexOf(' ') > 0) {
        found.add(new Unwrapped.Source(List.of(word), List.of(), false));
      }
    }
    found.addAll(tail(argv));
    return found;
  }

  private List<Unwrapped> tail(List<Word> argv) {
    int from = tailStart(argv);
    return from < 0 ? List.of() : rest(argv, from);
  }

  private List<Unwrapped> unknown(List<Word> argv) {
    int from = tailStart(argv);
    return from < 0
        ? List.of()
        : List.of(new Unwrapped.Command(argv.subList(from, argv.size()), false));
  }

  /** The first argument that is an interesting command, or a wrapper with a command. */
  private int tailStart(List<Word> argv) {
    for (int i = 1; i < argv.size(); i++) {
      String name = name(argv.get(i));
      if (name == null || name.isEmpty()) {
        continue;
      }
      boolean last = i + 1 == argv.size();
      if (interesting.contains(name) && !last) {
        return i;
      }
      Wrappers.Wrapper wrapper = Wrappers.find(name);
      boolean runs =
          wrapper != null
              && switch (wrapper.kind()) {
                case SHELL -> true;
                case XARGS, NIX, ENV, OPTION -> !last;
                default -> false;
              };
      if (runs && !isOptionValue(argv, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOptionValue(List<Word> argv, int index) {
    String before = argv.get(index - 1).literal();
    return before != null && before.equals("--entrypoint");
  }

  private List<Unwrapped> nix(List<Word> argv) {
    NixCommand.Parsed parsed = NixCommand.parse(argv);
    if (parsed == null) {
      return List.of();
    }
    if (!parsed.inner().isEmpty()) {
      return List.of(new Unwrapped.Command(parsed.inner(), true));
    }
    Invocation.NixTarget target = parsed.target();
    String program =
        target.command().equals("run") ? NixCommand.programName(target.installable()) : null;
    Wrappers.Wrapper wrapper = program == null ? null : Wrappers.find(program);
    Word installable = target.installable();
    if (wrapper == null || installable == null || program == null || target.arguments().isEmpty()) {
      List<Word> given = new ArrayList<>();
      given.add(argv.get(0));
      given.addAll(target.arguments());
      return target.command().equals("run") ? unknown(given) : List.of();
    }
    List<Word> inner = new ArrayList<>();
    inner.add(Word.of(program, installable.start(), installable.end()));
    inner.addAll(target.arguments());
    return interesting.contains(program) ? List.of() : List.of(new Unwrapped.Command(inner, true));
  }
}
