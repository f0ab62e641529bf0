package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where the credential of the cache is handed to steps, or to a called workflow.
 *
 * @param name the variable or secret
 * @param span its value, or {@code secrets: inherit}
 * @param jobs who gets it
 */
public record Exposure(Scope scope, String name, Span span, List<JobSeen> jobs) {
  public Exposure {
    jobs = List.copyOf(jobs);
  }

  /** How far it is seen. */
  public enum Scope {
    WORKFLOW,
    JOB,
    STEP,
    /** Handed to a workflow of this checkout by name, where nothing asks for it. */
    CALL,
    /** The same with all other secrets. */
    INHERIT
  }

  /**
   * A job that gets it.
   *
   * @param called the workflow that the job calls, else null
   */
  public record JobSeen(String id, @Nullable String called, List<StepSeen> steps) {
    public JobSeen {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step that gets it.
   *
   * @param label how a person would call it
   * @param use what it may do with it
   * @param action the action that it uses, else null
   */
  public record StepSeen(String label, Span span, Use use, @Nullable String action) {}

  /** What a step may do with a variable. */
  public enum Use {
    /** It names the variable or a client of the cache. */
    NAMES_IT,
    /** It starts code that is not looked into here. */
    UNSEEN,
    /** It is an action that nobody here knows. */
    UNKNOWN_ACTION,
    /** It has nothing to do with it. */
    NONE
  }
}
