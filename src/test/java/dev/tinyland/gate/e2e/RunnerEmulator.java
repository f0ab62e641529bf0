package dev.tinyland.gate.e2e;

import dev.tinyland.gate.render.RunnerCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Runs a step that uses this action, as the runner does on a machine of its own: its variables, its
 * mounts, its files, its reading of the log. Without an engine the program runs with the same
 * variables in the workspace itself.
 *
 * <p>Not emulated, because the action has none of it: {@code args}, {@code env}, {@code
 * entrypoint}, steps before and after. The engine's socket is not handed in.
 */
final class RunnerEmulator {
  /** What of the {@code github} context reaches a container, without the files of a step. */
  private static final Set<String> CONTEXT =
      Set.of(
          "ACTION",
          "ACTION_PATH",
          "ACTION_REF",
          "ACTION_REPOSITORY",
          "ACTOR",
          "ACTOR_ID",
          "API_URL",
          "BASE_REF",
          "EVENT_NAME",
          "GRAPHQL_URL",
          "HEAD_REF",
          "JOB",
          "REF",
          "REF_NAME",
          "REF_PROTECTED",
          "REF_TYPE",
          "REPOSITORY",
          "REPOSITORY_ID",
          "REPOSITORY_OWNER",
          "REPOSITORY_OWNER_ID",
          "RETENTION_DAYS",
          "RUN_ATTEMPT",
          "RUN_ID",
          "RUN_NUMBER",
          "SERVER_URL",
          "SHA",
          "TRIGGERING_ACTOR",
          "WORKFLOW",
          "WORKFLOW_REF",
          "WORKFLOW_SHA");

  private final Engine engine;
  private final Path workspace;
  private final StepFiles files;
  private final String name;
  private final List<String> runOptions = new ArrayList<>();
  private final Map<String, String> with = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  /**
   * @param workspace becomes the runner's, as after a checkout
   * @param temp an empty folder for the runner's files
   */
  RunnerEmulator(Engine engine, Path workspace, Path temp) throws IOException {
    this.engine = engine;
    this.workspace = workspace;
    String id = UUID.randomUUID().toString();
    name = "gate-e2e-" + id;
    files = new StepFiles(temp, id, "{\"repository\":{\"default_branch\":\"main\"}}");
    StepFiles.giveToRunner(workspace);
    github("API_URL", "https://api.github.com");
    github("SERVER_URL", "https://github.com");
    github("ACTION", "__self");
    github("ACTOR", "octocat");
    github("EVENT_NAME", "push");
    github("JOB", "gate");
    github("REF", "refs/heads/main");
    github("REF_NAME", "main");
    github("REF_PROTECTED", "false");
    github("REF_TYPE", "branch");
    github("REPOSITORY", "example/repository");
    github("RUN_ATTEMPT", "1");
    github("RUN_ID", "1000");
    github("RUN_NUMBER", "1");
    github("SHA", "0123456789abcdef0123456789abcdef01234567");
    github("WORKFLOW", "ci");
  }

  /** An input under {@code with:} of the step. */
  RunnerEmulator with(String input, String value) {
    with.put(input, value);
    return this;
  }

  /** A property of the {@code github} context, by the end of its variable. */
  RunnerEmulator github(String property, String value) {
    if (!CONTEXT.contains(property)) {
      throw new IllegalArgumentException("no container gets GITHUB_" + property);
    }
    return variable("GITHUB_" + property, value);
  }

