package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the problem matcher, a runner finds in a plain log what the report has. */
class ProblemMatcherTest {
  private static final Path FILE = Path.of("src/build/layout/problem-matcher.json");

  /** What the runner makes of a match. */
  private record Issue(String severity, String file, int line, int column, String message) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "readme",
        "docs-write-examples",
        "stale-endpoints",
        "suppressions-in-comments",
        "duplicate-key",
        "bom-and-crlf"
      })
  void every_finding_is_matched_and_nothing_else(String fixture) throws IOException {
    String folder = "workflows-fixtures/" + fixture;
    String log = CommandRun.of("lint", folder).out();
    List<Issue> findings = findings(CommandRun.of("lint", "--format", "json", folder).out());
    assertThat(findings).isNotEmpty();
    assertThat(matched(log)).containsExactlyInAnyOrderElementsOf(findings);
  }

  @Test
  void a_configuration_that_cannot_be_read_is_matched() throws IOException {
    Path config = Files.writeString(Files.createTempFile("gate", ".yml"), "profil: x\n");
    String log =
        CommandRun.of("lint", "--config", config.toString(), "workflows-fixtures/readme").out();
    assertThat(matched(log))
        .singleElement()
        .satisfies(issue -> {
          assertThat(issue.severity()).isEqualTo("error");
          assertThat(issue.line()).isEqualTo(1);
          assertThat(issue.message()).contains("unknown key");
        });
    Files.delete(config);
  }

  /** Each matcher looks at two lines in a row, as the runner does. */
  private static List<Issue> matched(String log) throws IOException {
    List<Issue> issues = new ArrayList<>();
    List<String> lines = log.lines().toList();
    for (Object each : list(map(JsonReader.read(Files.readString(FILE))).get("problemMatcher"))) {
      Map<?, ?> matcher = map(each);
      List<?> patterns = list(matcher.get("pattern"));
      Map<?, ?> first = map(patterns.getFirst());
      Map<?, ?> second = map(patterns.getLast());
      for (int i = 0; i + 1 < lines.size(); i++) {
        Matcher head = pattern(first).matcher(lines.get(i));
        Matcher place = pattern(second).matcher(lines.get(i + 1));
        if (!head.find() || !place.find()) {
          continue;
        }
        Object severity = matcher.get("severity");
        issues.add(
            new Issue(
                severity == null ? group(head, first, "severity") : severity.toString(),
                group(place, second, "file"),
                Integer.parseInt(group(place, second, "line")),
                Integer.parseInt(group(place, second, "column")),
                group(head, first, "message")));
      }
    }
    return issues;
  }

  private static Pattern pattern(Map<?, ?> pattern) {
    return Pattern.compile(String.valueOf(pattern.get("regexp")));
  }

  private static String group(Matcher match, Map<?, ?> pattern, String key) {
    return match.group(((Double) Objects.requireNonNull(pattern.get(key), key)).intValue());
  }

  private static List<Issue> findings(String json) {
    List<Issue> issues = new ArrayList<>();
    for (Object each : list(map(JsonReader.read(json)).get("findings"))) {
      Map<?, ?> finding = map(each);
      if (finding.get("suppressed") != null) {
        continue;
      }
      String level = String.valueOf(finding.get("level"));
      issues.add(
          new Issue(
              level.equals("note") ? "notice" : level,
              String.valueOf(finding.get("path")),
              ((Double) Objects.requireNonNull(finding.get("line"))).intValue(),
              ((Double) Objects.requireNonNull(finding.get("column"))).intValue(),
              String.valueOf(finding.get("message"))));
    }
    return issues;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }
}
