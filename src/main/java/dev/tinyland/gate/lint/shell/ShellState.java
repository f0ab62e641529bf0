package dev.tinyland.gate.lint.shell;

import java.util.List;

/** Builtins that change variables and options. */
final class ShellState {
  private ShellState() {}

  /** {@code set -e}, {@code set -o errexit}, {@code set -- a b}. */
  static void set(Variables state, List<Word> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).literal();
      if (text == null) {
        state.arguments = null;
        state.errexit = false;
        return;
      }
      if (text.equals("--") || text.equals("-") || !isOption(text)) {
        int from = text.equals("--") || text.equals("-") ? i + 1 : i;
        state.arguments = List.copyOf(arguments.subList(from, arguments.size()));
        return;
      }
      boolean on = text.charAt(0) == '-';
      if (text.indexOf('e') > 0) {
        state.errexit = on;
      }
      if (text.endsWith("o") && i + 1 < arguments.size()) {
        i++;
        String option = arguments.get(i).literal();
        if (option == null) {
          state.errexit = false;
        } else if (option.equals("errexit")) {
          state.errexit = on;
        } else if (option.equals("pipefail")) {
          state.pipefail = on;
        }
      }
    }
  }

  private static boolean isOption(String text) {
    return text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+');
  }

  static void shift(Variables state, List<Word> arguments) {
    List<Word> known = state.arguments;
    if (known == null) {
      return;
    }
    String text = arguments.isEmpty() ? "1" : arguments.get(0).literal();
    int count = text == null ? -1 : Operators.smallNumber(text);
    if (count < 0) {
      state.arguments = null;
    } else if (count <= known.size()) {
      state.arguments = known.subList(count, known.size());
    }
  }

  static void unset(Variables state, List<Word> arguments) {
    boolean functions = false;
    for (Word word : arguments) {
      String text = word.literal();
      if (text == null) {
        state.loseAll();
      } else if (text.startsWith("-")) {
        functions |= text.indexOf('f') > 0;
      } else if (functions) {
        state.functions.remove(text);
      } else {
        Variables.Function function = state.functions.get(text);
        if (function != null) {
          state.functions.put(text, new Variables.Function(function.definitions(), false));
        }
        state.bind(text, List.of(Variables.Choice.UNSET));
      }
    }
  }

  /** {@code read} and its relatives set their names to something unknown. */
  static void read(Variables state, String builtin, List<Word> arguments) {
    state.lose(builtin.equals("getopts") ? "OPTARG" : "REPLY");
    if (builtin.equals("mapfile") || builtin.equals("readarray")) {
      state.lose("MAPFILE");
    }
    for (Word word : arguments) {
      String text = word.literal();
      if (text == null && !word.literalPrefix().startsWith("-")) {
        state.loseAll();
      } else if (text != null && Parts.isName(text)) {
        state.lose(text);
      } else if (builtin.equals("let")) {
        for (String name : AssignedNames.identifiers(word)) {
          state.lose(name);
        }
      }
    }
  }

  /** {@code printf -v NAME}. */
  static void printf(Variables state, List<Word> argv) {
    if (argv.size() > 2 && "-v".equals(argv.get(1).literal())) {
      String name = argv.get(2).literal();
      if (name == null) {
        state.loseAll();
      } else if (Parts.isName(name)) {
        state.lose(name);
      }
    }
  }
}
