package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places in words that a wrapper fills in. */
final class Placeholders {
  private Placeholders() {}

  static Word unknown(String display, Word at) {
    return new Word(
        List.of(new WordPart.Unknown(display, true, at.start(), at.end())), at.start(), at.end());
  }

  /** The word with each occurrence of a text replaced by something unknown. */
  static Word replace(Word word, String placeholder) {
    if (placeholder.isEmpty()) {
      return word;
    }
    List<WordPart> parts = new ArrayList<>();
    boolean changed = false;
    for (WordPart part : word.parts()) {
      if (!(part instanceof WordPart.Literal literal) || !literal.text().contains(placeholder)) {
        parts.add(part);
        continue;
      }
      changed = true;
      int from = 0;
      int at = literal.text().indexOf(placeholder);
      while (at >= 0) {
        add(parts, literal, from, at);
        parts.add(
            new WordPart.Unknown(placeholder, literal.quoted(), literal.start(), literal.end()));
        from = at + placeholder.length();
        at = literal.text().indexOf(placeholder, from);
      }
      add(parts, literal, from, literal.text().length());
    }
    return changed ? new Word(parts, word.start(), word.end()) : word;
  }

  /** The word without its first characters, which must be fixed. */
  static Word after(Word word, int skipped) {
    List<WordPart> parts = new ArrayList<>();
    int left = skipped;
    for (WordPart part : word.parts()) {
      if (left > 0 && part instanceof WordPart.Literal literal) {
        int cut = Math.min(left, literal.text().length());
        add(parts, literal, cut, literal.text().length());
        left -= cut;
      } else {
        parts.add(part);
      }
    }
    return new Word(parts, word.start(), word.end());
  }

  private static void add(List<WordPart> parts, WordPart.Literal literal, int from, int to) {
    if (to <= from) {
      return;
    }
    boolean verbatim = literal.end() - literal.start() == literal.text().length();
    int start = verbatim ? literal.start() + from : literal.start();
    int end = verbatim ? literal.start() + to : literal.end();
    parts.add(
        new WordPart.Literal(literal.text().substring(from, to), literal.quoted(), start, end));
  }

  /** The words that standard input adds; something unknown where it is not known. */
  static List<Word> inputWords(@Nullable Word input, Word at) {
    String text = input == null ? null : input.literal();
    if (text == null) {
      return List.of(unknown("…", at));
    }
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || text.charAt(i) <= ' ';
      if (!blank && start < 0) {
        start = i;
      } else if (blank && start >= 0) {
        words.add(Word.of(text.substring(start, i), at.start(), at.end()));
        start = -1;
      }
    }
    return words;
  }
}
