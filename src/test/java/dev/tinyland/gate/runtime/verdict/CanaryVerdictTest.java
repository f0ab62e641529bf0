package dev.tinyland.gate.runtime.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class CanaryVerdictTest {
  private static final List<@Nullable Standing> OUTCOMES =
      Arrays.asList(Standing.PROVEN, Standing.UNDECIDED, Standing.REFUTED, null);

  static VerdictReport report(CanaryStep step, Standing standing) {
    List<Verdict.Reason> reasons =
        List.of(new Verdict.Reason(standing.word(), "x", "It was seen.", ""));
    Verdict verdict =
        switch (standing) {
          case PROVEN -> new Verdict.Proven(reasons);
          case UNDECIDED -> new Verdict.Undecided(reasons);
          case REFUTED -> new Verdict.Refuted(reasons);
        };
    NextSafeStep next = step == CanaryStep.ATTIC_NAR ? NextSafeStep.CACHE : NextSafeStep.SEE_MORE;
    return VerdictReport.of(step.command(), verdict, Authority.NONE, next);
  }

  /** All steps with one outcome, but for one. */
  public static VerdictReport canary(CanaryStep other, Standing standing) {
    Map<CanaryStep, VerdictReport> reports = new EnumMap<>(CanaryStep.class);
    for (CanaryStep step : CanaryStep.values()) {
      reports.put(step, report(step, step == other ? standing : Standing.PROVEN));
    }
    return CanaryVerdict.of(reports);
  }

  @Test
  void every_combination_lists_every_step_in_order_and_is_as_bad_as_its_worst() {
    int combinations = (int) Math.pow(4, CanaryStep.values().length);
    for (int i = 0; i < combinations; i++) {
      Map<CanaryStep, VerdictReport> reports = new EnumMap<>(CanaryStep.class);
      Standing worst = Standing.PROVEN;
      int rest = i;
      for (CanaryStep step : CanaryStep.values()) {
        Standing standing = OUTCOMES.get(rest % 4);
        rest /= 4;
        if (standing != null) {
          reports.put(step, report(step, standing));
        }
        worst = worst.and(standing == null ? Standing.UNDECIDED : standing);
      }
      VerdictReport report = CanaryVerdict.of(reports);
      assertThat(report.verdict()).isEqualTo(worst.word());
      assertThat(report.authority()).isEqualTo(worst == Standing.PROVEN ? "interim" : "none");
      assertThat(report.requirements())
          .extracting(Requirement::name)
          .containsExactly(
              "tofu-state-ha-readiness --expect-interim",
              "rustfs-bucket-index-rca --bucket attic",
              "attic-nar-integrity-check",
              "rustfs-bucket-index-rca --scratch-probe --strict-scratch-disk-markers",
              "ha-state-candidate-inventory");
      assertThat(report.nonClaims()).containsExactly("ha", "rbe-cas", "trusted-publication");
    }
  }

  @Test
  void green_says_what_it_does_not_prove() {
    VerdictReport green = canary(CanaryStep.READINESS, Standing.PROVEN);
    VerdictReport.Line line = green.reasons().getFirst();
    assertThat(line.name()).isEqualTo("canary-green");
    assertThat(line.sentence())
        .contains("does not prove high availability")
        .contains("remote execution")
        .contains("published to Attic");
    assertThat(line.policy()).isEqualTo(Policy.CANARY_IS_NO_HA.sentence());
  }

  @Test
  void the_next_safe_step_is_that_of_the_first_step_that_is_not_green() {
    assertThat(canary(CanaryStep.ATTIC_NAR, Standing.REFUTED).nextSafeStep())
        .isEqualTo(NextSafeStep.CACHE.sentence());
  }

  @Test
  void no_step_is_no_green() {
    VerdictReport none = CanaryVerdict.of(Map.of());
    assertThat(none.verdict()).isEqualTo("undecided");
    assertThat(none.requirements()).hasSize(5);
  }
}
