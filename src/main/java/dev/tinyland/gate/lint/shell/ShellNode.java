package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a script's syntax tree. Offsets are UTF-16 offsets into the outermost script text. */
public sealed interface ShellNode {
  int start();

  int end();

  /**
   * A simple command.
   *
   * @param assignments before the first word
   * @param declared assignments that follow {@code export}, {@code local} and the like
   */
  record Simple(
      List<Assignment> assignments,
      List<Word> words,
      List<Assignment> declared,
      List<Redirection> redirections,
      int start,
      int end)
      implements ShellNode {
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      declared = List.copyOf(declared);
      redirections = List.copyOf(redirections);
    }
  }

  /** Commands one after the other. */
  record Sequence(List<ShellNode> items, int start, int end) implements ShellNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** {@code a && b || c}. */
  record AndOr(ShellNode first, List<Link> rest, int start, int end) implements ShellNode {
    public AndOr {
      rest = List.copyOf(rest);
    }
  }

  /** One further command of an and-or list. */
  record Link(boolean and, ShellNode node) {}

  /** {@code a | b}; at least two stages. */
  record Pipeline(List<ShellNode> stages, int start, int end) implements ShellNode {
    public Pipeline {
      stages = List.copyOf(stages);
    }
  }

  /** {@code ! a}. */
  record Not(ShellNode node, int start, int end) implements ShellNode {}

  /** {@code a &}, also {@code coproc a}. */
  record Background(ShellNode node, int start, int end) implements ShellNode {}

  /** {@code if}, with each {@code elif} as a further branch. */
  record If(List<Branch> branches, @Nullable Sequence otherwise, int start, int end)
      implements ShellNode {
    public If {
      branches = List.copyOf(branches);
    }
  }

  /** A condition with what it leads to. */
  record Branch(Sequence condition, Sequence body) {}

  /** {@code case word in … esac}. */
  record Case(Word subject, List<Item> items, int start, int end) implements ShellNode {
    public Case {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of a case.
   *
   * @param ending {@code ;;}, {@code ;&} or {@code ;;&}
   */
  record Item(List<Word> patterns, Sequence body, String ending) {
    public Item {
      patterns = List.copyOf(patterns);
    }
  }

  /** {@code while} or {@code until}. */
  record Loop(boolean until, Sequence condition, Sequence body, int start, int end)
      implements ShellNode {}

  /**
   * {@code for} or {@code select}.
   *
   * @param name empty for {@code for ((…))}, whose pieces are in words
   * @param words {@code null} without {@code in}
   */
  record For(String name, @Nullable List<Word> words, Sequence body, int start, int end)
      implements ShellNode {}

  /** A function definition. */
  record Function(String name, ShellNode body, int start, int end) implements ShellNode {}

  /** A list in braces. */
  record Group(Sequence body, int start, int end) implements ShellNode {}

  /** {@code ( a )}. */
  record Subshell(Sequence body, int start, int end) implements ShellNode {}

  /** {@code [[ … ]]}; operators are unquoted words. */
  record Test(List<Word> words, int start, int end) implements ShellNode {
    public Test {
      words = List.copyOf(words);
    }
  }

  /** {@code ((…))}. */
  record Arithmetic(Word text, int start, int end) implements ShellNode {}

  /** A compound command with redirections. */
  record Redirected(ShellNode node, List<Redirection> redirections, int start, int end)
      implements ShellNode {
    public Redirected {
      redirections = List.copyOf(redirections);
    }
  }
}
