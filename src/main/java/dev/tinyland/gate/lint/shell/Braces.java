package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Brace expansion: <code>{attic,push}</code> is two words. Ranges stay as they are. */
final class Braces {
  private static final int MOST = 64;
  private static final int LONGEST = 2000;

  private Braces() {}

  static List<Word> expand(Word word) {
    if (!mayExpand(word)) {
      return List.of(word);
    }
    List<WordPart> atoms = atoms(word);
    if (atoms.size() > LONGEST) {
      return List.of(word);
    }
    List<List<WordPart>> expanded = new ArrayList<>();
    expand(atoms, 0, expanded);
    List<Word> words = new ArrayList<>();
    for (List<WordPart> one : expanded) {
      words.add(new Word(joined(one), word.start(), word.end()));
    }
    return words;
  }

  private static boolean mayExpand(Word word) {
    boolean open = false;
    boolean comma = false;
    for (WordPart part : word.parts()) {
      if (part instanceof WordPart.Literal literal && !literal.quoted()) {
        open |= literal.text().indexOf('{') >= 0;
        comma |= literal.text().indexOf(',') >= 0;
      }
    }
    return open && comma;
  }

  private static List<WordPart> atoms(Word word) {
    List<WordPart> atoms = new ArrayList<>();
    for (WordPart part : word.parts()) {
      if (!(part instanceof WordPart.Literal literal) || literal.quoted()) {
        atoms.add(part);
        continue;
      }
      boolean verbatim = literal.end() - literal.start() == literal.text().length();
      for (int i = 0; i < literal.text().length(); i++) {
        int start = verbatim ? literal.start() + i : literal.start();
        int end = verbatim ? start + 1 : literal.end();
        atoms.add(new WordPart.Literal(literal.text().substring(i, i + 1), false, start, end));
      }
    }
    return atoms;
  }

  private static void expand(List<WordPart> atoms, int from, List<List<WordPart>> out) {
    for (int open = from; open < atoms.size(); open++) {
      if (!is(atoms.get(open), '{')) {
        continue;
      }
      List<Integer> commas = new ArrayList<>();
      int close = close(atoms, open, commas);
      if (close < 0 || commas.isEmpty()) {
        continue;
      }
      commas.add(close);
      int start = open + 1;
      for (int comma : commas) {
        List<WordPart> one = new ArrayList<>(atoms.subList(0, open));
        one.addAll(atoms.subList(start, comma));
        one.addAll(atoms.subList(close + 1, atoms.size()));
        if (out.size() < MOST) {
          expand(one, open, out);
        }
        start = comma + 1;
      }
      return;
    }
    out.add(atoms);
  }

  private static int close(List<WordPart> atoms, int open, List<Integer> commas) {
    int depth = 0;
    for (int i = open; i < atoms.size(); i++) {
      if (is(atoms.get(i), '{')) {
        depth++;
      } else if (is(atoms.get(i), '}')) {
        depth--;
        if (depth == 0) {
          return i;
        }
      } else if (depth == 1 && is(atoms.get(i), ',')) {
        commas.add(i);
      }
    }
    return -1;
  }

  private static boolean is(WordPart part, char c) {
    return part instanceof WordPart.Literal literal
        && !literal.quoted()
        && literal.text().length() == 1
        && literal.text().charAt(0) == c;
  }

  private static List<WordPart> joined(List<WordPart> atoms) {
    List<WordPart> parts = new ArrayList<>();
    for (WordPart atom : atoms) {
      int last = parts.size() - 1;
      boolean joins =
          last >= 0
              && parts.get(last) instanceof WordPart.Literal before
              && atom instanceof WordPart.Literal next
              && before.quoted() == next.quoted();
      if (joins
          && parts.get(last) instanceof WordPart.Literal before
          && atom instanceof WordPart.Literal next) {
        parts.set(
            last,
            new WordPart.Literal(
                before.text() + next.text(), before.quoted(), before.start(), next.end()));
      } else {
        parts.add(atom);
      }
    }
    return parts;
  }
}
