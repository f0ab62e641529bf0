package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our reader and tree-sitter's grammar find the same commands on the same lines. */
class DifferentialTest {
  private final Oracle oracle = new Oracle();

  @Test
  void agreesOnTheCorpus() {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Map.Entry<String, String> entry : Corpus.scripts().entrySet()) {
      List<String> expected = oracle.names(entry.getValue());
      if (expected == null || EXCLUDED.containsKey(entry.getKey())) {
        continue;
      }
      compared++;
      Script script = Script.parse(entry.getValue());
      List<String> actual = CommandNames.of(script);
      if (!actual.equals(expected)) {
        differences.add(entry.getKey() + "\n  ours   " + actual + "\n  theirs " + expected);
      }
      if (!script.troubles().isEmpty()) {
        differences.add(entry.getKey() + " " + script.troubles());
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(150);
  }

  @Test
  void agreesOnGeneratedScripts() {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (int seed = 0; seed < 1150; seed++) {
      String text = new ScriptGenerator(seed).script();
      List<String> expected = oracle.names(text);
      // The grammar reads two substitutions in backticks with a blank between as one.
      if (expected == null || text.contains("` `")) {
        continue;
      }
      compared++;
      Script script = Script.parse(text);
      List<String> actual = CommandNames.of(script);
      if (!actual.equals(expected) || !script.troubles().isEmpty()) {
        differences.add(
            seed
                + " "
                + script.troubles()
                + "\n"
                + text
                + "\n  ours   "
                + actual
                + "\n  theirs "
                + expected);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(1000);
  }

  /** Where the grammar, not our reader, deviates from bash; with the reason. */
  private static final Map<String, String> EXCLUDED =
      Map.of(
          "continuation inside word",
          "bash joins the two halves of the word before it looks for the command",
          "arithmetic command",
          "the grammar takes the parentheses of an arithmetic command for a command's name",
          "parameter expansion with substitution",
          "the grammar does not look for backticks in the default of an expansion");
}
