package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.ShellAnalysis;
import dev.tinyland.gate.lint.shell.ShellCondition;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the operations of a script, and how each of them stands in it. */
final class OperationReader {
  private static final Set<String> RETRIES =
      Set.of("retry", "retries", "retry.sh", "retry-cmd", "ntimes", "try", "watch");

  private final KnownOperations known;
  private final ScriptPlaces places;
  private final Site site;

  OperationReader(KnownOperations known, ScriptPlaces places, Site site) {
    this.known = known;
    this.places = places;
    this.site = site;
  }

  /** The operations; the publication probe is a write as well, and is added to them. */
  List<ScriptReader.Ran> read(
      ShellAnalysis analysis, ProbeCheck probe, List<ScriptWrites.Write> writes) {
    List<ScriptReader.Ran> ran = new ArrayList<>();
    for (Invocation invocation : analysis.invocations()) {
      Operations.Match match = Operations.match(invocation, known);
      if (match == null) {
        continue;
      }
      // Only for what works on a folder does it matter that there may be several.
      int folders = match.name().equals("tofu") ? invocation.directories().size() : 1;
      boolean first = true;
      for (Word folder : invocation.directories().subList(0, folders)) {
        ScriptReader.Ran one = ran(invocation, match, folder, analysis);
        if (!invocation.certain() && first && isKnown(one, ran)) {
          break;
        }
        ran.add(one);
        // Of a recipe that can be read, what it does is in sight.
        boolean probes = first && match.name().equals(ProbeCheck.COMMAND);
        if (probes && !places.isEntered(one.place())) {
          writes.add(probe.write(one, site));
        }
        first = false;
      }
    }
    return ran;
  }

  /** {@code just NAME}: the name is no command of its own beside the recipe that it is. */
  private static boolean isKnown(ScriptReader.Ran one, List<ScriptReader.Ran> ran) {
    for (ScriptReader.Ran other : ran) {
      if (other.place().equals(one.place()) && other.match().name().equals(one.match().name())) {
        return true;
      }
    }
    return false;
  }

  private ScriptReader.Ran ran(
      Invocation invocation, Operations.Match match, Word folder, ShellAnalysis analysis) {
    ScriptPlaces.Place place = places.at(invocation.start(), invocation.end());
    Span span = place.span();
    ScriptPlaces.Held held = places.held(invocation.start());
    String text = held.text();
    ShellCondition.Opaque succeeded =
        ShellCondition.Opaque.of(text, invocation.start(), invocation.end());
    boolean exits = invocation.fatal();
    // A status that is looked at in a loop, or kept for later, may still end the script.
    boolean kept =
        text.indexOf("$?", held.offset()) >= 0
            || text.indexOf("PIPESTATUS", held.offset()) >= 0
            || invocation.loop() == Invocation.Loop.EACH;
    boolean sure =
        invocation.certain()
            && !invocation.uncalled()
            && analysis.troubles().isEmpty()
            && (exits || !kept);
    return new ScriptReader.Ran(
        match,
        invocation.display(),
        place,
        ScriptReader.guards(invocation.guards(), span, site),
        match.values(),
        "".equals(folder.literal()) ? null : Guards.value(folder),
        new Constraint(
            Constraint.Kind.GUARD, span, Guards.expression(succeeded), site, succeeded.text()),
        ScriptReader.guards(List.of(analysis.succeeds()), places.script(), site),
        exits,
        endsStep(invocation, analysis, places),
        repeated(invocation),
        sure);
  }

  /** Whether a step fails where a command of its script does. */
  static boolean endsStep(Invocation invocation, ShellAnalysis analysis, ScriptPlaces places) {
    return invocation.fatal()
        || requires(
            analysis.succeeds(),
            ShellCondition.Opaque.of(
                places.held(invocation.start()).text(), invocation.start(), invocation.end()));
  }

  /** Whether a script that succeeds is one in which the command has succeeded. */
  private static boolean requires(ShellCondition condition, ShellCondition.Opaque command) {
    return switch (condition) {
      case ShellCondition.And(List<ShellCondition> all) -> {
        boolean any = false;
        for (ShellCondition each : all) {
          any |= requires(each, command);
        }
        yield any;
      }
      case ShellCondition.Or(List<ShellCondition> ways) -> {
        boolean every = !ways.isEmpty();
        for (ShellCondition each : ways) {
          every &= requires(each, command);
        }
        yield every;
      }
      case ShellCondition.Opaque opaque -> opaque.equals(command);
      default -> false;
    };
  }

  private static boolean repeated(Invocation invocation) {
    boolean again = invocation.loop() == Invocation.Loop.AGAIN;
    for (String wrapper : invocation.wrappers()) {
      again |= RETRIES.contains(wrapper);
    }
    return again;
  }

  /** The words of a command from one on, as expressions. */
  static List<Expression> values(List<Word> words) {
    List<Expression> values = new ArrayList<>();
    for (Word word : words) {
      values.add(Guards.value(word));
    }
    return values;
  }
}
