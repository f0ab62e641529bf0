package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.testing.Golden;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every format of one rich report, as a reader gets it. */
class RenderGoldenTest {
  @Test
  void every_format_reads_as_reviewed() {
    RenderOptions plain = RenderOptions.DEFAULTS;
    Map<String, String> texts = new TreeMap<>();
    texts.put("rich.txt", new TextRenderer().render(Samples.rich(), plain));
    texts.put(
        "rich-color.txt",
        new TextRenderer().render(Samples.rich(), plain.withColor(true)).replace('\u001B', '␛'));
    texts.put("rich-narrow.txt", new TextRenderer().render(Samples.rich(), plain.withWidth(60)));
    texts.put("clean.txt", new TextRenderer().render(Samples.clean(), plain));
    texts.put("rich.json", new JsonRenderer().render(Samples.rich(), plain));
    texts.put("rich.sarif", new SarifRenderer(5000, rule -> null).render(Samples.rich(), plain));
    texts.put("rich.github", new GithubRenderer().render(Samples.rich(), plain));
    texts.put("rich.md", new MarkdownRenderer().render(Samples.rich(), plain));
    texts.put("clean.md", new MarkdownRenderer().render(Samples.clean(), plain));
    texts.put("reach.txt", new ReachText().render(Samples.rich(), plain.withWitness(true)));
    texts.put("reach.json", new ReachJson().render(Samples.rich(), plain.withWitness(true)));
    texts.put("reach.md", new ReachMarkdown().render(Samples.rich(), plain));
    Report first = Samples.rich().withSurfaces(Samples.rich().surfaces().subList(0, 1));
    texts.put("surface.md", new SurfaceMarkdown().render(first, plain));
    texts.put("surface.mmd", new MermaidRenderer().render(first, plain));
    Golden.in("render").matchesAll(texts);
  }
}
