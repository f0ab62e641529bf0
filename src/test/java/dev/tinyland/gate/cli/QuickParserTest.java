package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick parser says the same as picocli, or nothing. */
class QuickParserTest {
  private static final List<String> WORDS =
      List.of(
          "lint",
          "reach",
          "eval",
          "rules",
          "explain",
          "completion",
          "bash",
          "--fix",
          "--fix=dry-run",
          "--surface",
          "--format",
          "--format=json",
          "json",
          "text",
          "--output",
          "sarif=out.sarif",
          "--fail-on",
          "error",
          "--profile=downstream",
          "--profile",
          "--all-files",
          "--witness",
          "--jsonl",
          "--event",
          "push",
          ".",
          "-",
          "a.yml",
          "-h",
          "--help",
          "--nonsense",
          "--",
          "=",
          "--format=",
          "@file",
          "-x",
          "github.ref == 'x'");

  @Test
  void agrees_with_picocli_on_every_command_line_that_it_reads() {
    Random random = new Random(20261120);
    int read = 0;
    for (int i = 0; i < 4_000; i++) {
      String[] given = new String[1 + random.nextInt(5)];
      for (int word = 0; word < given.length; word++) {
        int among = word == 0 && random.nextInt(4) > 0 ? 6 : WORDS.size();
        given[word] = WORDS.get(random.nextInt(among));
      }
      Arguments quick = QuickParser.parse(given);
      if (quick != null) {
        read++;
        assertThat(full(given)).as(String.join(" ", given)).isEqualTo(quick);
      }
    }
    assertThat(read).isGreaterThan(300);
  }

  @Test
  void leaves_what_is_unusual_to_picocli() {
    for (String[] given :
        List.of(
            new String[] {},
            new String[] {"--help"},
            new String[] {"lint", "--help"},
            new String[] {"lint", "--nonsense"},
            new String[] {"lint", "--format"},
            new String[] {"lint", "--profile", "a", "--profile", "b"},
            new String[] {"lint", "@file"},
            new String[] {"explain"},
            new String[] {"rules", "more"})) {
      assertThat(QuickParser.parse(given)).isNull();
    }
  }

  private static Arguments full(String... given) {
    List<PrintStream> streams = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      streams.add(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }
    Terminal terminal =
        new Terminal(
            streams.get(0), streams.get(1), new ByteArrayInputStream(new byte[0]), false, Map.of());
    return Objects.requireNonNull(
        FullParser.parse(terminal, given).arguments(), String.join(" ", given));
  }
}
