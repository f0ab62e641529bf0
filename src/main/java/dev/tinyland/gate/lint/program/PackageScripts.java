package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.PlacedText;

/**
 * The {@code scripts} of a package.json with the places of their characters, which a reader of JSON
 * does not tell.
 */
final class PackageScripts {
  private final String text;
  private final int from;
  private final int to;

  private PackageScripts(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  static PackageScripts of(String text) {
    int key = text.indexOf("\"scripts\"");
    int open = key < 0 ? -1 : text.indexOf('{', key);
    int close = open < 0 ? -1 : text.indexOf('}', open);
    for (int at = open; at >= 0 && at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at = endOfString(text, at);
      } else if (c == '}') {
        close = at;
        break;
      }
    }
    return new PackageScripts(text, Math.max(open, 0), Math.max(close, 0));
  }

  /** Adds a script, followed by a line feed, if there is one of that name. */
  void add(String name, PlacedText.Builder to) {
    int at = from;
    while (at < this.to) {
      if (text.charAt(at) != '"') {
        at++;
        continue;
      }
      int end = endOfString(text, at);
      int colon = end + 1;
      while (colon < this.to && Character.isWhitespace(text.charAt(colon))) {
        colon++;
      }
      boolean key = colon < this.to && text.charAt(colon) == ':';
      int value = key ? text.indexOf('"', colon) : -1;
      if (value < 0 || value >= this.to) {
        return;
      }
      int valueEnd = endOfString(text, value);
      if (text.substring(at + 1, end).equals(name)) {
        unescape(value + 1, valueEnd, to);
        return;
      }
      at = valueEnd + 1;
    }
  }

  private void unescape(int start, int end, PlacedText.Builder to) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < end) {
        i++;
        char escaped = text.charAt(i);
        to.add(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped, i);
      } else {
        to.add(c, i);
      }
    }
    to.add('\n', end);
  }

  private static int endOfString(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i;
      }
    }
    return text.length();
  }
}
