package dev.tinyland.gate.render;

import java.util.ArrayList;
import java.util.List;

/** A change of a text file as a patch that {@code git apply} and {@code patch -p1} accept. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;
  private final StringBuilder out = new StringBuilder();

  /** Lines that differ: a range of the text before, and what stands there after. */
  private record Change(int from, int to, int newFrom, int newTo) {}

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The patch; empty where nothing differs.
   *
   * @param path relative to where the patch is applied, with {@code /}
   */
  public static String of(String path, String before, String after) {
    UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
    List<Change> changes = diff.changes();
    if (changes.isEmpty()) {
      return "";
    }
    diff.out.append("--- ").append(name("a/" + path)).append('\n');
    diff.out.append("+++ ").append(name("b/" + path)).append('\n');
    int first = 0;
    for (int i = 1; i <= changes.size(); i++) {
      boolean apart =
          i == changes.size() || changes.get(i).from() - changes.get(i - 1).to() > 2 * CONTEXT;
      if (apart) {
        diff.hunk(changes.subList(first, i));
        first = i;
      }
    }
    return diff.out.toString();
  }

  /** Lines with their line feed; a carriage return in front of it belongs to the line. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /**
   * A name with a blank is ended by a tab, one with control characters is quoted, as git has it.
   */
  private static String name(String path) {
    boolean plain = path.indexOf('"') < 0 && path.indexOf('\\') < 0;
    for (int i = 0; i < path.length(); i++) {
      plain &= path.charAt(i) >= ' ';
    }
    if (plain) {
      return path.indexOf(' ') < 0 ? path : path + "\t";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < ' ') {
        quoted.append('\\').append((char) ('0' + (c >> 6)));
        quoted.append((char) ('0' + ((c >> 3) & 7))).append((char) ('0' + (c & 7)));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private void hunk(List<Change> changes) {
    Change first = changes.getFirst();
    Change last = changes.getLast();
    int lead = Math.min(CONTEXT, first.from());
    int tail = Math.min(CONTEXT, before.size() - last.to());
    out.append("@@ -").append(range(first.from() - lead, last.to() + tail));
    out.append(" +").append(range(first.newFrom() - lead, last.newTo() + tail)).append(" @@\n");
    int at = first.from() - lead;
    for (Change change : changes) {
      lines(' ', before, at, change.from());
      lines('-', before, change.from(), change.to());
      lines('+', after, change.newFrom(), change.newTo());
      at = change.to();
    }
    lines(' ', before, at, last.to() + tail);
  }

  /** An empty range is named by the line in front of it. */
  private static String range(int from, int to) {
    int count = to - from;
    return (count == 0 ? from : from + 1) + (count == 1 ? "" : "," + count);
  }

  private void lines(char mark, List<String> lines, int from, int to) {
    for (String line : lines.subList(from, to)) {
      out.append(mark).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /** The shortest way from one text to the other, by Myers' greedy search. */
  private List<Change> changes() {
    int most = before.size() + after.size();
    int[] furthest = new int[2 * most + 2];
    List<int[]> trace = new ArrayList<>();
    for (int distance = 0; distance <= most; distance++) {
      trace.add(furthest.clone());
      for (int diagonal = -distance; diagonal <= distance; diagonal += 2) {
        boolean down =
            diagonal == -distance
                || (diagonal != distance
                    && furthest[most + diagonal - 1] < furthest[most + diagonal + 1]);
        int x = down ? furthest[most + diagonal + 1] : furthest[most + diagonal - 1] + 1;
        x = afterSame(x, x - diagonal);
        furthest[most + diagonal] = x;
        if (x >= before.size() && x - diagonal >= after.size()) {
          return walkedBack(trace, most);
        }
      }
    }
    return List.of();
  }

  private int afterSame(int x, int y) {
    int same = 0;
    while (x + same < before.size()
        && y + same < after.size()
        && before.get(x + same).equals(after.get(y + same))) {
      same++;
    }
    return x + same;
  }

  private List<Change> walkedBack(List<int[]> trace, int most) {
    List<Change> changes = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int distance = trace.size() - 1; distance > 0; distance--) {
      int[] furthest = trace.get(distance);
      int diagonal = x - y;
      boolean down =
          diagonal == -distance
              || (diagonal != distance
                  && furthest[most + diagonal - 1] < furthest[most + diagonal + 1]);
      int fromX = furthest[most + (down ? diagonal + 1 : diagonal - 1)];
      int fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
      int toX = down ? fromX : fromX + 1;
      int toY = down ? fromY + 1 : fromY;
      Change next = changes.isEmpty() ? null : changes.getFirst();
      if (next != null && next.from() == toX && next.newFrom() == toY) {
        changes.set(0, new Change(fromX, next.to(), fromY, next.newTo()));
      } else {
        changes.addFirst(new Change(fromX, toX, fromY, toY));
      }
      x = fromX;
      y = fromY;
    }
    return changes;
  }
}
