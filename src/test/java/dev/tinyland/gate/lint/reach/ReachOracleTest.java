package dev.tinyland.gate.lint.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.surface.Walk;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Cell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What reach claims, against all runs of a small universe, each evaluated plainly. */
class ReachOracleTest {
  // More of them, and other seeds, are for whoever changes the search.
  private static final int WORKFLOWS = Integer.getInteger("gate.oracle.workflows", 250);
  private static final long SEED = Long.getLong("gate.oracle.seed", 20_261_120L);
  private static final int MOST_RUNS = 150;

  private final Reach reach = new Reach(OracleRuns.DEFAULT);

  @Test
  void every_verdict_agrees_with_plain_evaluation() {
    Random random = new Random(SEED);
    Set<Cell.Can> verdicts = EnumSet.noneOf(Cell.Can.class);
    int possible = 0;
    int witnessed = 0;
    for (int i = 0; i < WORKFLOWS; i++) {
      OracleWorkflow model = OracleWorkflow.random(random);
      String yaml = model.yaml();
      Workflow workflow = workflow(yaml);
      List<Constraint> constraints = constraints(workflow, yaml);
      for (Scenario scenario : Scenarios.of(workflow.triggers())) {
        Cell cell = reach.cell(constraints, scenario);
        Tally tally = tally(model, scenario, yaml, random);
        assertThat(disagreement(cell, tally))
            .as("%s\n%s\n%s\n%s", scenario.inWords(), cell, tally, yaml)
            .isNull();
        verdicts.add(cell.can());
        if (cell.can() == Cell.Can.MAYBE && tally.some != null) {
          possible++;
          witnessed += cell.witness() == null ? 0 : 1;
        }
      }
    }
    assertThat(verdicts).as("all verdicts occur").hasSize(Cell.Can.values().length);
    assertThat(witnessed).as("witnesses of what is possible").isGreaterThan(possible * 9 / 10);
  }

  private static Workflow workflow(String yaml) {
    Checkout.Read read = Checkout.parse("w.yml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(read.problems()).as(yaml).isEmpty();
    return Objects.requireNonNull(read.workflow(), yaml);
  }

  private static List<Constraint> constraints(Workflow workflow, String yaml) {
    Found found =
        new Walk(new Checkout(path -> null), KnowledgeBaseReader.builtIn(), Map.of())
            .workflow(workflow);
    assertThat(found.writes()).as(yaml).hasSize(1);
    return found.writes().getFirst().constraints();
  }

  private static @Nullable String disagreement(Cell cell, Tally tally) {
    return switch (cell.can()) {
      case NO -> tally.some == null ? null : "`no`, but there is a run that writes";
      case YES -> tally.not == null ? null : "`yes`, but there is a normal run that does not write";
      case MAYBE -> null;
    };
  }

  /** A run that writes and a normal one that does not, if there are such. */
  private static final class Tally {
    @Nullable Object some;
    @Nullable Object not;

    @Override
    public String toString() {
      return "writes: " + some + "\ndoes not: " + not;
    }
  }

  private static Tally tally(OracleWorkflow model, Scenario scenario, String yaml, Random random) {
    List<Map<String, @Nullable Object>> runs = OracleRuns.of(scenario, yaml);
    Tally tally = new Tally();
    int step = 1 + runs.size() / MOST_RUNS;
    List<OracleWorkflow.Course> unusual = new ArrayList<>();
    for (String matrix : model.matrix()) {
      for (String first : List.of("success", "failure")) {
        for (String outcome : List.of("success", "failure")) {
          for (String status : List.of("success", "failure")) {
            unusual.add(new OracleWorkflow.Course(first, outcome, status, matrix));
          }
        }
      }
    }
    for (int i = step == 1 ? 0 : random.nextInt(step); i < runs.size(); i += step) {
      Map<String, @Nullable Object> run = runs.get(i);
      boolean normal = false;
      boolean fails = false;
      for (String matrix : model.matrix()) {
        Boolean writes =
            model.writes(run, new OracleWorkflow.Course("success", "success", "success", matrix));
        fails |= writes == null;
        normal |= writes != null && writes;
      }
      if (normal) {
        tally.some = run;
      } else {
        // What fails is not the normal course of a run.
        tally.not = fails ? tally.not : run;
        for (OracleWorkflow.Course course :
            tally.some == null ? unusual : List.<OracleWorkflow.Course>of()) {
          if (Boolean.TRUE.equals(model.writes(run, course))) {
            tally.some = course + " " + run;
          }
        }
      }
      if (tally.some != null && tally.not != null) {
        return tally;
      }
    }
    return tally;
  }
}
