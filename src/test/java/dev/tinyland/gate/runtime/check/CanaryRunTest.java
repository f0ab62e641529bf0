package dev.tinyland.gate.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.verdict.CanaryStep;
import dev.tinyland.gate.runtime.verdict.Incidents;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanaryRunTest {
  /** Steps of which one fails. */
  private record Failing(CanaryStep step, IOException failure, List<String> said)
      implements Canary.Steps {
    @Override
    public VerdictReport run(CanaryStep now, @Nullable Path folder) throws IOException {
      said.add(now.name());
      if (now == step) {
        throw failure;
      }
      return Incidents.report();
    }

    @Override
    public void failed(CanaryStep now, IOException reason) {
      said.add(now + ": " + reason.getMessage());
    }
  }

  @Test
  void the_steps_after_one_that_could_not_end_run_all_the_same() throws IOException {
    List<String> said = new ArrayList<>();
    VerdictReport report =
        Canary.run(
            new Failing(CanaryStep.ATTIC_BUCKET, new IOException("no space left"), said),
            new Recorder(null, kind -> {}));
    assertThat(said)
        .containsExactly(
            "READINESS",
            "ATTIC_BUCKET",
            "ATTIC_BUCKET: no space left",
            "ATTIC_NAR",
            "SCRATCH",
            "INVENTORY");
    assertThat(report.exitCode()).isNotEqualTo("OK");
    assertThat(report.reasons())
        .anyMatch(
            line -> line.subject().startsWith("step 2") && line.name().equals("not-observed"));
  }

  @Test
  void a_run_that_is_told_to_end_ends() {
    List<String> said = new ArrayList<>();
    assertThatThrownBy(() ->
            Canary.run(
                new Failing(CanaryStep.READINESS, new InterruptedIOException("told to end"), said),
                new Recorder(null, kind -> {})))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(said).containsExactly("READINESS");
  }
}