  /** A variable of the job, or one of the runner's own such as {@code ACTIONS_RESULTS_URL}. */
  RunnerEmulator variable(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** An option of {@code docker run}, for example {@code --network=host}. Nothing for a jar. */
  RunnerEmulator runOption(String option) {
    runOptions.add(option);
    return this;
  }

  /** The payload of the event. */
  RunnerEmulator event(String json) throws IOException {
    Files.writeString(files.event(), json);
    return this;
  }

  /** Runs the step to its end. */
  StepResult run() throws IOException, InterruptedException {
    ActionFile action = ActionFile.read(Path.of("action.yml"));
    Process process = start(action);
    // A container has no input at all.
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    List<String> errors = new ArrayList<>();
    return new StepResult(
        exitCode,
        files.pairs("set_output", "output", errors),
        files.environment(errors),
        files.path(),
        files.summary(errors),
        RunnerCommands.read(log),
        errors,
        action.warnings(with),
        log);
  }

  private Process start(ActionFile action) throws IOException {
    Map<String, String> variables = variables(action);
    ProcessBuilder builder =
        new ProcessBuilder(engine.isContainer() ? containerCommand(variables) : engine.program());
    builder.redirectErrorStream(true);
    if (!engine.isContainer()) {
      builder.directory(workspace.toFile());
      builder.environment().clear();
    }
    variables.forEach((variable, value) -> {
      // The client's own home is another one.
      if (!engine.isContainer() || !variable.equals("HOME")) {
        builder.environment().put(variable, value);
      }
    });
    if (!engine.isContainer()) {
      builder.environment().put("LC_ALL", "C.UTF-8");
    }
    return builder.start();
  }

  /** Only names stand on the command line: the values go through the client's environment. */
  private List<String> containerCommand(Map<String, String> variables) {
    List<String> command =
        engine.command("run", "--name", name, "--workdir", "/github/workspace", "--rm");
    variables.forEach((variable, value) ->
        command.addAll(List.of("-e", variable.equals("HOME") ? variable + "=" + value : variable)));
    command.addAll(runOptions);
    mounts().forEach((host, container) -> command.addAll(List.of("-v", host + ":" + container)));
    command.add(engine.image());
    return command;
  }

  private Map<String, String> variables(ActionFile action) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    action.inputs(with).forEach((input, value) -> variables.put(ActionFile.variable(input), value));
    variables.put("HOME", files.home.toString());
    variables.put("GITHUB_WORKSPACE", workspace.toString());
    variables.put("GITHUB_EVENT_PATH", files.event().toString());
    variables.put("GITHUB_OUTPUT", files.file("set_output").toString());
    variables.put("GITHUB_ENV", files.file("set_env").toString());
    variables.put("GITHUB_PATH", files.file("add_path").toString());
    variables.put("GITHUB_STATE", files.file("save_state").toString());
    variables.put("GITHUB_STEP_SUMMARY", files.file("step_summary").toString());
    variables.put("RUNNER_TEMP", files.temp.toString());
    variables.put("RUNNER_OS", "Linux");
    variables.put("RUNNER_ARCH", "X64");
    variables.put("RUNNER_NAME", "emulated");
    variables.put("RUNNER_ENVIRONMENT", "self-hosted");
    variables.put("GITHUB_ACTIONS", "true");
    variables.put("CI", "true");
    if (engine.isContainer()) {
      variables.replaceAll((variable, value) -> inContainer(value));
    }
    return variables;
  }

  /** The folders of the machine that a container sees, the deeper ones first. */
  private Map<String, String> mounts() {
    Map<String, String> mounts = new LinkedHashMap<>();
    mounts.put(workspace.toString(), "/github/workspace");
    mounts.put(files.commands.toString(), "/github/file_commands");
    mounts.put(files.workflow.toString(), "/github/workflow");
    mounts.put(files.home.toString(), "/github/home");
    mounts.put(files.temp.toString(), "/github/runner_temp");
    return mounts;
  }

  /** Every value that is, or begins with, a mounted folder is rewritten; nothing inside of one. */
  private String inContainer(String value) {
    for (Map.Entry<String, String> mount : mounts().entrySet()) {
      if (value.equals(mount.getKey()) || value.startsWith(mount.getKey() + "/")) {
        return mount.getValue() + value.substring(mount.getKey().length());
      }
    }
    return value;
  }
}
