package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Operation.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether something keeps {@code errored.tfstate} where a command leaves it behind. */
final class KeptState {
  private static final String FILE = "errored.tfstate";

  private final Analysis analysis;
  private final StateChanges changes;
  private final StateChange change;

  KeptState(Analysis analysis, StateChanges changes, StateChange change) {
    this.analysis = analysis;
    this.changes = changes;
    this.change = change;
  }

  /** Where the file is left, or a pattern for that. */
  static String path(StateChange change) {
    String folder = folder(change);
    return folder == null ? "**/" + FILE : folder.isEmpty() ? FILE : folder + "/" + FILE;
  }

  /** Whether it is kept in every run; what is not enough is added to the lines. */
  boolean isKept(List<String> because) {
    for (Scenario scenario : changes.root().scenarios()) {
      Dominance dominance = new Dominance(analysis.reach(), scenario);
      for (StateChange.Works works : change.works()) {
        List<Constraint> runs = Terms.plus(change.operation().constraints(), change.more(works));
        if (dominance.possible(runs) && !isKept(dominance, runs, because)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isKept(Dominance dominance, List<Constraint> runs, List<String> because) {
    List<Operation> operations = changes.operations();
    for (int i = 0; i < operations.size(); i++) {
      Operation other = operations.get(i);
      boolean keeps =
          other.name().equals("errored-state") || other.name().equals("upload-artifact");
      boolean sameJob =
          other.job() != null
              && change.operation().job() != null
              && other.job().key().equals(change.operation().job().key());
      if (!keeps || !sameJob || !isAfter(other, i)) {
        continue;
      }
      String wrong = wrong(other, dominance, runs);
      if (wrong == null) {
        return true;
      }
      String line = "`" + other.what() + "` in line " + line(other) + " " + wrong;
      if (!because.contains(line)) {
        because.add(line);
      }
    }
    return false;
  }

  private static int line(Operation operation) {
    return operation.via().isEmpty() ? operation.place().line() : operation.root().line();
  }

  /** In the same script a trap may stand before the command. */
  private boolean isAfter(Operation other, int index) {
    return index > change.placed().index() || other.step() == change.operation().step();
  }

  private @Nullable String wrong(Operation other, Dominance dominance, List<Constraint> runs) {
    if (other.name().equals("upload-artifact") && !covers(other)) {
      return "uploads something else";
    }
    boolean sameStep = other.step() == change.operation().step();
    if (sameStep || goesOn() || runsAfterFailure(other, dominance, runs)) {
      return null;
    }
    return "does not run where the command has failed";
  }

  /** Where the failure of the command is ignored, later steps run in any case. */
  private boolean goesOn() {
    for (Level level : change.operation().setting().levels()) {
      if (level.forgiven() != null) {
        return true;
      }
    }
    return false;
  }

  private boolean runsAfterFailure(Operation other, Dominance dominance, List<Constraint> runs) {
    List<Constraint> failed = Terms.plus(runs, failed(other));
    for (Constraint needed : other.constraints()) {
      // Whoever asks for the file itself finds it.
      boolean asksForFile = needed.text().contains(".tfstate");
      boolean holds =
          asksForFile
              || runs.contains(needed)
              || dominance.follows(
                  Dominance.known(needed, other, change.operation(), false), failed);
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** How the step of the command has ended, for a later step that asks. */
  private List<Constraint> failed(Operation other) {
    List<Level> levels = change.operation().setting().levels();
    String id = levels.isEmpty() ? null : levels.getFirst().id();
    if (id == null || other.setting().levels().isEmpty()) {
      return List.of();
    }
    Constraint asking = other.setting().levels().getFirst().condition();
    List<Constraint> failed = new ArrayList<>();
    for (String how : List.of("outcome", "conclusion")) {
      Expression result = Terms.property(Terms.property("steps", id), how);
      failed.add(
          Terms.condition(
              Terms.equal(result, Terms.text("failure")), asking.site(), asking.span()));
    }
    return failed;
  }

  /** Whether the paths of an upload can hold the file. */
  private boolean covers(Operation upload) {
    for (String argument : upload.arguments()) {
      if (!argument.regionMatches(true, 0, "path=", 0, "path=".length())) {
        continue;
      }
      for (String line : argument.substring("path=".length()).split("\n", -1)) {
        if (coversLine(line.strip())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean coversLine(String pattern) {
    if (pattern.isEmpty() || pattern.startsWith("!")) {
      return false;
    }
    String plain = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    boolean dynamic = plain.contains("${{") || plain.startsWith("/") || plain.startsWith("~");
    String folder = folder(change);
    if (dynamic || folder == null) {
      // Only the run knows the folder: the name of the file, or any file, has to do.
      return plain.endsWith(FILE) || plain.endsWith("*") || plain.endsWith("*.tfstate") || dynamic;
    }
    return FileGlob.covers(plain, folder.isEmpty() ? FILE : folder + "/" + FILE);
  }

  /** The folder of the stack, relative to the workspace; null where only the run knows it. */
  private static @Nullable String folder(StateChange change) {
    if (change.command().operand() != null) {
      return change.works().size() == 1 ? "tofu/stacks/" + change.works().getFirst().stack() : null;
    }
    List<Expression> segments = new ArrayList<>();
    segments.addAll(PathText.segments(change.operation().setting().directory()));
    segments.addAll(PathText.segments(change.command().folder()));
    StringBuilder path = new StringBuilder();
    for (Expression segment : segments) {
      String literal = PathText.literal(segment);
      if (literal == null) {
        return null;
      }
      path.append(path.isEmpty() ? "" : "/").append(literal);
    }
    return path.toString();
  }
}
