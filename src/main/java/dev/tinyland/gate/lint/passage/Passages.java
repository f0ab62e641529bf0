package dev.tinyland.gate.lint.passage;

import dev.tinyland.gate.lint.markdown.Around;
import dev.tinyland.gate.lint.markdown.Fence;
import dev.tinyland.gate.lint.markdown.Line;
import dev.tinyland.gate.lint.markdown.Prose;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes passages out of files. */
public final class Passages {
  /** Keys whose text is read by people only. */
  private static final Set<String> PROSE = Set.of("name", "description", "run-name");

  private Passages() {}

  /**
   * Adds the values of a workflow or an action that matter, or whose keys do.
   *
   * @param matters whether a text can be of interest
   */
  public static void addYaml(YamlNode node, Predicate<String> matters, List<Passage> to) {
    switch (node) {
      case YamlNode.Scalar scalar -> addScalar(null, scalar, matters, to);
      case YamlNode.Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          addYaml(item, matters, to);
        }
      }
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          String key = entry.key().value();
          if (entry.value() instanceof YamlNode.Scalar scalar) {
            if (!PROSE.contains(key)) {
              addScalar(key, scalar, matters, to);
            }
          } else if (matters.test(key)) {
            addInput(key, entry.value(), to);
          } else {
            addYaml(entry.value(), matters, to);
          }
        }
      }
    }
  }

  /** {@code bazel-remote-executor:} of an action's inputs: its default is what it sets. */
  private static void addInput(String key, YamlNode node, List<Passage> to) {
    if (node instanceof YamlNode.Mapping mapping
        && mapping.get("default") instanceof YamlNode.Scalar given) {
      addScalar(key, given, text -> true, to);
    } else {
      addYaml(node, text -> true, to);
    }
  }

  private static void addScalar(
      @Nullable String key, YamlNode.Scalar scalar, Predicate<String> matters, List<Passage> to) {
    if (matters.test(scalar.value()) || (key != null && matters.test(key))) {
      to.add(new Passage(Passage.Where.WORKFLOW, scalar.value(), key, "", null, scalar::spanOf));
    }
  }

  /** A script or a configuration file. */
  public static Passage ofFile(SourceFile file) {
    return new Passage(Passage.Where.FILE, file.text(), null, "", null, file::span);
  }

  /** A code block of a page. */
  public static Passage ofFence(SourceFile page, Fence fence) {
    return ofLines(
        Passage.Where.FENCE, page, fence.lines(), fence.text(), fence.info(), fence.around());
  }

  /** A paragraph of a page. */
  public static Passage ofProse(SourceFile page, Prose prose) {
    return ofLines(Passage.Where.PROSE, page, prose.lines(), prose.text(), "", prose.around());
  }

  private static Passage ofLines(
      Passage.Where where,
      SourceFile page,
      List<Line> lines,
      String text,
      String info,
      Around around) {
    return new Passage(
        where,
        text,
        null,
        info,
        around,
        (from, to) -> page.span(offset(lines, from), offset(lines, to)));
  }

  /** The offset in the page of an offset in the joined lines. */
  private static int offset(List<Line> lines, int at) {
    int start = 0;
    for (Line line : lines) {
      int length = line.text().length();
      if (at <= start + length) {
        return line.offset() + at - start;
      }
      start += length + 1;
    }
    Line last = lines.getLast();
    return last.offset() + last.text().length();
  }
}
