package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionParser;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Fences;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.EnvChain;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.shell.FileCommandWrite;
import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Options;
import dev.tinyland.gate.lint.shell.Script;
import dev.tinyland.gate.lint.shell.ShellAnalysis;
import dev.tinyland.gate.lint.shell.ShellCondition;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a script at a site: the commands in it that write, and the lines it leaves for later. */
final class ScriptReader {
  /** Contexts whose values come from the files. */
  private static final List<String> GIVEN = List.of("matrix", "inputs", "env", "steps", "needs");

  private final KnowledgeBase knowledge;
  private final Commands commands;
  private final Set<String> programs;

  ScriptReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.commands = new Commands(knowledge);
    this.programs = knowledge.programs();
  }

  /**
   * A command that writes.
   *
   * @param doubt why it is only possible, or null
   * @param assumed whether it is one only if the script is given a text from elsewhere
   */
  record Write(
      String what, Span span, List<Constraint> guards, @Nullable String doubt, boolean assumed) {
    boolean isAt(Write other) {
      return span.equals(other.span) && what.equals(other.what);
    }
  }

  /**
   * What a script does.
   *
   * @param ran the operations in it
   * @param passed what must have held if it succeeded
   * @param unseen whether it may leave lines that could not be read
   */
  record Reading(
      List<Write> writes,
      List<Ran> ran,
      List<Line> lines,
      List<Constraint> passed,
      boolean unseen) {}

  /**
   * An operation that a script runs; {@link Operation.Setting} says what the last ones mean.
   *
   * @param directory where the script has gone to, null for where it starts
   */
  record Ran(
      Operations.Match match,
      String what,
      Span span,
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
      return new Ran(
          match,
          reference,
          span,
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
          match, what, span, guards, values, directory, succeeded, passed, exits, endsStep, true,
          sure);
    }
  }

  /** A line left for later steps. */
  record Line(FileCommandWrite write, List<Constraint> guards) {}

  /** Reads a script for GitHub's default shell; the candidates are texts that it may be given. */
  Reading read(YamlNode.Scalar scalar, Site site, Candidates candidates) {
    return read(scalar, null, site, candidates);
  }

  /** The same for the shell that a step names. */
  Reading read(YamlNode.Scalar scalar, @Nullable String shell, Site site, Candidates candidates) {
    String text = scalar.display();
    boolean varies = text.indexOf('$') >= 0;
    Map<String, String> variables = varies ? Sites.fixedVariables(site) : Map.of();
    boolean given = varies && !candidates.isEmpty();
    boolean names = namesWriter(text, variables, site) || knowledge.operations().mentioned(text);
    if (!given && !leavesLines(text) && !names && !mayRefuse(text)) {
      return NOTHING;
    }
    Set<String> open = new LinkedHashSet<>();
    Options options =
        Options.DEFAULT
            .withEnvironment(variables)
            .withErrexit(Shells.stopsAtFailure(shell))
            .withPipefail(Shells.failsWithPipe(shell))
            .withArguments(List.of())
            .withInteresting(programs)
            .withExpressions(expression -> fixed(expression, site, open));
    ShellAnalysis analysis = analysis(text, options);
    boolean unsure = !analysis.troubles().isEmpty();
    List<Write> writes = writes(analysis, scalar, site);
    if (unsure && writes.isEmpty() && OpaqueText.mentionsWrite(text, knowledge)) {
      String trouble = analysis.troubles().getFirst().message();
      int at = analysis.troubles().getFirst().offset();
      writes.add(
          new Write(
              "script",
              scalar.spanOf(at, at),
              List.of(),
              "the script mentions a write and could not be read exactly: " + trouble,
              false));
    }
    if (given) {
      assume(
          new Assumed(scalar, site, options, open, candidates.all(), names(site, candidates)),
          writes);
    }
    List<Line> lines = lines(analysis, scalar, site);
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
    List<Constraint> passed = decided(guards(parts(analysis.succeeds()), scalar.span(), site));
    List<Ran> ran = new OperationReader(knowledge.operations(), scalar, site).read(analysis);
    return new Reading(writes, ran, lines, passed, unsure);
  }

  private static final Reading NOTHING =
      new Reading(List.of(), List.of(), List.of(), List.of(), false);

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

  /**
   * Whether a word of a writer stands in the script or in what is put into it. A name may be put
   * together when it runs, so its subcommand counts as well.
   */
  private boolean namesWriter(String text, Map<String, String> variables, Site site) {
    if (knowledge.mentions(text) || knowledge.mentionsSubcommand(text)) {
      return true;
    }
    for (String value : variables.values()) {
      if (knowledge.mentions(value)) {
        return true;
      }
    }
    for (Fences.Fence fence : Fences.in(text)) {
      Expression parsed = parsed(fence.expression(text));
      String value = parsed == null ? null : Sites.fixedText(site, parsed);
      if (value != null && knowledge.mentions(value)) {
        return true;
      }
    }
    return false;
  }

  private List<Write> writes(ShellAnalysis analysis, YamlNode.Scalar scalar, Site site) {
    List<Write> writes = new ArrayList<>();
    for (Invocation invocation : analysis.invocations()) {
      Commands.Match match = commands.match(invocation, scalar.display());
      if (match != null) {
        Span span = scalar.spanOf(invocation.start(), invocation.end());
        List<Constraint> guards = guards(invocation.guards(), span, site);
        writes.add(new Write(invocation.display(), span, guards, match.doubt(), false));
      }
    }
    for (Invocation started : WrittenScripts.started(analysis.invocations(), knowledge)) {
      Span span = scalar.spanOf(started.start(), started.end());
      List<Constraint> guards = guards(started.guards(), span, site);
      String doubt = "this script wrote the file it starts, with a write mentioned in it";
      writes.add(new Write(started.display(), span, guards, doubt, false));
    }
    return writes;
  }

  private static List<ShellCondition> parts(ShellCondition condition) {
    return condition instanceof ShellCondition.And(List<ShellCondition> all)
        ? all
        : List.of(condition);
  }

  /** Those that ask for more than that some command succeeds, which is the normal course. */
  private static List<Constraint> decided(List<Constraint> guards) {
    List<Constraint> decided = new ArrayList<>();
    for (Constraint guard : guards) {
      if (!Mentions.context(guard.expression(), "shell")) {
        decided.add(guard);
      }
    }
    return decided;
  }

  /** Whether the script can end the job on purpose: with a status, or by a test. */
  private static boolean mayRefuse(String text) {
    return text.contains("exit ") || text.contains("[ ") || text.contains("test ");
  }

  private static Set<String> names(Site site, Candidates candidates) {
    Set<String> names = new LinkedHashSet<>(site.env().names());
    names.addAll(candidates.names());
    return names;
  }

  /** A script with parts that differ from run to run, and what they may be. */
  private record Assumed(
      YamlNode.Scalar scalar,
      Site site,
      Options options,
      Set<String> expressions,
      List<String> candidates,
      Set<String> names) {}

  /** Reads the script once more for each open part and each text that this part may be. */
  private void assume(Assumed assumed, List<Write> writes) {
    String text = assumed.scalar().display();
    for (String expression : assumed.expressions()) {
      Expression parsed = parsed(expression);
      if (parsed == null || !mayBeGiven(parsed, assumed.candidates())) {
        continue;
      }
      Expression shown = Guards.format(parsed);
      for (String candidate : assumed.candidates()) {
        Options options =
            assumed
                .options()
                .withExpressions(other ->
                    other.equals(expression)
                        ? candidate
                        : assumed.options().expressions().apply(other));
        add(
            writes(analysis(text, options), assumed.scalar(), assumed.site()),
            shown,
            candidate,
            assumed,
            writes);
      }
    }
    for (String name : assumed.names()) {
      boolean open = !assumed.options().environment().containsKey(name);
      boolean used = text.contains("$" + name) || text.contains("${" + name);
      if (!open || !used || !mayBeGiven(name, assumed.site().env(), assumed.candidates())) {
        continue;
      }
      for (String candidate : assumed.candidates()) {
        Map<String, String> environment = new LinkedHashMap<>(assumed.options().environment());
        environment.put(name, candidate);
        Options options = assumed.options().withEnvironment(environment);
        add(
            writes(analysis(text, options), assumed.scalar(), assumed.site()),
            Guards.property("env", name),
            candidate,
            assumed,
            writes);
      }
    }
  }

  private static void add(
      List<Write> more, Expression part, String candidate, Assumed assumed, List<Write> writes) {
    for (Write write : more) {
      boolean known = false;
      for (Write other : writes) {
        known |= write.isAt(other);
      }
      if (known) {
        continue;
      }
      if (candidate.contains("${{")) {
        String doubt = "the command is put together when it runs, from `" + candidate.strip() + "`";
        writes.add(new Write(write.what(), write.span(), write.guards(), doubt, true));
        continue;
      }
      Expression given =
          new Expression.Binary(Expression.Operator.EQ, part, Guards.text(candidate), -1, -1);
      List<Constraint> guards = new ArrayList<>(write.guards());
      guards.add(
          new Constraint(Constraint.Kind.GUARD, write.span(), given, assumed.site(), given.text()));
      writes.add(new Write(write.what(), write.span(), guards, write.doubt(), true));
    }
  }

  /** Whether what the expression gives can come from a text that stands in a file. */
  private static boolean mayBeGiven(Expression expression, List<String> candidates) {
    for (String context : GIVEN) {
      if (Mentions.context(expression, context)) {
        return true;
      }
    }
    String text = expression.text();
    if (text.contains("event.inputs")) {
      return true;
    }
    for (String candidate : candidates) {
      if (text.contains(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** The same for a variable: by the mapping or the line that sets it last. */
  private static boolean mayBeGiven(String name, EnvChain chain, List<String> candidates) {
    EnvChain at = chain;
    while (!(at instanceof EnvChain.Empty)) {
      switch (at) {
        case EnvChain.Empty() -> {}
        case EnvChain.Unseen(EnvChain outer) -> at = outer;
        case EnvChain.Written(String written, _, EnvChain outer) -> {
          if (written.equals(name)) {
            return true;
          }
          at = outer;
        }
        case EnvChain.Layer layer -> {
          Template value = layer.values().get(name);
          if (value != null) {
            return mayBeGiven(value.toExpression(), candidates);
          }
          at = layer.outer();
        }
      }
    }
    return true;
  }

  private static @Nullable Expression parsed(String expression) {
    try {
      return ExpressionParser.parse(expression.strip());
    } catch (ExpressionSyntaxException e) {
      return null;
    }
  }

  private static List<Line> lines(ShellAnalysis analysis, YamlNode.Scalar scalar, Site site) {
    List<Line> lines = new ArrayList<>();
    for (FileCommandWrite write : analysis.writes()) {
      Span span = scalar.spanOf(write.start(), write.end());
      lines.add(new Line(write, guards(write.guards(), span, site)));
    }
    return lines;
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
    Expression parsed = parsed(expression);
    String text = parsed == null ? null : Sites.fixedText(site, parsed);
    if (text == null) {
      open.add(expression);
    }
    return text;
  }
}
