package dev.tinyland.gate.runtime.verdict;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RustfsVersionTest {
  private static RustfsVersion of(String line) {
    return requireNonNull(RustfsVersion.parse(line), line);
  }

  @Test
  void releases_follow_each_other() {
    List<String> order =
        List.of(
            "rustfs 1.0.0-alpha.95",
            "rustfs v1.0.0-beta.1",
            "1.0.0-beta.4",
            "rustfs 1.0.0-beta.9",
            "rustfs v1.0.0-beta.10",
            "v1.0.0-beta.11",
            "rustfs 1.0.0-rc.1",
            "rustfs 1.0.0-rc.3",
            "rustfs 1.0.0",
            "rustfs 1.0.1-beta.1",
            "rustfs 1.2.0",
            "rustfs 1.10.0");
    for (int i = 0; i < order.size(); i++) {
      for (int j = 0; j < order.size(); j++) {
        assertThat(of(order.get(i)).before(of(order.get(j)))).isEqualTo(i < j);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rustfs v1.0.0-beta.1, 1.0.0-beta.1",
    "rustfs 1.0.0-beta.1, 1.0.0-beta.1",
    "' RustFS 1.0.0-RC.2 ', 1.0.0-rc.2",
    "v1.0.0, 1.0.0"
  })
  void is_read_as_it_is_spelled(String line, String words) {
    assertThat(of(line).words()).isEqualTo(words);
  }

  /** What lies after a release may still lack what the next one has. */
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "@abc1234",
        "rustfs @abc1234",
        "rustfs 1.0.0-beta.1-5-gabc1234",
        "rustfs 1.0.0-beta.1-dirty",
        "rustfs 1.0.0-beta",
        "rustfs 1.0.0+abc",
        "rustfs 1.0",
        "rustfs 99999999999.0.0",
        "rustfs 1.0.0-nightly.3",
        "minio 1.0.0",
        "rustfs 1.0.0-beta.9 or so"
      })
  void is_unknown(@Nullable String line) {
    assertThat(RustfsVersion.parse(line)).isNull();
  }

  private static List<Integer> issues(String line) {
    return KnownDefect.of(RustfsVersion.parse(line)).stream().map(KnownDefect::issue).toList();
  }

  @Test
  void known_defects_are_those_of_the_version() {
    assertThat(issues("rustfs v1.0.0-beta.1"))
        .contains(2651, 3418, 4339, 2686)
        .doesNotContain(5938);
    assertThat(issues("rustfs 1.0.0-beta.4")).contains(3418, 4339).doesNotContain(2651, 5938);
    assertThat(issues("rustfs 1.0.0-beta.9")).contains(2686).doesNotContain(2651, 3418, 4339, 5938);
    assertThat(issues("rustfs 1.0.0-beta.10")).contains(2686, 5938).doesNotContain(3418);
    assertThat(issues("@abc1234")).hasSize(KnownDefect.ALL.size());
  }

  @Test
  void a_defect_says_where_it_ends_and_the_others_are_one_note() {
    List<Note> notes = KnownDefect.notes(null);
    assertThat(notes.getFirst().subject()).isEqualTo("rustfs/rustfs#2651");
    assertThat(notes.getFirst().sentence()).endsWith("Concerns versions before 1.0.0-beta.4.");
    String all = notes.toString();
    for (KnownDefect defect : KnownDefect.ALL) {
      assertThat(all).contains(String.valueOf(defect.issue()));
      assertThat(defect.what()).endsWith(".");
    }
    assertThat(notes.getLast().sentence()).contains("2686, 2601").doesNotContain("2651", "…");
    assertThat(KnownDefect.notes(RustfsVersion.parse("rustfs 1.0.0-beta.9"))).hasSize(1);
  }
}
