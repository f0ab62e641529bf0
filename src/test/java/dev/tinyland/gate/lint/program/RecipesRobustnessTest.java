package dev.tinyland.gate.lint.program;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tinyland.gate.lint.shell.Program;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files of recipes that no program would accept: something is read, and nothing breaks. */
class RecipesRobustnessTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "b:",
          ":",
          ":=",
          "=",
          "?=",
          "\n",
          "\n\t",
          "\n    ",
          "{{",
          "}}",
          "$(",
          "${",
          ")",
          "}",
          "$$",
          "$",
          "\"",
          "'",
          "\\",
          "@",
          "-",
          "#!",
          "#",
          "{",
          "\"scripts\"",
          ",",
          "import 'a'",
          "alias",
          "attic push",
          " ",
          "é",
          "\r\n",
          "\u0000",
          "+x",
          "*y",
          "[private]");

  private static final Map<String, String> COMMANDS =
      Map.of(
          "justfile", "just a",
          "Makefile", "make a",
          "package.json", "npm run a");

  @Test
  void any_text_is_read() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(24);
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      COMMANDS.forEach((file, command) ->
          assertThatCode(() -> find(file, text.toString(), command))
              .as("%s: %s", file, text)
              .doesNotThrowAnyException());
    }
  }

  private static void find(String file, String text, String command) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Checkout checkout = new Checkout(path -> path.equals(file) ? bytes : null);
    CodeReferences all = new CodeReferences(checkout, any -> true);
    List<Word> argv = List.of(command.split(" ")).stream().map(w -> Word.of(w, 0, 0)).toList();
    Program program =
        new RepositoryPrograms(checkout, all, ".github/workflows/ci.yml").find(argv, "", null);
    if (program != null) {
      program.text().text();
    }
  }
}
