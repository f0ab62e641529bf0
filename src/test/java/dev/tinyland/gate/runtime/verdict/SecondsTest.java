package dev.tinyland.gate.runtime.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {
  @Test
  void differ_as_the_times_do() {
    Instant start = Instant.parse("1970-01-01T00:00:00Z");
    long first = Objects.requireNonNull(Seconds.of(start.toString()));
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      long seconds = random.nextLong(0, 7_000_000_000L);
      Long later = Seconds.of(start.plusSeconds(seconds).plusMillis(i % 1000).toString());
      assertThat(later).isEqualTo(first + seconds);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-05-19",
        "2026-13-19T08:00:00Z",
        "2026-05-19T08:00:00+02:00"
      })
  void are_not_known(String time) {
    assertThat(Seconds.of(time)).isNull();
  }
}
