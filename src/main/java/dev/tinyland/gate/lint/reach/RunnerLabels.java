package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code runs-on} can come out as. Whatever it depends on is tried with all values that are
 * written down somewhere; where anybody may set it to anything, that is said.
 */
public final class RunnerLabels {
  /** Combinations of values after which no more are tried, and that is said. */
  private static final int MOST = 200;

  private final YamlNode runsOn;
  private final Site site;
  private final List<Constraint> constraints;
  private final String wanted;
  private final Set<Way> ways = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private int tried;

  /**
   * One way it comes out.
   *
   * @param labels all of which a runner must have
   * @param group the group that runners are taken from, or null for any
   */
  public record Way(List<String> labels, @Nullable String group) {
    public Way {
      labels = List.copyOf(labels);
    }
  }

  /**
   * All ways in which it comes out.
   *
   * @param open what else it depends on, as expressions name it: any label is possible through it
   */
  public record Outcome(Set<Way> ways, Set<String> open) {}

  private RunnerLabels(YamlNode runsOn, Site site, List<Constraint> constraints, String wanted) {
    this.runsOn = runsOn;
    this.site = site;
    this.constraints = constraints;
    this.wanted = wanted;
  }

  /**
   * The labels of a job wherever the constraints hold.
   *
   * @param constraints all conditions on the way to something in the job, its own among them
   * @param wanted a label beside which the others do not matter
   */
  public static Outcome of(
      Job job,
      List<Constraint> constraints,
      List<Scenario> scenarios,
      String defaultBranch,
      String wanted) {
    Site condition = condition(constraints);
    YamlNode runsOn = job.runsOn();
    if (condition == null || runsOn == null) {
      return new Outcome(Set.of(), Set.of());
    }
    RunnerLabels labels = new RunnerLabels(runsOn, Sites.job(condition, job), constraints, wanted);
    for (Scenario scenario : scenarios) {
      if (RefNames.possible(scenario, defaultBranch)) {
        Assumption assumption =
            scenario.calledFromElsewhere() ? Assumption.DEFAULT_INPUTS : Assumption.NONE;
        labels.visit(new World(scenario, defaultBranch, assumption));
      }
    }
    return new Outcome(labels.ways, labels.open);
  }

  /** Where the condition of the innermost job is evaluated. */
  private static @Nullable Site condition(List<Constraint> constraints) {
    Site site = null;
    for (Constraint constraint : constraints) {
      if (constraint.kind() == Constraint.Kind.JOB) {
        site = constraint.site();
      }
    }
    return site;
  }

  /** The value of {@code runs-on} in one world. */
  private static final class Reading {
    final List<String> labels = new ArrayList<>();
    final List<Unknown> unknown = new ArrayList<>();
    @Nullable String group;
    boolean invalid;

    void label(Value value) {
      switch (value) {
        case Unknown each -> unknown.add(each);
        case Value.Arr array -> array.items().forEach(this::label);
        case Value.Obj object -> {
          Value inner = object.get("labels");
          if (!(inner instanceof Value.Null)) {
            label(inner);
          }
          group = Values.text(object.get("group"));
        }
        default -> {
          String text = Values.text(value);
          // GitHub starts no job on an empty label.
          invalid |= text == null || text.isBlank();
          labels.add(text == null ? "" : text.strip());
        }
      }
    }
  }

  private Reading read(World world) {
    Reading reading = new Reading();
    read(runsOn, world, reading);
    return reading;
  }

  private void read(YamlNode node, World world, Reading to) {
    switch (node) {
      case YamlNode.Scalar scalar -> to.label(value(scalar, world));
      case YamlNode.Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          read(item, world, to);
        }
      }
      case YamlNode.Mapping mapping -> {
        YamlNode labels = mapping.get("labels");
        if (labels != null) {
          read(labels, world, to);
        }
        if (mapping.get("group") instanceof YamlNode.Scalar scalar) {
          String group = Values.text(value(scalar, world));
          to.group = group == null ? scalar.value() : group;
        }
      }
    }
  }

  private Value value(YamlNode.Scalar scalar, World world) {
    Template template = Templates.of(scalar);
    return template == null
        ? Unknown.derived(Set.of(), false)
        : Values.evaluate(template, site.scope(world));
  }

  private void visit(World world) {
    if (++tried > MOST) {
      open.add("more values than were tried");
      return;
    }
    Reading reading = read(world);
    if (reading.unknown.isEmpty() || holdsWanted(reading)) {
      if (!reading.invalid && !isMadeUp(reading, world) && isPossible(world)) {
        ways.add(new Way(reading.labels, reading.group));
      }
      return;
    }
    String next = null;
    for (Unknown unknown : reading.unknown) {
      for (String name : unknown.flowing()) {
        if (world.name(name).domain().open() && isPossible(world)) {
          open.add(shown(name));
        }
      }
      for (String name : unknown.names()) {
        next = next == null && !world.isAssigned(name) ? name : next;
      }
    }
    if (next == null) {
      if (open.isEmpty() && isPossible(world)) {
        open.add("what only a run knows");
      }
      return;
    }
    FreeName name = world.name(next);
    // The values grow while comparisons show more of them, hence the index.
    for (int i = 0; i < name.size() && tried <= MOST; i++) {
      world.assign(next, name.candidate(i));
      visit(world);
      world.forget(next);
    }
  }

  private boolean holdsWanted(Reading reading) {
    for (String label : reading.labels) {
      if (label.equalsIgnoreCase(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a label is a text that stands for any; that any is possible was noted before. */
  private static boolean isMadeUp(Reading reading, World world) {
    for (Map.Entry<String, Value> assigned : world.assignment().entrySet()) {
      String text = Values.text(assigned.getValue());
      boolean anything = text != null && text.equals(FreeName.likely(assigned.getKey()));
      for (String label : reading.labels) {
        if (anything && label.contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isPossible(World world) {
    World fresh = new World(world.scenario(), world.defaultBranch(), world.assumption());
    world.assignment().forEach(fresh::assign);
    Search.Result result = new Search(constraints, fresh).run();
    return result.found() != Search.Found.NONE || !result.conclusive();
  }

  /** A free name as an expression spells it. */
  private static String shown(String name) {
    int mark = name.lastIndexOf('@');
    return mark < 0 ? name : name.substring(0, mark);
  }
}
