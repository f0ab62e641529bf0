package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows {@code cd}, so that it is known in which folder a command works. */
final class Directories {
  private Directories() {}

  /** Carries out {@code cd}, {@code pushd} or {@code popd}. */
  static void change(Variables state, List<Word> argv) {
    Word target = target(argv);
    Word before = state.directory;
    String literal = target == null ? null : target.literal();
    if (target == null || "-".equals(literal)) {
      boolean back = "popd".equals(argv.get(0).literal()) || target != null;
      state.directory = back ? state.directoryBefore : unknown(argv.get(0));
    } else {
      state.directory = below(before, target);
    }
    state.directoryBefore = before;
  }

  /** The folder that two ways agree on. */
  static @Nullable Word joined(@Nullable Word left, @Nullable Word right) {
    if (left == null && right == null) {
      return null;
    }
    boolean same = left != null && right != null && left.display().equals(right.display());
    return same ? left : unknown(left == null ? right : left);
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
  private static Word below(@Nullable Word folder, Word target) {
    String prefix = target.literalPrefix();
    if (folder == null || prefix.isEmpty() || prefix.startsWith("/") || prefix.startsWith("~")) {
      return target;
    }
    List<WordPart> parts = new ArrayList<>(folder.parts());
    parts.add(new WordPart.Literal("/", true, target.start(), target.start()));
    parts.addAll(target.parts());
    return new Word(parts, target.start(), target.end());
  }

  private static Word unknown(@Nullable Word at) {
    int start = at == null ? 0 : at.start();
    return new Word(List.of(new WordPart.Unknown("$PWD", true, start, start)), start, start);
  }
}
