package dev.tinyland.gate.lint.surface;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of sections: {@code [kind name]}, then lines of a key, a blank and a value. Empty lines
 * and lines that begin with {@code #} are left out.
 */
public final class DataFile {
  private DataFile() {}

  /** One line below a section's head. */
  public record Entry(String key, String value, int line) {}

  /**
   * One section.
   *
   * @param name empty where the head has a kind only
   */
  public record Section(String kind, String name, int line, List<Entry> entries) {
    /** All values of a key, in order. */
    public List<String> all(String key) {
      List<String> values = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          values.add(entry.value());
        }
      }
      return values;
    }

    /**
     * The one value of a key.
     *
     * @throws IllegalStateException where there is none, or more than one
     */
    public String one(String key) {
      List<String> values = all(key);
      if (values.size() != 1) {
        throw wrong(line, "[" + kind + "] takes `" + key + "` once");
      }
      return values.getFirst();
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalStateException with the line of the first mistake
   */
  public static List<Section> read(String text) {
    List<Section> sections = new ArrayList<>();
    int line = 0;
    int start = 0;
    while (start < text.length()) {
      line++;
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String content = text.substring(start, end).strip();
      start = end + 1;
      if (content.isEmpty() || content.charAt(0) == '#') {
        continue;
      }
      if (content.charAt(0) == '[') {
        sections.add(head(content, line));
        continue;
      }
      int blank = content.indexOf(' ');
      if (sections.isEmpty() || blank < 0) {
        throw wrong(line, "a key and a value below a section is expected");
      }
      sections
          .getLast()
          .entries()
          .add(new Entry(content.substring(0, blank), content.substring(blank + 1).strip(), line));
    }
    return sections;
  }

  private static Section head(String content, int line) {
    if (!content.endsWith("]")) {
      throw wrong(line, "the bracket is not closed");
    }
    String inside = content.substring(1, content.length() - 1);
    int blank = inside.indexOf(' ');
    return blank < 0
        ? new Section(inside, "", line, new ArrayList<>())
        : new Section(
            inside.substring(0, blank), inside.substring(blank + 1), line, new ArrayList<>());
  }

  static IllegalStateException wrong(int line, String message) {
    return new IllegalStateException("surfaces.txt:" + line + ": " + message);
  }
}
