package dev.tinyland.gate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions of the action take what the program reads, and nothing else. */
@Tag("generated-docs")
class ActionYmlTest {
  private static final String BEGIN =
      "# Generated from ActionContract: mvn test" + " -Dtest=ActionYmlTest -Dgolden.update=true\n";
  private static final String END = "# End of what is generated.\n";

  @ParameterizedTest
  @ValueSource(strings = {"action.yml", "lane/action.yml"})
  void inputs_and_outputs_are_those_of_the_program(String name) {
    Path file = Path.of(name);
    String text = Pages.read(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertThat(begin).as("where the generated part of %s begins", file).isPositive();
    assertThat(end).as("where the generated part of %s ends", file).isGreaterThan(begin);
    String current =
        text.substring(0, begin + BEGIN.length()) + ActionReference.yaml() + text.substring(end);
    if (Pages.updating()) {
      Pages.write(file, current);
    }
    assertThat(Pages.read(file)).as("%s is out of date", file).isEqualTo(current);
  }
}
