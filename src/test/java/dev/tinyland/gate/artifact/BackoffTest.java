package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-11-20T21:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, 0.0, 3000",
    "1, 0.99, 3000",
    "2, 0.0, 4500",
    "2, 0.999999, 6749",
    "3, 0.0, 6750",
    "3, 0.5, 8437",
    "4, 0.0, 10125",
    "4, 0.999999, 15187"
  })
  void the_service_gets_more_time_after_each_failure(int failures, double jitter, long millis) {
    assertThat(Backoff.ofService(failures, jitter)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void the_storage_gets_no_time_then_more() {
    assertThat(Backoff.ofStorage(1)).isZero();
    assertThat(Backoff.ofStorage(2)).isEqualTo(Duration.ofSeconds(4));
    assertThat(Backoff.ofStorage(3)).isEqualTo(Duration.ofSeconds(12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 12",
    "' 5 ', 5",
    "61, 60",
    "99999999999999999999, 0",
    "-4, 0",
    "'Fri, 20 Nov 2026 21:00:30 GMT', 30",
    "'Fri, 20 Nov 2026 20:00:00 GMT', 0",
    "'Sat, 21 Nov 2026 21:00:00 GMT', 60"
  })
  void the_server_may_ask_for_up_to_a_minute(String header, long seconds) {
    assertThat(Backoff.asked(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "1.5", "Fri, 99 Nov 2026 21:00:30 GMT"})
  void what_says_nothing_asks_for_nothing(String header) {
    assertThat(Backoff.asked(header, NOW)).isZero();
    assertThat(Backoff.asked(null, NOW)).isZero();
  }
}
