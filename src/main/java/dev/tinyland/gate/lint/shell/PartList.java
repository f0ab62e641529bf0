package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Collects the parts of one word; neighbouring plain characters become one literal. */
final class PartList {
  private final Cursor cursor;
  private final List<WordPart> parts = new ArrayList<>(4);
  private int runStart = -1;
  private boolean runQuoted;

  PartList(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Takes the character at the cursor as it is. */
  void take(boolean quoted) {
    if (runStart >= 0 && runQuoted != quoted) {
      flush();
    }
    if (runStart < 0) {
      runStart = cursor.position;
      runQuoted = quoted;
    }
    cursor.position++;
  }

  /** Ends the run before the cursor; to be called before anything but {@link #take}. */
  void flush() {
    if (runStart >= 0) {
      parts.add(
          new WordPart.Literal(
              cursor.text.substring(runStart, cursor.position),
              runQuoted,
              cursor.from(runStart),
              cursor.to(cursor.position)));
      runStart = -1;
    }
  }

  void add(WordPart part) {
    parts.add(part);
  }

  boolean isEmpty() {
    return parts.isEmpty() && runStart < 0;
  }

  /** The text of the run so far where nothing else has been read, else empty. */
  boolean isPlainRun() {
    return parts.isEmpty() && runStart >= 0 && !runQuoted;
  }

  int count() {
    return parts.size() + (runStart >= 0 ? 1 : 0);
  }

  List<WordPart> all() {
    flush();
    return parts;
  }
}
