package dev.tinyland.gate.e2e;

import dev.tinyland.gate.render.RunnerCommands.Command;
import java.util.List;
import java.util.Map;

/**
 * What a step left behind, as the runner understood it.
 *
 * @param exitCode what the program, or the engine in its place, ended with
 * @param outputs by name; those before an error in the file are kept
 * @param environment the variables for later steps
 * @param path the folders for later steps' {@code PATH}
 * @param summary the Markdown; empty if it was too long for the runner
 * @param commands the workflow commands of the log, in order, annotations among them
 * @param errors what the runner itself complains about; any one of them fails the step but that of
 *     a summary which is too long
 * @param warnings what the runner itself warns about
 * @param log stdout and stderr
 */
record StepResult(
    int exitCode,
    Map<String, String> outputs,
    Map<String, String> environment,
    List<String> path,
    String summary,
    List<Command> commands,
    List<String> errors,
    List<String> warnings,
    String log) {

  /** The commands of a name, for example {@code error}. */
  List<Command> commands(String name) {
    return commands.stream().filter(command -> command.name().equals(name)).toList();
  }

  /** What the runner hides from now on. */
  List<String> masks() {
    return commands("add-mask").stream().map(Command::data).toList();
  }

  String output(String name) {
    return outputs.getOrDefault(name, "");
  }
}
