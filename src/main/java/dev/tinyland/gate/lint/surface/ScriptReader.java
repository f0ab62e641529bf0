package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Fences;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.program.CodeReferences;
import dev.tinyland.gate.lint.program.RepositoryPrograms;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.shell.FileCommandWrite;
import dev.tinyland.gate.lint.shell.Options;
import dev.tinyland.gate.lint.shell.Programs;
import dev.tinyland.gate.lint.shell.Script;
import dev.tinyland.gate.lint.shell.ShellAnalysis;
import dev.tinyland.gate.lint.shell.ShellCondition;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script at a site, and the scripts and recipes of the repository that it starts: the
 * commands that write, the operations that rules ask for, and the lines left for later steps.
 */
final class ScriptReader {
  private static final Reading NOTHING =
      new Reading(List.of(), List.of(), List.of(), List.of(), List.of(), false);

  private final Checkout checkout;
  private final KnowledgeBase knowledge;
  private final ScriptWrites commands;
  private final CodeReferences references;
  private final Set<String> programs;
  private final ProbeCheck probe;

  ScriptReader(Checkout checkout, KnowledgeBase knowledge, ProbeCheck probe) {
    this.checkout = checkout;
    this.knowledge = knowledge;
    this.commands = new ScriptWrites(checkout, knowledge);
    this.references = new CodeReferences(checkout, knowledge::mentionsAnything);
    this.programs = knowledge.programs();
    this.probe = probe;
  }

  /**
   * Where a script runs.
   *
   * @param file the workflow or action that it is written in
   * @param shell the value of {@code shell:}, null for the default
   * @param folder the value of {@code working-directory:}, null for the default
   */
  record Where(String file, @Nullable String shell, @Nullable String folder) {
    static Where in(String file) {
      return new Where(file, null, null);
    }
  }

  /**
   * What a script does.
   *
   * @param ran the operations in it
   * @param passed what must have held if it succeeded
   * @param notEntered scripts that were not followed
   * @param unseen whether it may leave lines that could not be read
   */
  record Reading(
      List<ScriptWrites.Write> writes,
      List<Ran> ran,
      List<Line> lines,
      List<Constraint> passed,
      List<Unresolved> notEntered,
      boolean unseen) {}

  /**
   * An operation that a script runs; {@link Operation.Setting} says what the last ones mean.
   *
   * @param directory where the script has gone to, null for where it starts
   */
  record Ran(
      Operations.Match match,
      String what,
      ScriptPlaces.Place place,
      List<Constraint> guards,
      List<Expression> values,
      @Nullable Expression directory,
      @Nullable Constraint succeeded,
      List<Constraint> passed,
      boolean exits,
      boolean endsStep,
      boolean repeated,
      boolean sure) {
    /** A step's action: its failure is that of the step. */
    static Ran ofAction(Operations.Match match, String reference, Span span) {
      ScriptPlaces.Place place = new ScriptPlaces.Place(span, List.of(), span);
      return new Ran(
          match,
          reference,
          place,
          List.of(),
          match.values(),
          null,
          null,
          List.of(),
          true,
          true,
          false,
          true);
    }

    /** The same, handed to an action that tries it again. */
    Ran asRepeated() {
      return new Ran(
          match, what, place, guards, values, directory, succeeded, passed, exits, endsStep, true,
          sure);
    }
  }

  /** A line left for later steps. */
  record Line(FileCommandWrite write, List<Constraint> guards) {}

  /** Reads a script; the candidates are texts that it may be given. */
  Reading read(YamlNode.Scalar scalar, Where where, Site site, Candidates candidates) {
    String text = scalar.display();
    boolean varies = text.indexOf('$') >= 0;
    Map<String, String> variables = varies ? Sites.fixedVariables(site) : Map.of();
    boolean given = varies && !candidates.isEmpty();
    String folder = where.folder() == null ? "" : where.folder().strip();
    boolean leads = references.leadsSomewhere(text, where.file(), folder);
    boolean asked = given || leads || leavesLines(text) || mayRefuse(text);
    if (!asked && !names(text, variables, site)) {
      return NOTHING;
    }
    Set<String> open = new LinkedHashSet<>();
    Options options =
        Options.DEFAULT
            .withEnvironment(variables)
            .withErrexit(Shells.stopsAtFailure(where.shell()))
            .withPipefail(Shells.failsWithPipe(where.shell()))
            .withArguments(List.of())
            .withInteresting(programs)
            .withExpressions(expression -> fixed(expression, site, open));
    if (leads) {
      options =
          options.withPrograms(new RepositoryPrograms(checkout, references, where.file()), folder);
    }
    ShellAnalysis analysis = analysis(text, options);
    List<ScriptWrites.Write> writes = commands.writes(analysis, scalar, site);
    commands.addMentioned(analysis, scalar, site, writes);
    if (given) {
      new AssumedTexts(scalar, site, options, open, candidates)
          .addTo(writes, changed -> commands.writes(analysis(text, changed), scalar, site));
    }
    List<Line> lines = lines(analysis, scalar, site);
    handOn(lines, text, candidates);
    List<Constraint> passed = decided(guards(parts(analysis.succeeds()), scalar.span(), site));
    boolean unseen = !analysis.troubles().isEmpty();
    ScriptPlaces places = new ScriptPlaces(scalar, analysis.entered(), checkout);
    List<Ran> ran =
        new OperationReader(knowledge.operations(), places, site).read(analysis, probe, writes);
    return new Reading(writes, ran, lines, passed, notEntered(analysis, scalar), unseen);
  }

