package dev.tinyland.gate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.testing.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What other repositories take from this one: it names commands, options and files that exist. */
class AdoptionTest {
  private static final Path HOOKS = Path.of(".pre-commit-hooks.yaml");
  private static final Path RECIPES = Path.of("gate.just");

  @Test
  void hooks_start_the_launcher_with_a_command_that_there_is() {
    List<YamlNode.Mapping> hooks = hooks();
    assertThat(hooks.stream().map(hook -> text(hook, "id"))).contains("gate-lint");
    for (YamlNode.Mapping hook : hooks) {
      List<String> entry = List.of(text(hook, "entry").split(" "));
      assertThat(Files.isExecutable(Path.of(entry.getFirst()))).isTrue();
      assertThat(text(hook, "language")).isEqualTo("script");
      assertThat(text(hook, "pass_filenames")).isEqualTo("false");
      known(entry.subList(1, entry.size()));
    }
  }

  @Test
  void hooks_run_when_something_changes_that_gate_reads() {
    for (YamlNode.Mapping hook : hooks()) {
      Pattern files = Pattern.compile(text(hook, "files"));
      for (String name :
          List.of(
              ".github/workflows/ci.yml",
              "action.yml",
              "sub/action.yaml",
              ".github/gate.yml",
              "docs/cache.md",
              "scripts/push.sh",
              "justfile")) {
        assertThat(files.matcher(name).find()).as(name).isTrue();
      }
      assertThat(files.matcher("src/Main.java").find()).isFalse();
    }
  }

  @Test
  void recipes_run_commands_that_there_are() {
    List<String> recipes = new ArrayList<>();
    Matcher recipe =
        Pattern.compile("(?m)^(gate-[a-z-]+)[^:\n]*:\n    @\"\\{\\{gate_program}}\" (.*)$")
            .matcher(Pages.read(RECIPES));
    while (recipe.find()) {
      recipes.add(recipe.group(1));
      String call = recipe.group(2).replaceAll("\\{\\{.*?}}", "s1").replace(" \"$@\"", "");
      known(List.of(call.split(" ")));
    }
    assertThat(recipes)
        .contains("gate-lint", "gate-fix", "gate-fix-check", "gate-reach", "gate-graph")
        .hasSize((int) Pages.read(RECIPES).lines().filter(line -> line.startsWith("[g")).count());
  }

  /** The command exists, and so does each option of the call. */
  private static void known(List<String> call) {
    assertThat(CliReference.commands()).contains(call.getFirst());
    String help = CommandRun.of(call.getFirst(), "--help").out();
    for (String word : call.subList(1, call.size())) {
      if (word.startsWith("--")) {
        assertThat(help).contains(word.replaceAll("=.*", ""));
      }
    }
  }

  private static List<YamlNode.Mapping> hooks() {
    byte[] bytes = Pages.read(HOOKS).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    YamlNode root = Objects.requireNonNull(YamlReader.read(HOOKS.toString(), bytes).root());
    List<YamlNode.Mapping> hooks = new ArrayList<>();
    for (YamlNode item : ((YamlNode.Sequence) root).items()) {
      hooks.add((YamlNode.Mapping) item);
    }
    return hooks;
  }

  private static String text(YamlNode.Mapping hook, String key) {
    return ((YamlNode.Scalar) Objects.requireNonNull(hook.get(key), key)).value();
  }
}
