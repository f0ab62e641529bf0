package dev.tinyland.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls between the packages, as sentences. */
class ArchitectureTest {
  private static final String ROOT = "dev.tinyland.gate";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void the_scan_saw_the_program() {
    assertThat(CLASSES.size()).isGreaterThan(200);
    for (String name : List.of("lint.reach", "lint.surface", "lint.rule", "render", "cli")) {
      assertThat(CLASSES.containPackage(ROOT + "." + name)).as(name).isTrue();
    }
  }

  @Test
  void data_flows_in_one_direction() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void sources_depend_on_nothing_and_reports_on_sources_only() {
    onlyDependOn("source", "java..", "org.jspecify..", ROOT + ".source..");
    onlyDependOn("report", "java..", "org.jspecify..", ROOT + ".source..", ROOT + ".report..");
  }

  @Test
  void renderers_know_reports_only() {
    onlyDependOn(
        "render",
        "java..",
        "org.jspecify..",
        ROOT + ".render..",
        ROOT + ".report..",
        ROOT + ".source..",
        ROOT + ".json..");
  }

  @Test
  void rules_know_the_model_and_the_reach_but_neither_files_nor_shells() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".lint.rule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".files..", ROOT + ".lint.shell..", ROOT + ".render..", "java.nio.file..")
        .check(CLASSES);
  }

  @Test
  void each_library_is_known_to_one_package() {
    onlyIn("org.snakeyaml..", "lint.yaml");
    onlyIn("com.fasterxml.jackson..", "json");
    onlyIn("picocli..", "cli");
    onlyIn("org.commonmark..", "lint.markdown");
    onlyIn("org.kohsuke..", "github");
    onlyIn("software.amazon.awssdk..", "runtime.s3");
    onlyIn("io.fabric8..", "runtime.cluster");
    onlyIn("org.yaml..", "runtime.cluster");
    onlyIn("io.airlift..", "runtime.nar");
  }

  @Test
  void linting_opens_no_connection_and_starts_no_process() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .and()
        .resideOutsideOfPackages(
            ROOT + ".artifact..",
            ROOT + ".github..",
            ROOT + ".runtime.nar..",
            ROOT + ".runtime.s3..",
            ROOT + ".runtime.cluster..")
        .and()
        // It starts gate itself, and a lint does not reach it.
        .doNotHaveSimpleName("Relaunch")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "java.net..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .check(CLASSES);
  }

  @Test
  void verdicts_are_pure() {
    onlyDependOn(
        "runtime.verdict",
        "java.lang..",
        "java.util..",
        "org.jspecify..",
        ROOT + ".runtime.verdict..",
        ROOT + ".runtime.evidence..");
  }

  @Test
  void lint_and_the_checks_at_run_time_do_not_know_each_other() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".runtime..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".lint..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".lint..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".runtime..")
        .check(CLASSES);
  }

  @Test
  void only_files_and_the_command_line_touch_the_file_system() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".lint..", ROOT + ".report..", ROOT + ".render..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .check(CLASSES);
  }

  @Test
  void rules_are_package_private() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".lint.rule..")
        .and()
        .implement(ROOT + ".lint.rule.Rule")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() throws IOException {
    Path main = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(main)) {
      List<Path> folders =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      assertThat(folders).hasSizeGreaterThan(8);
      for (Path folder : folders) {
        assertThat(folder.resolve("package-info.java"))
            .content()
            .contains("@" + NullMarked.class.getSimpleName());
      }
    }
  }

  private static void onlyDependOn(String name, String... allowed) {
    classes()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }

  private static void onlyIn(String library, String name) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
