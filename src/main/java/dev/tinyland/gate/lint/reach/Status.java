package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the status functions answer at a site. */
public sealed interface Status {
  /** The value of {@code success()}, {@code failure()}, {@code cancelled()} or {@code always()}. */
  Value function(String name, Site site, World world);

  /** Status names: {@code success}, {@code failure}, {@code cancelled}. */
  Domain COURSE =
      Domain.closed(
          Domain.Choice.NORMAL_COURSE,
          List.of(Values.of("success"), Values.of("failure"), Values.of("cancelled")));

  /**
   * At a step: how the job has gone so far.
   *
   * @param name of the free name, one for each step
   */
  record OfStep(String name) implements Status {
    @Override
    public Value function(String function, Site site, World world) {
      if (function.equals("always")) {
        return Values.of(true);
      }
      if (world.assumption() == Assumption.SUCCESS) {
        return Values.of(function.equals("success"));
      }
      Value status = world.free(name, COURSE);
      if (status instanceof Unknown) {
        return Unknown.derived(Set.of(name), true);
      }
      return Values.of(function.equals(Values.text(status)));
    }
  }

  /**
   * At a job: how the jobs it needs, and those they need, have ended. A skipped one is not a
   * success.
   */
  record OfJob(List<NeededJob> needs, String cancelledName) implements Status {
    public OfJob {
      needs = List.copyOf(needs);
    }

    @Override
    public Value function(String function, Site site, World world) {
      return switch (function) {
        case "success" -> all(world);
        case "failure" -> any(world);
        case "cancelled" -> world.free(cancelledName, CANCELLED);
        default -> Values.of(true);
      };
    }

    private Value all(World world) {
      List<Value> unknown = new ArrayList<>();
      for (NeededJob job : needs) {
        Value result = job.result(world);
        if (result instanceof Unknown) {
          unknown.add(result);
        } else if (!"success".equals(Values.text(result))) {
          return Values.of(false);
        }
      }
      return unknown.isEmpty() ? Values.of(true) : Either.among(Set.of(), true, unknown);
    }

    private Value any(World world) {
      List<Value> unknown = new ArrayList<>();
      for (NeededJob job : needs) {
        Value result = job.result(world);
        if (result instanceof Unknown) {
          unknown.add(result);
        } else if ("failure".equals(Values.text(result))) {
          return Values.of(true);
        }
      }
      return unknown.isEmpty() ? Values.of(false) : Either.among(Set.of(), true, unknown);
    }
  }

  /** Whether a run is cancelled by hand: not in its normal course. */
  Domain CANCELLED =
      Domain.closed(Domain.Choice.NORMAL_COURSE, List.of(Values.of(false), Values.of(true)));
}
