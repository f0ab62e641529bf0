package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.markdown.Fence;
import dev.tinyland.gate.lint.markdown.MarkdownReader;
import dev.tinyland.gate.lint.markdown.Page;
import dev.tinyland.gate.lint.markdown.Prose;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.lint.passage.Passages;
import dev.tinyland.gate.lint.surface.Judge;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.Walk;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pages.
 *
 * @param historical globs of pages that quote what once was
 */
public record PageReader(
    Walk walk, Judge judge, KnowledgeBase knowledge, Words words, List<String> historical) {
  public PageReader {
    historical = List.copyOf(historical);
  }

  /** What one page shows. */
  public Documentation read(SourceFile file) {
    Page page = MarkdownReader.read(file, words::canMatter);
    boolean whole = Historical.isPage(page, historical);
    ExampleReader reader = new ExampleReader(file, walk, judge, knowledge);
    List<Example> examples = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    int passedOver = 0;
    for (Fence fence : page.fences()) {
      String text = fence.text();
      List<Example> found = words.canWrite(text) ? reader.examples(fence) : List.of();
      boolean names = words.canName(text);
      if (whole || Historical.isMarked(fence.around())) {
        passedOver += names || writes(found) ? 1 : 0;
        continue;
      }
      examples.addAll(found);
      if (names) {
        passages.add(Passages.ofFence(file, fence));
      }
    }
    for (Prose prose : page.prose()) {
      if (!whole && words.namesHost(prose.text()) && !Historical.isMarked(prose.around())) {
        passages.add(Passages.ofProse(file, prose));
      }
    }
    return new Documentation(examples, passages, passedOver);
  }

  /** What a pipeline of GitLab runs. */
  public List<Example> pipeline(SourceFile file) {
    return new ExampleReader(file, walk, judge, knowledge).pipeline();
  }

  private static boolean writes(List<Example> examples) {
    for (Example example : examples) {
      for (Judged judged : example.judged()) {
        if (!judged.open().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
