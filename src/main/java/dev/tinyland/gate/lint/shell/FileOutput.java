package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what a command writes to the files for later steps. */
final class FileOutput {
  private final Run run;
  private final Scope scope;
  private final int start;
  private final int end;

  FileOutput(Run run, Scope scope, int start, int end) {
    this.run = run;
    this.scope = scope;
    this.start = start;
    this.end = end;
  }

  /** Looks at a command that runs no other. */
  void note(List<Word> argv) {
    FileKind output = scope.output() == null ? run.state.output : scope.output();
    String name = argv.get(0).literal();
    boolean away = scope.output() == null && redirectsAway(scope.around().redirections());
    if (output != null && !away) {
      printed(argv, name, output);
    }
    if (name != null && isReader(name)) {
      return;
    }
    boolean tee = "tee".equals(name);
    for (Word word : argv) {
      FileKind kind = mentioned(word);
      if (kind == null || (tee && scope.around().stage() > 0)) {
        continue;
      }
      if (tee && scope.input() != null) {
        lines(scope.input(), kind);
      } else {
        opaque(kind);
      }
    }
    Word input = scope.input();
    FileKind inText = input == null || "cat".equals(name) || tee ? null : mentioned(input);
    if (inText != null) {
      opaque(inText);
    }
  }

  private static boolean redirectsAway(List<Redirection> redirections) {
    for (Redirection redirection : redirections) {
      if (redirection.isOutput()) {
        return true;
      }
    }
    return false;
  }

  private void printed(List<Word> argv, @Nullable String name, FileKind kind) {
    Word text = PrintedText.of(argv);
    if (text == null && "cat".equals(name) && argv.size() == 1) {
      text = scope.input();
    }
    if (text != null) {
      lines(text, kind);
    } else if (!isSilent(name)) {
      opaque(kind);
    }
  }

  private void opaque(FileKind kind) {
    run.fileLines.add(new Run.FileLine(kind, null, scope.guardList(), start, end));
  }

  private void lines(Word text, FileKind kind) {
    List<WordPart> line = new ArrayList<>();
    for (WordPart part : text.parts()) {
      if (!(part instanceof WordPart.Literal literal)) {
        line.add(part);
        continue;
      }
      int from = 0;
      String value = literal.text();
      for (int i = 0; i <= value.length(); i++) {
        boolean ends = i == value.length();
        if (!ends && value.charAt(i) != '\n') {
          continue;
        }
        int to = !ends && i > from && value.charAt(i - 1) == '\r' ? i - 1 : i;
        if (to > from) {
          line.add(new WordPart.Literal(value.substring(from, to), true, text.start(), text.end()));
        }
        if (!ends) {
          add(line, text, kind);
        }
        from = i + 1;
      }
    }
    add(line, text, kind);
  }

  private void add(List<WordPart> line, Word text, FileKind kind) {
    if (!line.isEmpty()) {
      Word word = new Word(line, text.start(), text.end());
      run.fileLines.add(new Run.FileLine(kind, word, scope.guardList(), start, end));
      line.clear();
    }
  }

  /** The file a word names, or mentions in the text of another language. */
  private static @Nullable FileKind mentioned(Word word) {
    for (WordPart part : word.parts()) {
      FileKind kind = FileKind.of(part);
      if (kind != null) {
        return kind;
      }
      if (part instanceof WordPart.Literal literal && literal.text().indexOf("GITHUB_") >= 0) {
        for (FileKind each : FileKind.values()) {
          if (literal.text().contains(each.variable())) {
            return each;
          }
        }
      }
    }
    return null;
  }

  private static boolean isReader(String name) {
    return switch (name) {
      case "echo",
          "printf",
          "cat",
          "grep",
          "test",
          "[",
          "ls",
          "stat",
          "wc",
          "head",
          "tail",
          "chmod",
          "touch",
          "export",
          "unset",
          "attic" ->
          true;
      default -> false;
    };
  }

  private static boolean isSilent(@Nullable String name) {
    return name != null
        && switch (name) {
          case "cd", "mkdir", "rm", "sleep", "touch", "chmod", "export", "wait", "kill" -> true;
          default -> false;
        };
  }
}
