package dev.tinyland.gate.lint.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One branch, tag or path pattern in GitHub's filter language.
 *
 * <p>{@code *} is any run of characters but {@code /}, {@code **} any run, {@code **}{@code /} any
 * number of folders, {@code ?} and {@code +} repeat the preceding character zero or one and one or
 * more times, {@code [ab]} and {@code [a-z]} are sets, a leading {@code !} negates the pattern, a
 * backslash takes the next character as it is.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#filter-pattern-cheat-sheet">Filter
 *     pattern cheat sheet</a>
 */
public final class Glob {
  private final String text;
  private final boolean negated;
  private final List<Token> tokens;

  private Glob(String text, boolean negated, List<Token> tokens) {
    this.text = text;
    this.negated = negated;
    this.tokens = tokens;
  }

  /** Reads a pattern; every text is one, since a bracket that is not closed stands for itself. */
  public static Glob of(String text) {
    boolean negated = text.startsWith("!");
    return new Glob(text, negated, tokens(negated ? text.substring(1) : text));
  }

  public boolean negated() {
    return negated;
  }

  /** Whether the pattern matches one name only. */
  public boolean isLiteral() {
    for (Token token : tokens) {
      if (token.kind() != Kind.LITERAL || token.optional() || token.repeats()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the name matches the pattern, the negation left aside. Case matters. */
  public boolean matches(String name) {
    boolean[] at = new boolean[tokens.size() + 1];
    at[0] = true;
    skipOptional(at);
    for (int i = 0; i < name.length(); i++) {
      boolean[] next = new boolean[at.length];
      for (int t = 0; t < tokens.size(); t++) {
        Kind kind = tokens.get(t).kind();
        if (at[t] && (kind == Kind.FOLDERS || kind == Kind.IN_FOLDERS)) {
          int inside = kind == Kind.FOLDERS ? t + 1 : t;
          next[inside] = true;
          next[inside + 1] |= name.charAt(i) == '/';
        } else if (at[t] && tokens.get(t).accepts(name.charAt(i))) {
          next[tokens.get(t).repeats() ? t : t + 1] = true;
          next[t + 1] = true;
        }
      }
      skipOptional(next);
      at = next;
    }
    return at[tokens.size()];
  }

  /** A name that matches, with {@code filler} where the pattern leaves a choice. */
  public @Nullable String example(String filler) {
    StringBuilder name = new StringBuilder();
    for (Token token : tokens) {
      name.append(token.example(filler));
    }
    return matches(name.toString()) ? name.toString() : null;
  }

  @Override
  public String toString() {
    return text;
  }

  private void skipOptional(boolean[] at) {
    for (int t = 0; t < tokens.size(); t++) {
      if (at[t] && tokens.get(t).optional()) {
        at[t + 1] = true;
      }
      if (at[t] && tokens.get(t).kind() == Kind.FOLDERS) {
        at[t + 2] = true;
      }
    }
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '*') {
        boolean deep = i + 1 < text.length() && text.charAt(i + 1) == '*';
        boolean startsPart = i == 0 || text.charAt(i - 1) == '/';
        if (deep && startsPart && i + 2 < text.length() && text.charAt(i + 2) == '/') {
          tokens.add(new Token(Kind.FOLDERS, "", false, false));
          tokens.add(new Token(Kind.IN_FOLDERS, "", false, false));
          i += 3;
          continue;
        }
        tokens.add(new Token(deep ? Kind.ANY : Kind.ANY_BUT_SLASH, "", true, true));
        i += deep ? 2 : 1;
      } else if ((c == '?' || c == '+') && !tokens.isEmpty()) {
        tokens.set(tokens.size() - 1, tokens.getLast().repeated(c));
        i++;
      } else if (c == '[' && text.indexOf(']', i + 2) > 0) {
        int end = text.indexOf(']', i + 2);
        tokens.add(new Token(Kind.SET, text.substring(i + 1, end), false, false));
        i = end + 1;
      } else {
        boolean escaped = c == '\\' && i + 1 < text.length();
        char literal = escaped ? text.charAt(i + 1) : c;
        tokens.add(new Token(Kind.LITERAL, String.valueOf(literal), false, false));
        i += escaped ? 2 : 1;
      }
    }
    return tokens;
  }

  private enum Kind {
    LITERAL,
    SET,
    ANY,
    ANY_BUT_SLASH,
    /** The double star of {@code **}{@code /}: folders, or none at all. */
    FOLDERS,
    /** What follows {@link #FOLDERS} in the list of tokens: the middle of a folder's name. */
    IN_FOLDERS
  }

  private record Token(Kind kind, String characters, boolean optional, boolean repeats) {
    Token repeated(char sign) {
      return new Token(kind, characters, optional || sign == '?', repeats || sign == '+');
    }

    boolean accepts(char c) {
      return switch (kind) {
        case LITERAL -> characters.charAt(0) == c;
        case ANY, FOLDERS, IN_FOLDERS -> true;
        case ANY_BUT_SLASH -> c != '/';
        case SET -> inSet(c);
      };
    }

    String example(String filler) {
      return switch (kind) {
        case LITERAL -> characters;
        case SET -> characters.substring(0, 1);
        case ANY, ANY_BUT_SLASH -> filler;
        case FOLDERS, IN_FOLDERS -> "";
      };
    }

    private boolean inSet(char c) {
      for (int i = 0; i < characters.length(); i++) {
        boolean range = i + 2 < characters.length() && characters.charAt(i + 1) == '-';
        char from = characters.charAt(i);
        char to = range ? characters.charAt(i + 2) : from;
        if (c >= from && c <= to) {
          return true;
        }
        i += range ? 2 : 0;
      }
      return false;
    }
  }
}
