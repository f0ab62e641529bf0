package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.PlacedText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines of a makefile's recipes as the shell gets them. */
final class MakeText {
  private static final int DEEPEST = 8;

  private final Makefile makefile;
  private final Map<String, String> given;
  private final Set<String> unknown;

  MakeText(Makefile makefile, Map<String, String> given, Set<String> unknown) {
    this.makefile = makefile;
    this.given = given;
    this.unknown = new LinkedHashSet<>(unknown);
  }

  /** Names that have some value which is not known. */
  Set<String> unknown() {
    return unknown;
  }

  void add(int from, int to, PlacedText.Builder builder) {
    String text = makefile.text();
    for (int at = from; at < to; at = Lines.end(text, at) + 1) {
      line(at, Math.min(Lines.end(text, at), to), builder);
    }
  }

  private void line(int from, int to, PlacedText.Builder builder) {
    String text = makefile.text();
    int at = from;
    boolean ignored = false;
    while (at < to && "\t @-+".indexOf(text.charAt(at)) >= 0) {
      ignored |= text.charAt(at) == '-';
      at++;
    }
    while (at < to) {
      char c = text.charAt(at);
      char next = at + 1 < to ? text.charAt(at + 1) : ' ';
      int close = c == '$' && (next == '(' || next == '{') ? closing(text, at + 1, to) : -1;
      if (c == '$' && next == '$') {
        builder.add('$', at);
        at += 2;
      } else if (close > 0) {
        reference(text.substring(at + 2, close), at, builder);
        at = close + 1;
      } else {
        builder.add(c, at);
        at++;
      }
    }
    if (ignored) {
      builder.addFor(" || true", to - 1);
    }
    builder.add('\n', Math.max(from, to - 1));
  }

  private void reference(String name, int offset, PlacedText.Builder builder) {
    String value = value(name, 0);
    if (value != null) {
      builder.addFor(value, offset);
      return;
    }
    boolean plain = Lines.isName(name);
    boolean environment =
        plain && !makefile.variables().containsKey(name) && !unknown.contains(name);
    String shown = plain ? name : "make_expression";
    if (!environment) {
      unknown.add(shown);
    }
    builder.addFor("${" + shown + "}", offset);
  }

  /** The value of a variable that is text throughout. */
  private @Nullable String value(String name, int depth) {
    String value = given.containsKey(name) ? given.get(name) : makefile.variables().get(name);
    if (value == null || depth > DEEPEST) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean reference = c == '$' && i + 1 < value.length();
      if (!reference) {
        out.append(c);
        continue;
      }
      char next = value.charAt(i + 1);
      int close = next == '(' || next == '{' ? closing(value, i + 1, value.length()) : -1;
      String inner = close < 0 ? null : value(value.substring(i + 2, close), depth + 1);
      if (inner == null) {
        return null;
      }
      out.append(inner);
      i = close;
    }
    return out.toString();
  }

  private static int closing(String text, int open, int to) {
    char opens = text.charAt(open);
    char closes = opens == '(' ? ')' : '}';
    int depth = 0;
    for (int i = open; i < to; i++) {
      depth += text.charAt(i) == opens ? 1 : text.charAt(i) == closes ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
