package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The limits of time that docs/artifacts.md names. */
class SettingsTest {
  @Test
  void a_request_may_take_as_long_as_its_bytes_need() {
    Settings settings = Settings.standard();
    assertThat(settings.timeFor(0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.timeFor(8 << 20)).isEqualTo(Duration.ofSeconds(158));
  }

  @Test
  void an_upload_may_take_as_long_as_its_files_need() throws UploadFailure {
    assertThat(Settings.standard().deadline(0).atMost(Duration.ofHours(9)))
        .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    assertThat(Settings.standard().deadline(2L << 30).left())
        .isBetween(Duration.ofMinutes(141), Duration.ofSeconds(8492));
  }

  @Test
  void after_the_deadline_nothing_is_begun() throws UploadFailure {
    AtomicLong nanos = new AtomicLong(-5);
    Deadline deadline = new Deadline(nanos::get, Duration.ofSeconds(10));
    assertThat(deadline.atMost(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    nanos.addAndGet(9_000_000_000L);
    assertThat(deadline.atMost(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(1));
    nanos.addAndGet(9_000_000_000L);
    assertThat(deadline.left()).isZero();
    assertThatThrownBy(() -> deadline.atMost(Duration.ofSeconds(3)))
        .isInstanceOf(UploadFailure.class)
        .hasMessageContaining("10 seconds");
  }
}
