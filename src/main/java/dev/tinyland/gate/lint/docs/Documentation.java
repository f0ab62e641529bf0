package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.passage.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pages of a checkout show.
 *
 * @param examples code blocks in which something writes, or could not be read
 * @param passages blocks and paragraphs that may name a host or set something
 * @param historical how many examples were passed over because their page, or section, is marked as
 *     historical
 * @param pipelines files of GitLab in which something writes
 */
public record Documentation(
    List<Example> examples, List<Passage> passages, int historical, List<Example> pipelines) {
  public static final Documentation NONE = new Documentation(List.of(), List.of(), 0);

  Documentation(List<Example> examples, List<Passage> passages, int historical) {
    this(examples, passages, historical, List.of());
  }

  public Documentation {
    examples = List.copyOf(examples);
    passages = List.copyOf(passages);
    pipelines = List.copyOf(pipelines);
  }

  /** The same beside what pipelines of GitLab run. */
  public Documentation withPipelines(List<Example> others) {
    return new Documentation(examples, passages, historical, others);
  }

  /** That of several pages, in their order. */
  public static Documentation of(List<Documentation> pages) {
    List<Example> examples = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    int historical = 0;
    for (Documentation page : pages) {
      examples.addAll(page.examples());
      passages.addAll(page.passages());
      historical += page.historical();
    }
    return new Documentation(examples, passages, historical);
  }
}
