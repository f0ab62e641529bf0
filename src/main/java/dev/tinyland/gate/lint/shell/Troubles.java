package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Collects troubles; keeps the first hundred, which is enough to say that there are any. */
final class Troubles {
  private static final int MOST = 100;

  private final List<Trouble> list = new ArrayList<>();

  void add(int offset, String message) {
    if (list.size() < MOST) {
      list.add(new Trouble(offset, message));
    }
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  List<Trouble> all() {
    return List.copyOf(list);
  }
}
