package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a task runner's command line that are no options. */
final class Operands {
  private Operands() {}

  /**
   * What a command line holds.
   *
   * @param folder the value of the option that changes the folder, or null
   * @param file the value of the option that names the file of recipes, or null
   * @param words operands, with assignments among them
   */
  record Read(@Nullable String folder, @Nullable Word file, List<Word> words) {
    Read {
      words = List.copyOf(words);
    }
  }

  /**
   * Reads a command line.
   *
   * @param folders options that change the folder
   * @param files options that name the file
   * @param withValue other options that take the next word with them
   */
  static Read read(List<Word> argv, Set<String> folders, Set<String> files, Set<String> withValue) {
    String folder = null;
    Word file = null;
    List<Word> words = new ArrayList<>();
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).literal();
      boolean option = text != null && text.startsWith("-") && words.isEmpty();
      if (!option || text == null) {
        words.add(argv.get(i));
        continue;
      }
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      Word value = null;
      if (equals >= 0) {
        value = Word.of(text.substring(equals + 1), argv.get(i).start(), argv.get(i).end());
      } else if ((folders.contains(name) || files.contains(name) || withValue.contains(name))
          && i + 1 < argv.size()) {
        value = argv.get(++i);
      }
      if (value != null && folders.contains(name)) {
        folder = value.literal();
      } else if (value != null && files.contains(name)) {
        file = value;
      }
    }
    return new Read(folder, file, words);
  }
}
