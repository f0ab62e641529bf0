package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a schedule runs at every hour of every day. */
class CronTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "17 * * * *",
        "*/30 * * * *",
        "0 0-23 * * *",
        "0 */1 * * *",
        "5,35 0-11,12-23 * * 0-6",
        " 0  *  *  *  * "
      })
  void hourly(String line) {
    assertThat(Cron.isHourly(List.of(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17 */2 * * *",
        "17 6 * * *",
        "17 * * * 1-5",
        "17 * 1 * *",
        "17 * * 1-6 *",
        "17 8-20 * * *",
        "@hourly",
        "",
        "17 * * *",
        "17 x * * *",
        "17 0-24 * * *",
        "17 */0 * * *",
        "17 , * * *"
      })
  void not_hourly(String line) {
    assertThat(Cron.isHourly(List.of(line))).isFalse();
  }

  @Test
  void lines_count_together() {
    assertThat(Cron.isHourly(List.of("0 0-11 * * *", "30 12-23 * * *"))).isTrue();
    assertThat(Cron.isHourly(List.of("0 */2 * * *", "0 1-23/2 * * *"))).isTrue();
    assertThat(Cron.isHourly(List.of())).isFalse();
  }
}
