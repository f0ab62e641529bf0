package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.ExpressionParser;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.shell.FileCommandWrite;
import dev.tinyland.gate.lint.shell.FileCommands;
import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Invocations;
import dev.tinyland.gate.lint.shell.Options;
import dev.tinyland.gate.lint.shell.Script;
import dev.tinyland.gate.lint.shell.ShellCondition;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a script at a site: the commands in it that write, and the lines it leaves for later. */
final class ScriptReader {
  private final KnowledgeBase knowledge;
  private final Commands commands;

  ScriptReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.commands = new Commands(knowledge);
  }

  /**
   * A command that writes.
   *
   * @param doubt why it is only possible, or null
   */
  record Write(String what, Span span, List<Constraint> guards, @Nullable String doubt) {}

  /**
   * What a script does.
   *
   * @param unseen whether it may leave lines that could not be read
   */
  record Reading(List<Write> writes, List<Line> lines, boolean unseen) {}

  /** A line left for later steps. */
  record Line(FileCommandWrite write, List<Constraint> guards) {}

  /** Reads a bash script. */
  Reading read(YamlNode.Scalar scalar, Site site) {
    String text = scalar.display();
    Options options =
        Options.DEFAULT
            .withEnvironment(Sites.fixedVariables(site))
            .withInteresting(knowledge.clients().names())
            .withExpressions(expression -> fixed(expression, site));
    Script script = Script.parse(text, options.expressions());
    boolean reliable = script.troubles().isEmpty();
    List<Write> writes = new ArrayList<>();
    for (Invocation invocation : Invocations.of(script, options)) {
      Commands.Match match = commands.match(invocation, text);
      if (match != null) {
        Span span = scalar.spanOf(invocation.start(), invocation.end());
        List<Constraint> guards =
            reliable ? guards(invocation.guards(), span, site) : List.of();
        writes.add(new Write(invocation.display(), span, guards, match.doubt()));
      }
    }
    if (!reliable && writes.isEmpty() && mentionsWrite(text)) {
      String trouble = script.troubles().getFirst().message();
      int at = script.troubles().getFirst().offset();
      writes.add(
          new Write(
              "script",
              scalar.spanOf(at, at),
              List.of(),
              "the script mentions a write and could not be read exactly: " + trouble));
    }
    return new Reading(writes, lines(script, options, scalar, site, reliable), !reliable);
  }

  /** Whether a text that is not bash names a client and a writing word. */
  boolean mentionsWrite(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String client : knowledge.clients().names()) {
      int at = lower.indexOf(client);
      if (at >= 0) {
        for (String word : knowledge.clients().writing()) {
          if (lower.indexOf(word, at) >= 0) {
            return true;
          }
        }
      }
    }
    return lower.contains(knowledge.uploadPath());
  }

  private static List<Line> lines(
      Script script, Options options, YamlNode.Scalar scalar, Site site, boolean reliable) {
    List<Line> lines = new ArrayList<>();
    if (!script.text().contains("GITHUB_") && !script.text().contains("github.")) {
      return lines;
    }
    for (FileCommandWrite write : FileCommands.of(script, options)) {
      Span span = scalar.spanOf(write.start(), write.end());
      lines.add(new Line(write, reliable ? guards(write.guards(), span, site) : List.of()));
    }
    return lines;
  }

  private static List<Constraint> guards(
      List<ShellCondition> conditions, Span span, Site site) {
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

  private static @Nullable String fixed(String expression, Site site) {
    try {
      return Sites.fixedText(site, ExpressionParser.parse(expression.strip()));
    } catch (ExpressionSyntaxException e) {
      return null;
    }
  }
}
