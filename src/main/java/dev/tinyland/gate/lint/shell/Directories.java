package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows {@code cd}, so that it is known in which folders a command may work. */
final class Directories {
  /** Where a script starts. */
  static final List<Word> START = List.of(Word.of("", 0, 0));

  private static final int MOST = 8;

  private Directories() {}

  /** Carries out {@code cd}, {@code pushd} or {@code popd}. */
  static void change(Variables state, List<Word> argv) {
    Word target = target(argv);
    List<Word> before = state.directories;
    if (target == null) {
      boolean back = "popd".equals(argv.get(0).literal());
      state.directories = back ? state.directoriesBefore : unknown(argv.get(0).start());
    } else if ("-".equals(target.literal())) {
      state.directories = state.directoriesBefore;
    } else {
      List<Word> reached = new ArrayList<>();
      for (Word folder : before) {
        addIfNew(below(folder, target), reached);
      }
      state.directories = List.copyOf(reached);
    }
    state.directoriesBefore = before;
  }

  /** The folders that one way or the other leads to. */
  static List<Word> joined(List<Word> left, List<Word> right) {
    if (left.equals(right)) {
      return left;
    }
    List<Word> both = new ArrayList<>(left);
    for (Word folder : right) {
      addIfNew(folder, both);
    }
    return both.size() > MOST ? unknown(0) : List.copyOf(both);
  }

  private static void addIfNew(Word folder, List<Word> to) {
    for (Word known : to) {
      if (known.display().equals(folder.display())) {
        return;
      }
    }
    to.add(folder);
  }

  private static @Nullable Word target(List<Word> argv) {
    for (Word word : argv.subList(1, argv.size())) {
      String text = word.literal();
      boolean option = text != null && text.length() > 1 && text.charAt(0) == '-';
      if (!option) {
        return word;
      }
    }
    return null;
  }

  /** A path that begins with a variable may be absolute; what counts is how it ends. */
  private static Word below(Word folder, Word target) {
    String prefix = target.literalPrefix();
    boolean absolute = prefix.isEmpty() || prefix.startsWith("/") || prefix.startsWith("~");
    if (absolute || "".equals(folder.literal())) {
      return target;
    }
    List<WordPart> parts = new ArrayList<>(folder.parts());
    parts.add(new WordPart.Literal("/", true, target.start(), target.start()));
    parts.addAll(target.parts());
    return new Word(parts, target.start(), target.end());
  }

  private static List<Word> unknown(int at) {
    return List.of(new Word(List.of(new WordPart.Unknown("$PWD", true, at, at)), at, at));
  }
}
