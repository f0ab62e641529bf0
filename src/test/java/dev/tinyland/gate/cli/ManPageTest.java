package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The committed manual pages are what the program would write today, and roff reads them. */
@Tag("generated-docs")
class ManPageTest {
  private static final Path MAN = Path.of("docs", "man");

  @TestFactory
  List<DynamicTest> the_committed_page_is_what_the_program_writes() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> page : ManPage.all().entrySet()) {
      tests.add(
          DynamicTest.dynamicTest(page.getKey(), () -> check(page.getKey(), page.getValue())));
    }
    return tests;
  }

  @Test
  void no_page_is_left_over() throws IOException {
    try (Stream<Path> files = Files.list(MAN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ManPage.all().keySet());
    }
  }

  @Test
  void every_option_of_lint_is_on_its_page() {
    String page = ManPage.all().get("gate-lint.1");
    for (Command.Option option : Commands.LINT.options()) {
      assertThat(page).contains("\\fB" + option.name().replace("-", "\\-") + "\\fR");
    }
    assertThat(page).contains("\\fB\\-\\-fix\\fR[=\\fIdry\\-run\\fR]");
  }

  @TestFactory
  List<DynamicTest> groff_has_no_complaint() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : ManPage.all().keySet()) {
      tests.add(DynamicTest.dynamicTest(name, () -> assertThat(complaints(name)).isEmpty()));
    }
    return tests;
  }

  private static String complaints(String name) throws Exception {
    try {
      String file = MAN.resolve(name).toString();
      Process groff =
          new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-z", file)
              .redirectErrorStream(true)
              .start();
      String said = new String(groff.getInputStream().readAllBytes(), UTF_8);
      assertThat(groff.waitFor()).isZero();
      return said;
    } catch (IOException e) {
      return abort("there is no groff here");
    }
  }

  private static void check(String name, String text) throws IOException {
    Path file = MAN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(MAN);
      Files.writeString(file, text);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is out of date; this writes it: %s", file, ManPage.UPDATE)
        .isEqualTo(text);
  }
}
