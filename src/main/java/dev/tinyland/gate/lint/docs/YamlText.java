package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.markdown.Line;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The YAML of a code block as a file in which every line and column is that of the page: what is in
 * front of it is blank.
 */
final class YamlText {
  /** What stands for something left out. As YAML it would end the document, or be a value. */
  private static final Set<String> LEFT_OUT =
      Set.of("...", "…", "[...]", "[…]", "(...)", "<...>", "<snip>", "[snip]");

  private YamlText() {}

  /** The documents of the block, one file each. */
  static List<SourceFile> files(SourceFile page, List<Line> lines) {
    List<SourceFile> files = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).text().stripTrailing().equals("---")) {
        if (i > start) {
          files.add(file(page, lines.subList(start, i)));
        }
        start = i + 1;
      }
    }
    return files;
  }

  private static SourceFile file(SourceFile page, List<Line> lines) {
    int columns = Integer.MAX_VALUE;
    for (Line line : lines) {
      if (!line.text().isBlank()) {
        columns = Math.min(columns, page.columnAt(line.offset()) - 1);
      }
    }
    StringBuilder text = new StringBuilder();
    text.repeat('\n', page.lineAt(lines.getFirst().offset()) - 1);
    for (Line line : lines) {
      if (!line.text().isBlank() && !LEFT_OUT.contains(line.text().strip())) {
        text.repeat(' ', columns).append(line.text());
      }
      text.append('\n');
    }
    return new SourceFile(page.path(), text.toString());
  }

  /** Whether a block that does not say what it is has a line that only a workflow has. */
  static boolean isLikely(List<Line> lines) {
    for (Line line : lines) {
      String text = line.text().strip();
      String entry = text.startsWith("- ") ? text.substring(2).strip() : text;
      for (String key :
          List.of("uses:", "run:", "jobs:", "steps:", "with:", "script:", "push-cache:")) {
        if (entry.startsWith(key)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a diff leaves in the file, each line without its first character. */
  static List<Line> afterDiff(List<Line> lines) {
    List<Line> after = new ArrayList<>();
    for (Line line : lines) {
      String text = line.text();
      boolean stays = !text.isEmpty() && "+ ".indexOf(text.charAt(0)) >= 0;
      boolean heads = text.startsWith("+++ ");
      after.add(
          stays && !heads
              ? new Line(line.offset() + 1, text.substring(1))
              : new Line(line.offset(), ""));
    }
    return after;
  }
}
