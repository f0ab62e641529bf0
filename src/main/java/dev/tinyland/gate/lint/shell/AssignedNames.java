package dev.tinyland.gate.lint.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variables a piece of script can set. */
final class AssignedNames {
  private final Set<String> names = new HashSet<>();
  private boolean calls;

  private AssignedNames() {}

  /** What was found; {@code calls} where a command is run whose name could be a function's. */
  record Found(Set<String> names, boolean calls) {}

  static Found in(ShellNode node, Set<String> functions) {
    AssignedNames found = new AssignedNames();
    found.visit(node, functions);
    return new Found(found.names, found.calls);
  }

  private void visit(@Nullable ShellNode node, Set<String> functions) {
    switch (node) {
      case null -> {}
      case ShellNode.Simple simple -> visit(simple, functions);
      case ShellNode.Sequence sequence -> {
        for (ShellNode item : sequence.items()) {
          visit(item, functions);
        }
      }
      case ShellNode.AndOr list -> {
        visit(list.first(), functions);
        for (ShellNode.Link link : list.rest()) {
          visit(link.node(), functions);
        }
      }
      case ShellNode.Not not -> visit(not.node(), functions);
      case ShellNode.If branches -> {
        for (ShellNode.Branch branch : branches.branches()) {
          visit(branch.condition(), functions);
          visit(branch.body(), functions);
        }
        visit(branches.otherwise(), functions);
      }
      case ShellNode.Case choice -> {
        visit(choice.subject());
        for (ShellNode.Item item : choice.items()) {
          visit(item.body(), functions);
        }
      }
      case ShellNode.Loop loop -> {
        visit(loop.condition(), functions);
        visit(loop.body(), functions);
      }
      case ShellNode.For loop -> {
        names.add(loop.name());
        visit(loop.body(), functions);
      }
      case ShellNode.Group group -> visit(group.body(), functions);
      case ShellNode.Redirected redirected -> visit(redirected.node(), functions);
      case ShellNode.Test test -> {
        for (Word word : test.words()) {
          visit(word);
        }
      }
      case ShellNode.Arithmetic arithmetic -> names.addAll(identifiers(arithmetic.text()));
      case ShellNode.Pipeline ignored -> {}
      case ShellNode.Background ignored -> {}
      case ShellNode.Function ignored -> {}
      case ShellNode.Subshell ignored -> {}
    }
  }

  private void visit(ShellNode.Simple simple, Set<String> functions) {
    for (Assignment assignment : simple.assignments()) {
      names.add(assignment.name());
      if (assignment.value() != null) {
        visit(assignment.value());
      }
    }
    for (Assignment assignment : simple.declared()) {
      names.add(assignment.name());
    }
    List<Word> words = simple.words();
    for (Word word : words) {
      visit(word);
    }
    if (words.isEmpty()) {
      return;
    }
    String name = words.get(0).literal();
    if (name == null || functions.contains(name)) {
      calls = true;
      return;
    }
    switch (name) {
      case "eval", "source", ".", "command", "builtin" -> calls = true;
      case "read",
          "mapfile",
          "readarray",
          "printf",
          "getopts",
          "unset",
          "export",
          "declare",
          "local",
          "let",
          "typeset",
          "readonly",
          "wait" -> {
        for (int i = 1; i < words.size(); i++) {
          String literal = words.get(i).literal();
          if (literal != null && Parts.isName(literal)) {
            names.add(literal);
          } else if (literal == null) {
            calls |= !name.equals("printf");
          }
        }
        names.add("REPLY");
        names.add("MAPFILE");
      }
      default -> {}
    }
  }

  private void visit(Word word) {
    for (WordPart part : word.parts()) {
      if (part instanceof WordPart.Variable variable && variable.operator().endsWith("=")) {
        names.add(variable.name());
      } else if (part instanceof WordPart.Arithmetic arithmetic) {
        names.addAll(
            identifiers(new Word(arithmetic.parts(), arithmetic.start(), arithmetic.end())));
      }
    }
  }

  /** The names an arithmetic text can set; all it mentions. */
  static Set<String> identifiers(Word word) {
    Set<String> found = new HashSet<>();
    for (WordPart part : word.parts()) {
      if (!(part instanceof WordPart.Literal literal) || literal.text().indexOf('=') < 0) {
        boolean steps =
            part instanceof WordPart.Literal literal
                && (literal.text().contains("++") || literal.text().contains("--"));
        if (!steps) {
          continue;
        }
      }
      String text = ((WordPart.Literal) part).text();
      int start = -1;
      for (int i = 0; i <= text.length(); i++) {
        boolean inside = i < text.length() && Parts.isNamePart(text.charAt(i));
        if (inside && start < 0) {
          start = i;
        } else if (!inside && start >= 0) {
          String name = text.substring(start, i);
          if (Parts.isName(name)) {
            found.add(name);
          }
          start = -1;
        }
      }
    }
    return found;
  }
}
