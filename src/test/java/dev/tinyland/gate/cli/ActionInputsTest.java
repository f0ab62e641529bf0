package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionInputsTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  private static ActionRequest read(String... inputs) {
    return ActionInputs.read(environment(inputs));
  }

  private static Map<String, String> environment(String... inputs) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", HERE.toString());
    // As the runner does it: every declared input is there.
    for (ActionInput input : ActionContract.inputs()) {
      environment.put(input.variable(), "");
    }
    for (int i = 0; i < inputs.length; i += 2) {
      environment.put("INPUT_" + inputs[i], inputs[i + 1]);
    }
    return environment;
  }

  private static List<String> complaints(String... inputs) {
    try {
      read(inputs);
      return List.of();
    } catch (UsageException e) {
      return e.complaints();
    }
  }

  @Test
  void empty_inputs_are_not_given() {
    ActionRequest request = read();
    assertThat(request.arguments())
        .isEqualTo(new Arguments("lint", Map.of("--format", List.of("github")), List.of(".")));
    assertThat(request.publication())
        .isEqualTo(new ActionRequest.Publication(null, null, null, null, null));
  }

  @Test
  void each_option_is_an_input_of_its_own() {
    Arguments arguments =
        read(
                "PROFILE", "downstream",
                "DEFAULT-BRANCH", "trunk",
                "CONFIG", "own.yml",
                "ALL-FILES", "true",
                "SHOW-SUPPRESSED", "False",
                "FORMAT", "github, text\n json",
                "OUTPUT", "sarif=a.sarif\r\n\n  json=b c.json ",
                "FAIL-ON", "note",
                "PATHS", "one\n two three \n")
            .arguments();
    assertThat(arguments.options())
        .isEqualTo(
            Map.of(
                "--profile", List.of("downstream"),
                "--default-branch", List.of("trunk"),
                "--config", List.of("own.yml"),
                "--all-files", List.of(),
                "--format", List.of("github", "text", "json"),
                "--output", List.of("sarif=a.sarif", "json=b c.json"),
                "--fail-on", List.of("note")));
    assertThat(arguments.positionals()).containsExactly("one", "two three");
  }

  @Test
  void every_option_of_every_command_has_an_input() {
    for (Command command : Commands.ALL) {
      for (Command.Option option : command.options()) {
        assertThat(ActionContract.inputs())
            .as(option.name())
            .anyMatch(input ->
                ("--" + input.name()).equals(option.name())
                    && input.commands().contains(command.name()));
      }
    }
  }

  @Test
  void the_values_of_one_input_cannot_become_another_option() {
    Arguments arguments = read("PROFILE", "downstream", "PATHS", "--fix\n@file\n-x").arguments();
    assertThat(arguments.options()).containsOnlyKeys("--profile", "--format");
    assertThat(arguments.positionals()).containsExactly("--fix", "@file", "-x");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(
            complaints(
                "PROFIL", "quarantine",
                "FAIL-ON", "fatal",
                "ALL-FILES", "yes",
                "SURFACE", "s1",
                "FORMAT", "xml",
                "UPDATE-BASELINE", "true",
                "ARTIFACT-RETENTION-DAYS", "0",
                "COMMENT", "gate",
                "ARGS", "lint ."))
        .containsExactlyInAnyOrder(
            "there is no input profil; did you mean `profile`?",
            "there is no level fatal: error, warning or note",
            "the input all-files is true or false, not yes",
            "the input surface is for reach, not for lint",
            "there is no format xml: text, json, sarif, github or markdown",
            "update-baseline needs baseline FILE",
            "artifact-retention-days is a number of days from 1 to 400, not 0",
            "the input comment needs a token, for example ${{ github.token }}",
            "args are not read: each option is an input of its own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BASELINE|b.json|FIX|write|fix mends what a baseline passes over too: give one of them",
        "FIX|dry-run|FORMAT|text|fix=dry-run prints a patch; output FORMAT=FILE writes a report beside it",
        "OUTPUT|sarif|FIX|''|output takes FORMAT=FILE, not sarif",
        "OUTPUT|json=/tmp/x.json|FIX|''|output: /tmp/x.json lies outside of the workspace and would be lost with the container; write a path that starts at the workspace",
        "COMMAND|lnit|FIX|''|there is no command lnit: lint, reach, config, eval, rules, explain, tofu-state-authority-deep-check, tofu-state-ha-readiness, rustfs-bucket-index-rca, ha-state-candidate-inventory, rustfs-state-authority-canary, attic-nar-integrity-check, verdict or completion",
        "ARTIFACT|a/b|FIX|''|artifact: The name of an artifact cannot contain a slash /: `a/b`.",
        "ARTIFACT-RETENTION-DAYS|9|FIX|''|artifact-retention-days is about an artifact: give its name as `artifact`",
      })
  void contradictions(String one, String value, String other, String second, String complaint) {
    assertThat(complaints(one, value, other, second)).containsExactly(complaint);
  }

  @Test
  void a_patch_alone_is_no_contradiction() {
    assertThat(read("FIX", "dry-run").arguments().options()).containsOnlyKeys("--fix");
  }

  @Test
  void a_variable_whose_hyphens_a_shell_took_away_counts() {
    assertThat(read("FAIL_ON", "note").arguments().texts("--fail-on")).containsExactly("note");
  }

  @Test
  void what_the_runner_itself_reads_is_no_input_of_ours() {
    assertThat(complaints("ENTRYPOINT", "/opt/gate/runtime/bin/java", "ARGS", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reach", "config"})
  void a_command_gets_only_what_it_takes(String command) {
    Arguments arguments = read("COMMAND", command, "PATHS", "src").arguments();
    assertThat(arguments).isEqualTo(new Arguments(command, Map.of(), List.of("src")));
  }

  @Test
  void a_rule_and_an_expression_are_one_text() {
    assertThat(read("COMMAND", "explain", "RULE", "unreadable-file").arguments().positionals())
        .containsExactly("unreadable-file");
    assertThat(read("COMMAND", "eval", "EXPRESSION", "1 == 1").arguments().positionals())
        .containsExactly("1 == 1");
  }

  @Test
  void paths_begin_at_the_workspace_wherever_the_step_was_started() {
    Map<String, String> environment =
        environment("PATHS", "a\n-", "CONFIG", "b.yml", "OUTPUT", "json=out/c.json");
    environment.put("GITHUB_WORKSPACE", "/elsewhere");
    Arguments arguments = ActionInputs.read(environment).arguments();
    assertThat(arguments.positionals()).containsExactly("/elsewhere/a", "-");
    assertThat(arguments.texts("--config")).containsExactly("/elsewhere/b.yml");
    assertThat(arguments.texts("--output")).containsExactly("json=/elsewhere/out/c.json");
    assertThat(
            ActionInputs.read(Map.of("GITHUB_WORKSPACE", "/elsewhere")).arguments().positionals())
        .containsExactly("/elsewhere");
  }

  @Test
  void a_file_below_the_runner_s_temporary_folder_is_kept_too() {
    Map<String, String> environment = environment("OUTPUT", "json=/github/runner_temp/x.json");
    environment.put("RUNNER_TEMP", "/github/runner_temp");
    assertThat(ActionInputs.read(environment).arguments().texts("--output"))
        .containsExactly("json=/github/runner_temp/x.json");
    assertThatThrownBy(() -> ActionInputs.read(environment("OUTPUT", "json=../x.json")))
        .asInstanceOf(type(UsageException.class))
        .extracting(UsageException::complaints)
        .asString()
        .contains("../x.json lies outside of the workspace");
  }

  @Test
  void it_is_the_action_when_nothing_is_given_as_argument() {
    Map<String, String> runner = Map.of("GITHUB_ACTIONS", "true");
    assertThat(ActionInputs.are(runner)).isTrue();
    assertThat(ActionInputs.are(runner, "lint")).isFalse();
    assertThat(ActionInputs.are(Map.of())).isFalse();
    assertThat(ActionInputs.are(environment("ARGS", "lint ."), "lint", ".")).isTrue();
  }
}