  private static ShellAnalysis analysis(String text, Options options) {
    return ShellAnalysis.of(Script.parse(text, options.expressions()), options);
  }

  /** Whether the script names a file by which it hands something on. */
  private static boolean leavesLines(String text) {
    return text.contains("GITHUB_ENV")
        || text.contains("GITHUB_OUTPUT")
        || text.contains("github.env")
        || text.contains("github.output");
  }

  /** Whether the script can end the job on purpose: with a status, or by a test. */
  private static boolean mayRefuse(String text) {
    return text.contains("exit ") || text.contains("[ ") || text.contains("test ");
  }

  /**
   * Whether a word of a writer or of an operation stands in the script or in what is put into it. A
   * name may be put together when it runs, so its subcommand counts as well.
   */
  private boolean names(String text, Map<String, String> variables, Site site) {
    if (knowledge.mentionsAnything(text) || knowledge.mentionsSubcommand(text)) {
      return true;
    }
    for (String value : variables.values()) {
      if (knowledge.mentions(value)) {
        return true;
      }
    }
    for (Fences.Fence fence : Fences.in(text)) {
      Expression parsed = AssumedTexts.parsed(fence.expression(text));
      String value = parsed == null ? null : Sites.fixedText(site, parsed);
      if (value != null && knowledge.mentions(value)) {
        return true;
      }
    }
    return false;
  }

  private List<Unresolved> notEntered(ShellAnalysis analysis, YamlNode.Scalar scalar) {
    ScriptPlaces places = new ScriptPlaces(scalar, analysis.entered(), checkout);
    List<Unresolved> all = new ArrayList<>();
    for (Programs.Passed passed : analysis.passed()) {
      Span called = places.at(passed.start(), passed.end()).called();
      all.add(new Unresolved(called, passed.program().label(), passed.because(), !passed.open()));
    }
    return all;
  }

  /** What later scripts may be given through a variable or an output. */
  private static void handOn(List<Line> lines, String text, Candidates candidates) {
    for (Line line : lines) {
      Word value = line.write().value();
      String literal = value == null ? null : value.literal();
      if (literal != null) {
        candidates.add(literal);
      }
    }
    if (leavesLines(text) && text.contains("<<")) {
      candidates.addLines(text);
    }
  }

  private List<Line> lines(ShellAnalysis analysis, YamlNode.Scalar scalar, Site site) {
    ScriptPlaces places = new ScriptPlaces(scalar, analysis.entered(), checkout);
    List<Line> lines = new ArrayList<>();
    for (FileCommandWrite write : analysis.writes()) {
      Span span = places.at(write.start(), write.end()).span();
      lines.add(new Line(write, guards(write.guards(), span, site)));
    }
    return lines;
  }

  private static List<ShellCondition> parts(ShellCondition condition) {
    return condition instanceof ShellCondition.And(List<ShellCondition> all)
        ? all
        : List.of(condition);
  }

  /**
   * Those that ask for more than that some command succeeds, which is the normal course. Of a
   * confirmation it matters also that something was asked.
   */
  private List<Constraint> decided(List<Constraint> guards) {
    List<Constraint> decided = new ArrayList<>();
    for (Constraint guard : guards) {
      if (!Mentions.context(guard.expression(), "shell") || probe.asks(guard.text())) {
        decided.add(guard);
      }
    }
    return decided;
  }

  static List<Constraint> guards(List<ShellCondition> conditions, Span span, Site site) {
    List<Constraint> guards = new ArrayList<>();
    for (ShellCondition condition : conditions) {
      if (!condition.equals(ShellCondition.ALWAYS)) {
        guards.add(
            new Constraint(
                Constraint.Kind.GUARD,
                span,
                Guards.expression(condition),
                site,
                GuardText.of(condition)));
      }
    }
    return guards;
  }

  private static @Nullable String fixed(String expression, Site site, Set<String> open) {
    Expression parsed = AssumedTexts.parsed(expression);
    String text = parsed == null ? null : Sites.fixedText(site, parsed);
    if (text == null) {
      open.add(expression);
    }
    return text;
  }
}
