package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of all simple commands in a syntax tree, each with its line, sorted. */
final class CommandNames {
  private final String text;
  private final List<String> found = new ArrayList<>();

  private CommandNames(String text) {
    this.text = text;
  }

  static List<String> of(Script script) {
    CommandNames names = new CommandNames(script.text());
    names.node(script.body());
    Collections.sort(names.found);
    return names.found;
  }

  private void node(@Nullable ShellNode node) {
    switch (node) {
      case null -> {}
      case ShellNode.Simple simple -> simple(simple);
      case ShellNode.Sequence sequence -> sequence.items().forEach(this::node);
      case ShellNode.AndOr list -> {
        node(list.first());
        list.rest().forEach(link -> node(link.node()));
      }
      case ShellNode.Pipeline pipeline -> pipeline.stages().forEach(this::node);
      case ShellNode.Not not -> node(not.node());
      case ShellNode.Background background -> node(background.node());
      case ShellNode.If branches -> {
        branches
            .branches()
            .forEach(branch -> {
              node(branch.condition());
              node(branch.body());
            });
        node(branches.otherwise());
      }
      case ShellNode.Case choice -> {
        word(choice.subject());
        choice
            .items()
            .forEach(item -> {
              item.patterns().forEach(this::word);
              node(item.body());
            });
      }
      case ShellNode.Loop loop -> {
        node(loop.condition());
        node(loop.body());
      }
      case ShellNode.For loop -> {
        if (loop.words() != null) {
          loop.words().forEach(this::word);
        }
        node(loop.body());
      }
      case ShellNode.Function function -> node(function.body());
      case ShellNode.Group group -> node(group.body());
      case ShellNode.Subshell subshell -> node(subshell.body());
      case ShellNode.Test test -> test.words().forEach(this::word);
      case ShellNode.Arithmetic arithmetic -> word(arithmetic.text());
      case ShellNode.Redirected redirected -> {
        node(redirected.node());
        redirections(redirected.redirections());
      }
    }
  }

  private void simple(ShellNode.Simple simple) {
    if (!simple.words().isEmpty()) {
      Word first = simple.words().get(0);
      String literal = first.literal();
      found.add(line(first.start()) + ":" + (literal == null ? "?" : literal));
    }
    simple.words().forEach(this::word);
    assignments(simple.assignments());
    assignments(simple.declared());
    redirections(simple.redirections());
  }

  private void assignments(List<Assignment> assignments) {
    for (Assignment assignment : assignments) {
      assignment.elements().forEach(this::word);
      if (assignment.index() != null) {
        word(assignment.index());
      }
      if (assignment.value() != null) {
        word(assignment.value());
      }
    }
  }

  private void redirections(List<Redirection> redirections) {
    for (Redirection redirection : redirections) {
      word(redirection.target());
      if (redirection.document() != null) {
        word(redirection.document().body());
      }
    }
  }

  private void word(Word word) {
    parts(word.parts());
  }

  private void parts(List<WordPart> parts) {
    for (WordPart part : parts) {
      switch (part) {
        case WordPart.CommandSubstitution substitution -> node(substitution.body());
        case WordPart.ProcessSubstitution substitution -> node(substitution.body());
        case WordPart.Arithmetic arithmetic -> parts(arithmetic.parts());
        case WordPart.Variable variable -> {
          if (variable.operand() != null) {
            word(variable.operand());
          }
          if (variable.index() != null) {
            word(variable.index());
          }
        }
        default -> {}
      }
    }
  }

  private int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
