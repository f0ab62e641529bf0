package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.reach.Templates;
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

  /** Commands that show or look for what they are given, and do nothing with it. */
  private static final Set<String> LOOKING =
      Set.of("echo", "printf", "test", "[", "ls", "cat", "rm", "grep", "stat", "head", "tail");

  /** Options of task runners that take the next word with them. */
  private static final Set<String> WITH_VALUE =
      Set.of("-f", "--justfile", "-d", "--working-directory", "-C", "--file", "--directory");

  private Operations() {}

  /**
   * A recognised operation.
   *
   * @param values the arguments as expressions, one for each
   */
  record Match(String name, List<String> arguments, List<Expression> values) {
    static Match of(String name, List<Word> words) {
      List<String> shown = new ArrayList<>();
      for (Word word : words) {
        shown.add(word.display());
      }
      return new Match(name, shown, OperationReader.values(words));
    }
  }

  /** The operation that a command is, or null. */
  static @Nullable Match match(Invocation invocation, KnownOperations known) {
    String command = invocation.command();
    if (command == null) {
      return null;
    }
    List<Word> argv = invocation.argv();
    String direct = known.byCommand().get(canonical(command));
    if (direct != null) {
      return Match.of(direct, argv.subList(1, argv.size()));
    }
    Match ofPackage = ofPackage(invocation, known);
    if (ofPackage != null) {
      return ofPackage;
    }
    boolean runner = known.taskRunners().contains(command);
    if (runner || INTERPRETERS.contains(command)) {
      int at = firstOperand(argv);
      String operand = at < 0 ? null : invocation.literal(at);
      String name = operand == null ? null : known.byCommand().get(canonical(operand));
      return name == null ? null : Match.of(name, argv.subList(at + 1, argv.size()));
    }
    String name = LOOKING.contains(command) ? null : ofArgument(argv, known);
    return name == null ? null : Match.of(name, argv.subList(1, argv.size()));
  }

  /** {@code nix run nixpkgs#opentofu -- apply}. */
  private static @Nullable Match ofPackage(Invocation invocation, KnownOperations known) {
    Invocation.NixTarget nix = invocation.nix();
    Word installable = nix == null || !nix.command().equals("run") ? null : nix.installable();
    String suffix = installable == null ? "" : installable.literalSuffix();
    String name = known.byCommand().get(canonical(suffix.substring(suffix.indexOf('#') + 1)));
    return nix == null || name == null ? null : Match.of(name, nix.arguments());
  }

  private static @Nullable String ofArgument(List<Word> argv, KnownOperations known) {
    for (Map.Entry<String, String> each : known.byArgument().entrySet()) {
      for (int i = 1; i < argv.size(); i++) {
        if (argv.get(i).display().contains(each.getKey())) {
          return each.getValue();
        }
      }
    }
    return null;
  }

  /** The operation that a step's action is, or null. */
  static @Nullable Match match(String reference, Env with, KnownOperations known) {
    String name = known.ofAction(reference);
    if (name == null && Wildcard.matchesAny(known.gate(), reference)) {
      YamlNode.Scalar command = with.get("command");
      name = command == null ? null : known.byCommand().get(command.value().strip());
    }
    if (name == null) {
      return null;
    }
    List<String> arguments = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (Map.Entry<String, YamlNode.Scalar> input : with.entries().entrySet()) {
      arguments.add(input.getKey() + "=" + input.getValue().value());
      Template template = Templates.of(input.getValue());
      values.add(
          template == null ? Guards.text(input.getValue().value()) : template.toExpression());
    }
    return new Match(name, arguments, values);
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
}
