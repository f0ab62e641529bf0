package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** The commands of a script whose failure is that of the whole script, also without errexit. */
final class LastCommands {
  private LastCommands() {}

  /** Marks the invocations of a script that is started where its failure ends the outer one. */
  static void makeFatal(ShellNode.Sequence script, List<Invocation> invocations) {
    List<ShellNode.Simple> last = new ArrayList<>();
    add(script, last);
    for (int i = 0; i < invocations.size(); i++) {
      Invocation one = invocations.get(i);
      for (ShellNode.Simple simple : last) {
        if (one.start() == simple.start() && one.end() == simple.end() && !one.background()) {
          invocations.set(i, one.asFatal());
        }
      }
    }
  }

  private static void add(ShellNode node, List<ShellNode.Simple> to) {
    switch (node) {
      case ShellNode.Simple simple -> to.add(simple);
      case ShellNode.Sequence sequence -> {
        if (!sequence.items().isEmpty()) {
          add(sequence.items().getLast(), to);
        }
      }
      case ShellNode.AndOr list -> addAll(list, to);
      case ShellNode.Group group -> add(group.body(), to);
      case ShellNode.Subshell subshell -> add(subshell.body(), to);
      case ShellNode.Redirected redirected -> add(redirected.node(), to);
      default -> {}
    }
  }

  /** In a list of {@code &&} any failure is that of the list. */
  private static void addAll(ShellNode.AndOr list, List<ShellNode.Simple> to) {
    for (ShellNode.Link link : list.rest()) {
      if (!link.and()) {
        return;
      }
    }
    add(list.first(), to);
    for (ShellNode.Link link : list.rest()) {
      add(link.node(), to);
    }
  }
}
