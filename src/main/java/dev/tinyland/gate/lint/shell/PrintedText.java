package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code echo} and {@code printf} print. */
final class PrintedText {
  private static final int MOST_ROUNDS = 1000;

  private PrintedText() {}

  /** The output of a command with resolved words; {@code null} for other commands. */
  static @Nullable Word of(List<Word> argv) {
    String name = argv.isEmpty() ? null : argv.get(0).literal();
    if ("echo".equals(name)) {
      return echo(argv);
    }
    return "printf".equals(name) ? printf(argv) : null;
  }

  private static Word echo(List<Word> argv) {
    int first = 1;
    boolean escapes = false;
    boolean newline = true;
    while (first < argv.size()) {
      String flag = argv.get(first).literal();
      if (flag == null || !isEchoFlag(flag)) {
        break;
      }
      escapes |= flag.indexOf('e') > 0;
      newline &= flag.indexOf('n') < 0;
      first++;
    }
    Word origin = argv.get(0);
    List<WordPart> parts = new ArrayList<>();
    for (int i = first; i < argv.size(); i++) {
      if (i > first) {
        parts.add(literal(" ", argv.get(i)));
      }
      for (WordPart part : argv.get(i).parts()) {
        boolean decode = escapes && part instanceof WordPart.Literal;
        parts.add(
            decode && part instanceof WordPart.Literal literal
                ? new WordPart.Literal(
                    Escapes.decodeAll(literal.text()), true, literal.start(), literal.end())
                : part);
      }
    }
    if (newline) {
      parts.add(literal("\n", origin));
    }
    return new Word(parts, origin.start(), argv.get(argv.size() - 1).end());
  }

  private static boolean isEchoFlag(String text) {
    if (text.length() < 2 || text.charAt(0) != '-') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if ("neE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static WordPart literal(String text, Word at) {
    return new WordPart.Literal(text, true, at.start(), at.start());
  }

  private static @Nullable Word printf(List<Word> argv) {
    int format = 1;
    if (format < argv.size() && "--".equals(argv.get(format).literal())) {
      format++;
    }
    if (format >= argv.size() || "-v".equals(argv.get(format).literal())) {
      return null;
    }
    List<WordPart> parts = new ArrayList<>();
    int next = format + 1;
    int rounds = 0;
    do {
      int before = next;
      next = round(argv, format, next, parts);
      rounds++;
      if (next == before) {
        break;
      }
    } while (next < argv.size() && rounds < MOST_ROUNDS);
    return new Word(parts, argv.get(0).start(), argv.get(argv.size() - 1).end());
  }

  /** Prints the format once; the index of the first argument that is left. */
  private static int round(List<Word> argv, int format, int first, List<WordPart> out) {
    int next = first;
    for (WordPart part : argv.get(format).parts()) {
      if (!(part instanceof WordPart.Literal literal)) {
        out.add(part);
        continue;
      }
      String text = Escapes.decodeAll(literal.text());
      StringBuilder run = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c != '%' || i + 1 >= text.length()) {
          run.append(c);
          continue;
        }
        int end = i + 1;
        while (end < text.length() - 1 && "-+ #0123456789.*'".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        i = end;
        if (text.charAt(end) == '%') {
          run.append('%');
          continue;
        }
        flush(run, literal, out);
        if (next < argv.size()) {
          out.addAll(argv.get(next).parts());
          next++;
        }
      }
      flush(run, literal, out);
    }
    return next;
  }

  private static void flush(StringBuilder run, WordPart.Literal origin, List<WordPart> out) {
    if (!run.isEmpty()) {
      out.add(new WordPart.Literal(run.toString(), true, origin.start(), origin.end()));
      run.setLength(0);
    }
  }
}
