package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises operations among the commands of a script and the actions of a job. */
final class Operations {
  private static final Set<String> INTERPRETERS =
      Set.of("bash", "sh", "dash", "zsh", "python", "python3", "source", ".");

  /** Options of task runners that take the next word with them. */
  private static final Set<String> WITH_VALUE =
      Set.of("-f", "--justfile", "-d", "--working-directory", "-C", "--file", "--directory");

  private Operations() {}

  /** A recognised operation with its arguments. */
  record Match(String name, List<String> arguments) {}

  /** The operation that a command is, or null. */
  static @Nullable Match match(Invocation invocation, KnowledgeBase.Operations known) {
    String command = invocation.command();
    if (command == null) {
      return null;
    }
    List<Word> argv = invocation.argv();
    String direct = known.byCommand().get(canonical(command));
    if (direct != null) {
      return new Match(direct, shown(argv, 1));
    }
    boolean runner = known.taskRunners().contains(command);
    if (!runner && !INTERPRETERS.contains(command)) {
      return null;
    }
    int at = firstOperand(argv);
    String operand = at < 0 ? null : invocation.literal(at);
    String name = operand == null ? null : known.byCommand().get(canonical(operand));
    return name == null ? null : new Match(name, shown(argv, at + 1));
  }

  /** The operation that a step's action is, or null. */
  static @Nullable Match match(String reference, Env with, KnowledgeBase.Operations known) {
    String name = known.ofAction(reference);
    if (name == null && Wildcard.matchesAny(known.gate(), reference)) {
      YamlNode.Scalar command = with.get("command");
      name = command == null ? null : known.byCommand().get(command.value().strip());
    }
    if (name == null) {
      return null;
    }
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, YamlNode.Scalar> input : with.entries().entrySet()) {
      arguments.add(input.getKey() + "=" + input.getValue().value());
    }
    return new Match(name, arguments);
  }

  /** {@code tests/ha_state_candidate_inventory.sh} is {@code ha-state-candidate-inventory}. */
  private static String canonical(String command) {
    String name = command.substring(command.lastIndexOf('/') + 1);
    boolean script = name.endsWith(".sh") || name.endsWith(".py");
    return (script ? name.substring(0, name.length() - 3) : name).replace('_', '-');
  }

  private static int firstOperand(List<Word> argv) {
    for (int i = 1; i < argv.size(); i++) {
      String text = argv.get(i).literal();
      if (text == null || !text.startsWith("-")) {
        return i;
      }
      if (WITH_VALUE.contains(text)) {
        i++;
      }
    }
    return -1;
  }

  private static List<String> shown(List<Word> argv, int from) {
    List<String> shown = new ArrayList<>();
    for (Word word : argv.subList(Math.min(from, argv.size()), argv.size())) {
      shown.add(word.display());
    }
    return shown;
  }
}
