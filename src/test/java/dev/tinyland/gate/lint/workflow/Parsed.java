package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads texts as workflows and actions. */
final class Parsed {
  private Parsed() {}

  static Checkout.Read read(String path, String text) {
    return Checkout.parse(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static Workflow workflow(String text) {
    return present(read(".github/workflows/ci.yml", text).workflow());
  }

  static Action action(String text) {
    return present(read("action.yml", text).action());
  }

  /** The only job of a workflow whose text is given from its settings on. */
  static Job job(String settings) {
    List<Job> jobs = workflow("on: push\njobs:\n  a:\n" + settings.indent(4)).jobs();
    assertThat(jobs).hasSize(1);
    return jobs.getFirst();
  }

  static List<Step> steps(String list) {
    return present(job("steps:\n" + list.indent(2)).body() instanceof Job.Body.Steps s ? s : null)
        .steps();
  }

  static <T> T present(@Nullable T value) {
    assertThat(value).isNotNull();
    if (value == null) {
      throw new AssertionError();
    }
    return value;
  }
}
