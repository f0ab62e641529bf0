package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * All small workflows of a kind against all of their runs: a guard dominates just where no run
 * comes to the apply without a green guard before.
 */
class DominanceOracleTest {
  private static final String A = "github.ref == 'refs/heads/main'";
  private static final String B = "vars.B == 'on'";
  private static final List<String> CONDITIONS =
      List.of(
          "",
          A,
          A + " && " + B,
          A + " || " + B,
          "success()",
          "always()",
          "failure()",
          "!cancelled()",
          "always() && " + A,
          "success() || " + B);

  /** What is around the guard. */
  private enum Form {
    PLAIN("run: just " + DominanceTest.GUARD, true),
    IGNORED("run: just " + DominanceTest.GUARD + " || true", false),
    FORGIVEN("run: just " + DominanceTest.GUARD + "\n        continue-on-error: true", false);

    private final String yaml;
    private final boolean failsJob;

    Form(String yaml, boolean failsJob) {
      this.yaml = yaml;
      this.failsJob = failsJob;
    }
  }

  @Test
  void in_one_job() {
    List<String> wrong = new ArrayList<>();
    int dominating = 0;
    for (Form form : Form.values()) {
      for (String guard : CONDITIONS) {
        for (String apply : CONDITIONS) {
          boolean expected = holdsInOneJob(form, guard, apply);
          dominating += expected ? 1 : 0;
          compare(expected, oneJob(form, guard, apply), wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(dominating).isGreaterThan(20);
  }

  @Test
  void between_jobs() {
    List<String> wrong = new ArrayList<>();
    int dominating = 0;
    for (Form form : Form.values()) {
      for (String guard : CONDITIONS) {
        for (String apply : CONDITIONS) {
          boolean expected = holdsBetweenJobs(form, guard, apply);
          dominating += expected ? 1 : 0;
          compare(expected, twoJobs(form, guard, apply), wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(dominating).isGreaterThan(20);
  }

  private static void compare(boolean expected, String yaml, List<String> wrong) {
    boolean found = DominanceTest.kind(yaml, Map.of()) == Dominance.Kind.DOMINATES;
    if (found != expected) {
      wrong.add("expected " + expected + ":\n" + yaml);
    }
  }

  private static String oneJob(Form form, String guard, String apply) {
    return "on: push\njobs:\n  j:\n    runs-on: x\n    steps:\n      - run: make\n      - "
        + form.yaml
        + condition(guard, "        ")
        + "\n      - run: "
        + DominanceTest.APPLY
        + condition(apply, "        ")
        + "\n";
  }

  private static String twoJobs(Form form, String guard, String apply) {
    return "on: push\njobs:\n  guard:\n    runs-on: x"
        + condition(guard, "    ")
        + "\n    steps:\n      - run: make\n      - "
        + form.yaml
        + "\n  apply:\n    needs: guard\n    runs-on: x"
        + condition(apply, "    ")
        + "\n    steps:\n      - run: "
        + DominanceTest.APPLY
        + "\n";
  }

  private static String condition(String text, String indent) {
    return text.isEmpty() ? "" : "\n" + indent + "if: \"" + text + "\"";
  }

  /** Every course of a run: on main, B, the first step, the guard, cancelled after it. */
  private static boolean holdsInOneJob(Form form, String guard, String apply) {
    for (int bits = 0; bits < 32; bits++) {
      boolean main = (bits & 1) != 0;
      boolean on = (bits & 2) != 0;
      boolean made = (bits & 4) != 0;
      boolean green = (bits & 8) != 0;
      boolean cancelled = (bits & 16) != 0;
      String status = made ? "success" : "failure";
      boolean ran = holds(guard, main, on, status);
      if (ran && !green && form.failsJob) {
        status = "failure";
      }
      status = cancelled ? "cancelled" : status;
      if (holds(apply, main, on, status) && !(ran && green)) {
        return false;
      }
    }
    return true;
  }

  /** The same where the guard is a job; a job that was left out is no success. */
  private static boolean holdsBetweenJobs(Form form, String guard, String apply) {
    for (int bits = 0; bits < 32; bits++) {
      boolean main = (bits & 1) != 0;
      boolean on = (bits & 2) != 0;
      boolean made = (bits & 4) != 0;
      boolean green = (bits & 8) != 0;
      boolean cancelled = (bits & 16) != 0;
      boolean started = holds(guard, main, on, "success");
      boolean ran = started && made;
      boolean succeeded = ran && (green || !form.failsJob);
      String status = started ? (succeeded ? "success" : "failure") : "skipped";
      status = cancelled ? "cancelled" : status;
      if (holds(apply, main, on, status) && !(ran && green)) {
        return false;
      }
    }
    return true;
  }

  /** The ten conditions, by hand. */
  private static boolean holds(String condition, boolean main, boolean on, String status) {
    boolean success = status.equals("success");
    return switch (CONDITIONS.indexOf(condition)) {
      case 0, 4 -> success;
      case 1 -> success && main;
      case 2 -> success && main && on;
      case 3 -> success && (main || on);
      case 5 -> true;
      case 6 -> status.equals("failure");
      case 7 -> !status.equals("cancelled");
      case 8 -> main;
      default -> success || on;
    };
  }
}
