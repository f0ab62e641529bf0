package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one walk has collected. */
public final class Found {
  private final Candidates candidates;
  private final List<WriteSite> writes = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final List<Unresolved> unresolved = new ArrayList<>();
  private final List<AlwaysTrue> alwaysTrue = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Exposure> exposures = new ArrayList<>();

  private int steps;

  /** A condition that does not do what it looks like. */
  public record AlwaysTrue(Span span, String text, String because) {}

  Found(KnowledgeBase knowledge) {
    this.candidates = new Candidates(knowledge);
  }

  /** Commands seen so far that a later script may be given. */
  Candidates candidates() {
    return candidates;
  }

  public List<WriteSite> writes() {
    return writes;
  }

  /** What rules ask for beside writes, job by job in the order in which it runs. */
  public List<Operation> operations() {
    return operations;
  }

  /** Notes that the next step is walked. */
  void nextStep() {
    steps++;
  }

  public List<Unresolved> unresolved() {
    return unresolved;
  }

  public List<AlwaysTrue> alwaysTrue() {
    return alwaysTrue;
  }

  /** Expressions that GitHub would refuse. */
  public List<Problem> problems() {
    return problems;
  }

  /** Where the workflow itself hands the cache's credential to. */
  public List<Exposure> exposures() {
    return exposures;
  }

  /** Adds a command of a script that stands in the step, or that the script leads to. */
  void write(ScriptWrites.Write write, Trail trail, Span step, boolean credentialed) {
    ScriptPlaces.Place place = write.place();
    Way way = way(trail, place.via(), place.span(), place.called());
    add(
        write.what(),
        place.span(),
        way,
        trail,
        write.guards(),
        step,
        credentialed,
        new Kind(write.doubt(), false, write.assumed(), write.fatal()));
  }

  void write(
      String what,
      Span place,
      Trail trail,
      List<Constraint> more,
      @Nullable String doubt,
      boolean postStep,
      Span step,
      boolean credentialed) {
    Way way = way(trail, List.of(), place, place);
    add(what, place, way, trail, more, step, credentialed, new Kind(doubt, postStep, false, true));
  }

  /**
   * Adds an operation in the step that is walked.
   *
   * @param at the site of the step
   * @param directory the folder of the step, null for the workspace
   */
  void operation(
      ScriptReader.Ran ran, Trail trail, Span step, Site at, @Nullable Expression directory) {
    List<Constraint> constraints = new ArrayList<>(trail.constraints());
    constraints.addAll(ran.guards());
    ScriptPlaces.Place place = ran.place();
    operations.add(
        new Operation(
            ran.match().name(),
            ran.what(),
            ran.match().arguments(),
            trail.root() == null ? step : trail.root(),
            place.span(),
            way(trail, place.via(), place.span(), place.called()).via(),
            constraints,
            trail.job(),
            steps,
            ran.exits() && !trail.forgiven(),
            new Operation.Setting(
                at,
                ran.values(),
                Paths.below(directory, ran.directory()),
                trail.levels(),
                ran.succeeded(),
                ran.passed(),
                ran.exits(),
                ran.endsStep(),
                ran.repeated(),
                ran.sure())));
  }

  /**
   * The way from the root to a place.
   *
   * @param pointed where a reader of the root's file is best pointed to
   */
  private record Way(List<Related> via, @Nullable Span pointed) {}

  private static Way way(Trail trail, List<Related> scripts, Span place, Span called) {
    List<Related> via = new ArrayList<>(trail.via());
    via.addAll(scripts);
    if (!via.isEmpty() && !via.getLast().span().equals(place)) {
      via.set(via.size() - 1, new Related(place, via.getLast().message()));
    }
    return new Way(via, trail.via().isEmpty() ? called : null);
  }

  private record Kind(@Nullable String doubt, boolean postStep, boolean assumed, boolean fatal) {}

  private void add(
      String what,
      Span place,
      Way way,
      Trail trail,
      List<Constraint> more,
      Span step,
      boolean credentialed,
      Kind kind) {
    List<Constraint> constraints = new ArrayList<>(trail.constraints());
    constraints.addAll(more);
    Span root = trail.root() == null ? step : trail.root();
    writes.add(
        new WriteSite(
            what,
            root,
            way.pointed() == null ? root : way.pointed(),
            place,
            way.via(),
            constraints,
            kind.doubt(),
            kind.postStep(),
            trail.switches(),
            credentialed,
            kind.assumed(),
            trail.job(),
            steps,
            kind.fatal() && !trail.forgiven()));
  }
}
