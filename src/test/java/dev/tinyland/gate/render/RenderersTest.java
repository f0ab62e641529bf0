package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RenderersTest {
  @Test
  void every_format_has_a_word_and_a_renderer() {
    for (Format format : Format.values()) {
      assertThat(Format.parse(format.word())).isEqualTo(format);
      if (format == Format.MERMAID) {
        assertThatThrownBy(() -> Renderers.of(format)).hasMessageContaining("one surface");
        continue;
      }
      assertThat(Renderers.of(format).render(Samples.clean(), RenderOptions.DEFAULTS))
          .endsWith("\n");
    }
    assertThat(Format.parse("Sarif")).isEqualTo(Format.SARIF);
    assertThat(Format.parse("xml")).isNull();
    assertThat(Renderers.reach(Format.TEXT)).isNotNull();
    assertThat(Renderers.reach(Format.JSON)).isNotNull();
    assertThat(Renderers.reach(Format.SARIF)).isNull();
    assertThat(Renderers.reach(Format.MARKDOWN)).isNotNull();
    assertThat(Renderers.reach(Format.MERMAID)).isNull();
    assertThat(Renderers.surface(Format.MERMAID)).isNotNull();
    assertThat(Renderers.surface(Format.SARIF)).isNull();
  }

  @Test
  void asking_for_a_format_loads_no_other() throws Exception {
    Set<String> loaded = new TreeSet<>();
    ClassLoader loader = new RecordingLoader(loaded);
    Class<?> formats = Class.forName("dev.tinyland.gate.render.Format", true, loader);
    Class<?> renderers = Class.forName("dev.tinyland.gate.render.Renderers", true, loader);
    renderers.getMethod("of", formats).invoke(null, formats.getEnumConstants()[0]);
    assertThat(loaded)
        .contains("TextRenderer")
        .doesNotContain(
            "JsonRenderer",
            "SarifRenderer",
            "GithubRenderer",
            "MarkdownRenderer",
            "ReachText",
            "ReachMarkdown",
            "MermaidRenderer",
            "ReachJson");
  }

  /** Defines the classes of this package itself and remembers their names. */
  private static final class RecordingLoader extends ClassLoader {
    private static final String PACKAGE = "dev.tinyland.gate.render.";
    private final Set<String> loaded;

    RecordingLoader(Set<String> loaded) {
      super(RenderersTest.class.getClassLoader());
      this.loaded = loaded;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      if (known != null || !name.startsWith(PACKAGE)) {
        return known != null ? known : super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        loaded.add(name.substring(PACKAGE.length()));
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
