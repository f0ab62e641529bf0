package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
  private final Trial trial = new Trial("http://127.0.0.1:1");

  @Test
  void none_is_left_to_the_repository() {
    assertThat(Retention.expiry(null, Map.of(), trial.runnerLog(), Trial.NOW)).isNull();
    assertThat(Retention.expiry(0, Map.of(), trial.runnerLog(), Trial.NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'',2026-11-27T21:34:29.519Z",
    "x,2026-11-27T21:34:29.519Z",
    "0,2026-11-27T21:34:29.519Z"
  })
  void days_are_days_from_now(String most, String expiry) {
    assertThat(
            Retention.expiry(
                7, Map.of("GITHUB_RETENTION_DAYS", most), trial.runnerLog(), Trial.NOW))
        .isEqualTo(expiry);
    assertThat(trial.log()).isEmpty();
  }

  @Test
  void the_repository_has_the_last_word() {
    assertThat(
            Retention.expiry(7, Map.of("GITHUB_RETENTION_DAYS", "5"), trial.runnerLog(), Trial.NOW))
        .isEqualTo("2026-11-25T21:34:29.519Z");
    assertThat(trial.log())
        .isEqualTo(
            "::warning title=gate::The repository keeps artifacts for at most 5 days: 5 are taken"
                + " instead of 7.\n");
  }

  @ParameterizedTest
  @CsvSource({"-1,true", "0,false", "1,false", "400,false", "401,true", "2147483647,true"})
  void days_have_bounds(int days, boolean wrong) {
    assertThat(Retention.problem(days) != null).isEqualTo(wrong);
  }
}
