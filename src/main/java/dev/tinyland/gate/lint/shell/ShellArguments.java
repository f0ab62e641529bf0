package dev.tinyland.gate.lint.shell;

import java.util.List;

/** The arguments of {@code bash} and its relatives. */
final class ShellArguments {
  private ShellArguments() {}

  static List<Unwrapped> unwrap(List<Word> argv, Wrappers.Wrapper wrapper) {
    boolean command = false;
    boolean errexit = false;
    boolean input = false;
    int i = 1;
    while (i < argv.size()) {
      Word word = argv.get(i);
      String text = word.literal();
      if (text == null || text.length() < 2) {
        break;
      }
      if (text.equals("--")) {
        i++;
        break;
      }
      char sign = text.charAt(0);
      if (sign != '-' && sign != '+') {
        break;
      }
      boolean cluster = text.charAt(1) != '-';
      command |= cluster && sign == '-' && text.indexOf('c') > 0;
      input |= cluster && sign == '-' && text.indexOf('s') > 0;
      boolean takesValue =
          wrapper.takesValue(text) || (cluster && (text.endsWith("o") || text.endsWith("O")));
      String value = takesValue && i + 1 < argv.size() ? argv.get(i + 1).literal() : null;
      errexit |= sign == '-' && ((cluster && text.indexOf('e') > 0) || "errexit".equals(value));
      i += takesValue ? 2 : 1;
    }
    if (command) {
      if (i >= argv.size()) {
        return List.of();
      }
      List<Word> arguments = i + 2 < argv.size() ? argv.subList(i + 2, argv.size()) : List.of();
      return List.of(new Unwrapped.Source(List.of(argv.get(i)), List.copyOf(arguments), errexit));
    }
    if (input || i >= argv.size() || isStandardInput(argv.get(i))) {
      int first = Math.min(input ? i : i + 1, argv.size());
      return List.of(new Unwrapped.Input(List.copyOf(argv.subList(first, argv.size())), errexit));
    }
    return List.of();
  }

  private static boolean isStandardInput(Word word) {
    String text = word.literal();
    return text != null && (text.equals("-") || text.equals("/dev/stdin"));
  }
}
