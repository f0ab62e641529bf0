package dev.tinyland.gate.baseline;

/**
 * One recorded finding. Line numbers are left out, so that lines may move.
 *
 * @param lines what the lines of the finding are known by
 * @param ordinal which one it is of those that are alike in all else, from 1
 */
public record Entry(String path, String rule, String lines, int ordinal)
    implements Comparable<Entry> {
  @Override
  public int compareTo(Entry other) {
    int byPath = path.compareTo(other.path);
    int byRule = byPath != 0 ? byPath : rule.compareTo(other.rule);
    int byLines = byRule != 0 ? byRule : lines.compareTo(other.lines);
    return byLines != 0 ? byLines : Integer.compare(ordinal, other.ordinal);
  }
}
