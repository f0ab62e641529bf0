package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Builds the fields into which the shell splits a word. */
final class Fields {
  private final int start;
  private final int end;
  private final String separators;
  private final boolean splits;
  private final List<Word> done = new ArrayList<>(2);
  private List<WordPart> current = new ArrayList<>(4);

  Fields(Word origin, String separators, boolean splits) {
    this.start = origin.start();
    this.end = origin.end();
    this.separators = separators;
    this.splits = splits;
  }

  void add(WordPart part) {
    current.add(part);
  }

  /** Adds a value that came from an expansion, in quotes or not. */
  void addValue(Word value, boolean quoted) {
    for (WordPart part : value.parts()) {
      if (quoted || !splits) {
        current.add(Parts.requoted(part, true));
      } else if (part instanceof WordPart.Literal literal) {
        split(literal);
      } else {
        current.add(Parts.requoted(part, false));
      }
    }
  }

  private void split(WordPart.Literal literal) {
    String text = literal.text();
    boolean verbatim = literal.end() - literal.start() == text.length();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean ends = i == text.length() || separators.indexOf(text.charAt(i)) >= 0;
      if (!ends) {
        continue;
      }
      if (i > from) {
        int first = verbatim ? literal.start() + from : literal.start();
        int last = verbatim ? literal.start() + i : literal.end();
        current.add(new WordPart.Literal(text.substring(from, i), false, first, last));
      }
      if (i < text.length()) {
        next();
      }
      from = i + 1;
    }
  }

  /** Ends a field, if anything is in it. */
  void next() {
    if (!current.isEmpty()) {
      done.add(new Word(current, start, end));
      current = new ArrayList<>(4);
    }
  }

  List<Word> all() {
    next();
    return done;
  }

  /** Everything as one word, also if it is empty. */
  Word one() {
    if (done.isEmpty()) {
      return new Word(current, start, end);
    }
    next();
    List<WordPart> parts = new ArrayList<>();
    for (Word word : done) {
      if (!parts.isEmpty()) {
        parts.add(new WordPart.Literal(" ", true, start, start));
      }
      parts.addAll(word.parts());
    }
    return new Word(parts, start, end);
  }
}
