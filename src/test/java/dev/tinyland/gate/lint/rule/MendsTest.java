package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlEdits;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The mends that no rule needs alone: evidence that is kept, a job on its lane. */
class MendsTest {
  private static final String HEAD = "on: push\njobs:\n  a:\n";

  @Test
  void a_step_runs_after_a_failure_too() {
    assertThat(always("- name: keep\n  uses: actions/upload-artifact@v4\n"))
        .isEqualTo("- name: keep\n  if: always()\n  uses: actions/upload-artifact@v4\n");
    assertThat(always("- run: x\n  if: ${{ github.a || github.b }}\n"))
        .isEqualTo("- run: x\n  if: ${{ always() && (github.a || github.b) }}\n");
    assertThat(always("- run: x\n  if: github.a == 'b'\n"))
        .isEqualTo("- run: x\n  if: always() && github.a == 'b'\n");
    assertThat(always("- run: x\n  if: success()\n")).isEqualTo("- run: x\n  if: always()\n");
    assertThat(always("- run: x\n  if: ${{ failure() }}\n"))
        .isEqualTo("- run: x\n  if: always()\n");
    assertThat(always("- run: x\n  if:\n")).isEqualTo("- run: x\n  if: always()\n");
    assertThat(always("- {run: x}\n")).isEqualTo("- {run: x, if: always()}\n");
    assertThat(always("- run: x\n  if: cancelled() && github.a\n")).isNull();
    assertThat(always("- run: x\n  if: ${{ github.a }} && true\n")).isNull();
  }

  @Test
  void a_step_is_found_by_any_place_in_it_also_below_a_key_named_like_one() {
    String text = HEAD + "    steps:\n      - uses: a/b@v1\n        with:\n          run: echo\n";
    SourceFile file = new SourceFile("w.yml", text);
    int inside = text.indexOf("echo");
    Fix fix = Mends.always(file.span(inside, inside + 1), documents(text));
    assertThat(applied(text, fix)).contains("- uses: a/b@v1\n        if: always()\n");
  }

  @Test
  void a_job_is_pinned_to_its_lane() {
    assertThat(pinned("    runs-on: ubuntu-latest # hosted\n"))
        .isEqualTo("    runs-on: lane # hosted\n");
    assertThat(pinned("    runs-on: [self-hosted, nix]\n")).isEqualTo("    runs-on: lane\n");
    assertThat(pinned("    runs-on:\n      - self-hosted\n      - nix\n"))
        .isEqualTo("    runs-on: lane\n");
    assertThat(pinned("    runs-on: {group: big}\n")).isEqualTo("    runs-on: lane\n");
    assertThat(pinned("    needs: b\n")).isEqualTo("    needs: b\n    runs-on: lane\n");
    assertThat(pinned("    uses: ./.github/workflows/x.yml\n")).as("a call has none").isNull();
  }

  private static @Nullable String always(String step) {
    String text = HEAD + "    steps:\n" + step.indent(6);
    Job job = workflow(text).jobs().getFirst();
    Step first = ((Job.Body.Steps) job.body()).steps().getFirst();
    Fix fix = Mends.always(first.span(), documents(text));
    String after = applied(text, fix);
    return after == null ? null : after.substring(text.indexOf("steps:\n") + 7).indent(-6);
  }

  private static @Nullable String pinned(String settings) {
    String text = HEAD + settings;
    Span job = workflow(text).jobs().getFirst().span();
    String after = applied(text, Mends.lane(job, "lane", documents(text)));
    return after == null ? null : after.substring(HEAD.length());
  }

  private static Workflow workflow(String text) {
    return Objects.requireNonNull(read(text).workflow());
  }

  private static Checkout.Read read(String text) {
    return Checkout.parse(".github/workflows/w.yml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Documents documents(String text) {
    Checkout.Read read = read(text);
    YamlNode root = Objects.requireNonNull(read.document().root());
    return path -> new YamlEdits(read.file(), root);
  }

  private static @Nullable String applied(String text, @Nullable Fix fix) {
    if (fix == null) {
      return null;
    }
    SourceFile file = new SourceFile("w.yml", text);
    Edit edit = fix.edits().getFirst();
    int start = file.offsetAt(edit.span().line(), edit.span().column());
    int end = file.offsetAt(edit.span().endLine(), edit.span().endColumn());
    return text.substring(0, start) + edit.replacement() + text.substring(end);
  }
}
