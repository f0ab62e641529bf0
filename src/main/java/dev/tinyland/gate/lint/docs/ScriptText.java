package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.markdown.Line;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines of a code block that are run, as one script of which every place is known. */
final class ScriptText {
  private final StringBuilder value = new StringBuilder();
  private int[] starts = new int[256];

  private ScriptText() {}

  /** All lines; of a transcript those behind a prompt, and what continues them. */
  static YamlNode.@Nullable Scalar ofCommands(SourceFile page, List<Line> lines) {
    if (!Prompts.in(lines)) {
      return of(page, lines);
    }
    List<Line> run = new ArrayList<>();
    boolean continues = false;
    for (Line line : lines) {
      int prompt = Prompts.length(line.text());
      Line kept = prompt > 0 ? from(line, prompt) : continues ? afterPrompt(line) : without(line);
      run.add(kept);
      continues = kept.text().endsWith("\\");
    }
    return of(page, run);
  }

  /** Of recipes what is indented, without the signs that make or just take for themselves. */
  static YamlNode.@Nullable Scalar ofRecipes(SourceFile page, List<Line> lines) {
    List<Line> run = new ArrayList<>();
    for (Line line : lines) {
      int start = 0;
      while (start < line.text().length() && " \t@-+".indexOf(line.text().charAt(start)) >= 0) {
        start++;
      }
      boolean indented = start > 0 && Character.isWhitespace(line.text().charAt(0));
      run.add(indented ? from(line, start) : without(line));
    }
    return of(page, run);
  }

  /** Only the lines that a test accepts. */
  static YamlNode.@Nullable Scalar ofSome(
      SourceFile page, List<Line> lines, Predicate<String> accepted) {
    List<Line> run = new ArrayList<>();
    for (Line line : lines) {
      run.add(accepted.test(line.text().strip()) ? line : without(line));
    }
    return of(page, run);
  }

  private static Line from(Line line, int start) {
    return new Line(line.offset() + start, line.text().substring(start));
  }

  private static Line without(Line line) {
    return new Line(line.offset(), "");
  }

  /** The shell's own prompt for a line that goes on. */
  private static Line afterPrompt(Line line) {
    return line.text().startsWith("> ") ? from(line, "> ".length()) : line;
  }

  private static YamlNode.@Nullable Scalar of(SourceFile page, List<Line> lines) {
    ScriptText script = new ScriptText();
    for (Line line : lines) {
      String text = line.text();
      for (int i = 0; i < text.length(); i++) {
        script.put(text.charAt(i), line.offset() + i);
      }
      script.put('\n', line.offset() + text.length());
    }
    int length = script.value.length();
    return script.value.toString().isBlank()
        ? null
        : YamlNode.Scalar.standing(
            page, script.value.toString(), Arrays.copyOf(script.starts, length));
  }

  private void put(char unit, int place) {
    if (value.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[value.length()] = place;
    value.append(unit);
  }
}
