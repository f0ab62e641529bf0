package dev.tinyland.gate.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the pages of {@code docs/rules} come from. */
interface RulePages {
  /** The Markdown of a rule's page, or null when it has none. */
  @Nullable String page(String rule);

  /** The pages as they travel in the jar. */
  final class Bundled implements RulePages {
    @Override
    public @Nullable String page(String rule) {
      try (InputStream in = RulePages.class.getResourceAsStream("/rules/" + rule + ".md")) {
        return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
