package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wrappers that run a command for many arguments: xargs, parallel, find. */
final class BatchArguments {
  private BatchArguments() {}

  static List<Unwrapped> xargs(List<Word> argv, int from, @Nullable Word input) {
    String placeholder = null;
    for (int i = 1; i < from; i++) {
      String text = argv.get(i).literal();
      if (text == null) {
        continue;
      }
      if ((text.equals("-I") || text.equals("-J")) && i + 1 < from) {
        placeholder = argv.get(i + 1).literal();
      } else if (text.startsWith("-I")) {
        placeholder = text.substring(2);
      } else if (text.equals("-i") || text.equals("--replace")) {
        placeholder = "{}";
      } else if (text.startsWith("--replace=")) {
        placeholder = text.substring("--replace=".length());
      }
    }
    if (from >= argv.size()) {
      return List.of();
    }
    List<Word> inner = new ArrayList<>();
    for (Word word : argv.subList(from, argv.size())) {
      inner.add(placeholder == null ? word : Placeholders.replace(word, placeholder));
    }
    if (placeholder == null) {
      inner.addAll(Placeholders.inputWords(input, argv.get(0)));
    }
    return List.of(new Unwrapped.Command(inner, true));
  }

  static List<Unwrapped> parallel(List<Word> argv, int from) {
    int to = from;
    while (to < argv.size()) {
      String text = argv.get(to).literal();
      if (text != null && text.startsWith(":::")) {
        break;
      }
      to++;
    }
    List<Unwrapped> scripts = new ArrayList<>();
    if (to > from) {
      List<Word> words = new ArrayList<>();
      for (Word word : argv.subList(from, to)) {
        words.add(Placeholders.replace(word, "{}"));
      }
      words.add(Placeholders.unknown("…", argv.get(0)));
      scripts.add(new Unwrapped.Source(words, List.of(), false));
    } else {
      for (int i = to + 1; i < argv.size(); i++) {
        scripts.add(new Unwrapped.Source(List.of(argv.get(i)), List.of(), false));
      }
    }
    return scripts;
  }

  static List<Unwrapped> find(List<Word> argv) {
    List<Unwrapped> commands = new ArrayList<>();
    int i = 1;
    while (i < argv.size()) {
      String text = argv.get(i).literal();
      boolean runs =
          text != null
              && switch (text) {
                case "-exec", "-execdir", "-ok", "-okdir", "-x", "-X", "--exec", "--exec-batch" ->
                    true;
                default -> false;
              };
      i++;
      if (!runs) {
        continue;
      }
      List<Word> inner = new ArrayList<>();
      while (i < argv.size()) {
        String word = argv.get(i).literal();
        if (";".equals(word) || "+".equals(word)) {
          break;
        }
        inner.add(Placeholders.replace(argv.get(i), "{}"));
        i++;
      }
      if (!inner.isEmpty()) {
        commands.add(new Unwrapped.Command(inner, true));
      }
    }
    return commands;
  }
}
