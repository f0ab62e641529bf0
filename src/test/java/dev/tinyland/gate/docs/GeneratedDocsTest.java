package dev.tinyland.gate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The committed reference is what the program would write today. */
@Tag("generated-docs")
class GeneratedDocsTest {
  @TestFactory
  List<DynamicTest> the_committed_page_is_what_the_program_writes() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> page : GeneratedDocs.all().entrySet()) {
      tests.add(
          DynamicTest.dynamicTest(page.getKey(), () -> check(page.getKey(), page.getValue())));
    }
    return tests;
  }

  @Test
  void no_generated_page_is_left_over() {
    List<String> left = new ArrayList<>(Pages.names(Pages.REFERENCE));
    left.removeAll(GeneratedDocs.all().keySet());
    assertThat(left).as("pages that nobody writes").noneMatch(name -> name.endsWith(".md"));
  }

  @Test
  void every_command_is_there() {
    assertThat(CliReference.commands()).contains("lint", "reach", "eval", "rules", "explain");
  }

  private static void check(String name, String text) {
    Path file = Pages.REFERENCE.resolve(name);
    if (Pages.updating()) {
      Pages.write(file, text);
    }
    String committed = Files.exists(file) ? Pages.read(file) : "";
    assertThat(committed)
        .as("%s is out of date; this writes it: %s", file, GeneratedDocs.UPDATE)
        .isEqualTo(text);
  }
}
