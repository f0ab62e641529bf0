package dev.tinyland.gate.lint.shell;

import java.util.List;

/** A here-document. The reader fills in the body when it comes to the next line. */
public final class HereDocument {
  private final String delimiter;
  private final boolean quoted;
  private final boolean stripTabs;
  private Word body;

  HereDocument(String delimiter, boolean quoted, boolean stripTabs, int offset) {
    this.delimiter = delimiter;
    this.quoted = quoted;
    this.stripTabs = stripTabs;
    this.body = new Word(List.of(), offset, offset);
  }

  public String delimiter() {
    return delimiter;
  }

  /** Whether the delimiter is quoted, so that the body is taken as it is. */
  public boolean quoted() {
    return quoted;
  }

  /** Whether leading tabs do not count ({@code <<-}). */
  public boolean stripTabs() {
    return stripTabs;
  }

  /** The lines up to the delimiter; its parts are quoted and run what they substitute. */
  public Word body() {
    return body;
  }

  void body(Word read) {
    body = read;
  }
}
