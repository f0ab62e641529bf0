package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step may do with a variable that it sees. */
final class StepUses {
  /** Commands that do nothing with a variable that they do not name. */
  private static final Set<String> PLAIN =
      Set.of(
          ":",
          "true",
          "false",
          "echo",
          "printf",
          "cd",
          "pwd",
          "ls",
          "mkdir",
          "rm",
          "cp",
          "mv",
          "cat",
          "ln",
          "touch",
          "chmod",
          "chown",
          "test",
          "[",
          "[[",
          "set",
          "export",
          "unset",
          "exit",
          "return",
          "sleep",
          "date",
          "jq",
          "sed",
          "awk",
          "grep",
          "head",
          "tail",
          "tr",
          "cut",
          "sort",
          "uniq",
          "wc",
          "tee",
          "tar",
          "zip",
          "unzip",
          "gzip",
          "sha256sum",
          "df",
          "du",
          "free",
          "uname",
          "whoami",
          "id",
          "apt",
          "apt-get",
          "git",
          "gh",
          "nix-build",
          "nix-instantiate",
          "nix-store",
          "diff",
          "cmp",
          "basename",
          "dirname",
          "mktemp",
          "shopt",
          "trap",
          "wait");

  /** Words of the shell behind which a command stands. */
  private static final Set<String> BEFORE =
      Set.of("if", "then", "else", "elif", "do", "while", "until", "!", "{", "(", "sudo", "time");

  private static final Set<String> ALONE = Set.of("fi", "done", "esac", "}", ")", "");

  /** Subcommands of tools that also start programs, which start none. */
  private static final Map<String, Set<String>> SUBCOMMANDS =
      Map.of(
          "nix",
          Set.of("build", "flake", "fmt", "eval", "path-info", "store", "log", "hash", "--version"),
          "cargo",
          Set.of("build", "check", "clippy", "doc", "fetch", "fmt", "--version"),
          "go",
          Set.of("build", "fmt", "mod", "vet", "version"));

  private final Walk walk;
  private final String file;

  StepUses(Walk walk, String file) {
    this.walk = walk;
    this.file = file;
  }

  Exposure.StepSeen seen(Step step, String variable) {
    String action =
        step.body() instanceof Step.Body.Uses uses
            ? References.name(uses.reference().value().strip())
            : null;
    return new Exposure.StepSeen(step.label(), step.span(), use(step, variable), action);
  }

  private Exposure.Use use(Step step, String variable) {
    if (names(step.condition(), variable) || namesIn(step.env(), variable)) {
      return Exposure.Use.NAMES_IT;
    }
    return switch (step.body()) {
      case Step.Body.Run run -> ofText(run.script().display(), variable);
      case Step.Body.Uses uses ->
          namesIn(uses.with(), variable)
              ? Exposure.Use.NAMES_IT
              : ofAction(uses.reference().value().strip(), variable);
      case Step.Body.Other() -> Exposure.Use.NONE;
    };
  }

  private Exposure.Use ofText(String text, String variable) {
    if (text.contains(variable) || walk.knowledge().mentionsClient(text)) {
      return Exposure.Use.NAMES_IT;
    }
    for (String line : text.split("\n", -1)) {
      if (!isPlain(line.strip())) {
        return Exposure.Use.UNSEEN;
      }
    }
    return Exposure.Use.NONE;
  }

  /** Whether all commands of a line are known to do nothing with it; in doubt they are not. */
  private static boolean isPlain(String line) {
    if (line.startsWith("#")) {
      return true;
    }
    for (String command : line.split("&&|\\|\\||;|\\||\\$\\(", -1)) {
      if (!isPlainCommand(command.strip().split("\\s+"))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainCommand(String[] words) {
    int at = 0;
    while (at < words.length && (BEFORE.contains(words[at]) || words[at].matches("\\w+=\\S*"))) {
      at++;
    }
    if (at == words.length || ALONE.contains(words[at])) {
      return true;
    }
    Set<String> subcommands = SUBCOMMANDS.get(words[at]);
    return subcommands == null
        ? PLAIN.contains(words[at])
        : at + 1 < words.length && subcommands.contains(words[at + 1]);
  }

  private Exposure.Use ofAction(String reference, String variable) {
    String name = References.name(reference);
    if (Checkout.localPath(reference) != null) {
      return ofLocalAction(reference, variable);
    }
    if (walk.knowledge().action(name) != null) {
      return Exposure.Use.NAMES_IT;
    }
    boolean quiet =
        walk.knowledge().variablesSetBy(name) != null
            || name.startsWith("actions/")
            || name.startsWith("github/");
    return quiet ? Exposure.Use.NONE : Exposure.Use.UNKNOWN_ACTION;
  }

  private Exposure.Use ofLocalAction(String reference, String variable) {
    Checkout.Read read = walk.checkout().resolve(file, reference);
    Action action = read == null ? null : read.action();
    if (action == null || !(action.runs() instanceof Action.Runs.Composite)) {
      return Exposure.Use.UNSEEN;
    }
    String text = action.file().text();
    return text.toLowerCase(Locale.ROOT).contains("uses: ./")
        ? Exposure.Use.UNSEEN
        : ofText(text, variable);
  }

  private static boolean namesIn(Env env, String variable) {
    for (YamlNode.Scalar value : env.entries().values()) {
      if (names(value, variable)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(YamlNode.@Nullable Scalar value, String variable) {
    return value != null && value.value().contains("env." + variable);
  }
}
