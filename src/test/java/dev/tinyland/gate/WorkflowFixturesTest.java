package dev.tinyland.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.files.ConfigurationFile;
import dev.tinyland.gate.files.Discovery;
import dev.tinyland.gate.files.Reading;
import dev.tinyland.gate.files.Texts;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.Policies;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.ConfiguredKnowledge;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every folder below {@code workflows-fixtures}, linted as a repository. */
class WorkflowFixturesTest {
  private static final Path FIXTURES = Path.of("workflows-fixtures");
  private static final Set<String> BESIDE_THE_FOLDERS = Set.of("README.md", ".gitattributes");

  @TestFactory
  Stream<DynamicTest> the_report_is_the_expected_one() {
    return folders().stream()
        .map(folder -> DynamicTest.dynamicTest(name(folder), () -> matches(folder)));
  }

  @TestFactory
  Stream<DynamicTest> walking_all_files_finds_nothing_more() {
    return folders().stream()
        .map(folder ->
            DynamicTest.dynamicTest(
                name(folder),
                () -> {
                  Report some = lint(folder, false);
                  Report all = lint(folder, true);
                  assertThat(all.findings()).isEqualTo(some.findings());
                  assertThat(all.surfaces()).isEqualTo(some.surfaces());
                }));
  }

  /** But for the fixture of what a search of bare text cannot find: docs/adr/0008. */
  @TestFactory
  Stream<DynamicTest> of_very_many_files_the_same_is_found() {
    return folders().stream()
        .filter(folder -> !name(folder).equals("names-put-together"))
        .map(folder ->
            DynamicTest.dynamicTest(
                name(folder),
                () -> {
                  Report parsed = lint(folder, false);
                  Report some = lintSome(folder);
                  assertThat(readable(some)).isEqualTo(readable(parsed));
                  assertThat(some.surfaces()).isEqualTo(parsed.surfaces());
                }));
  }

  /** A file that is not parsed is not found to be broken. */
  private static List<Finding> readable(Report report) {
    return report.findings().stream()
        .filter(finding -> !finding.rule().equals("unreadable-file"))
        .toList();
  }

  private static Report lintSome(Path folder) {
    Workspace workspace = Workspace.of(List.of(folder));
    KnowledgeBase knowledge = ConfiguredKnowledge.of(KnowledgeBaseReader.builtIn(), policy(folder));
    BiPredicate<String, String> canMatter = Linter.canMatter(knowledge, new Checkout(workspace));
    Discovery.Sources sources = Discovery.all(List.of(folder));
    return lint(folder, sources, Reading.of(workspace, sources.files(), canMatter), false);
  }

  @Test
  void every_folder_is_a_fixture_and_nothing_else_is_there() {
    assertThat(folders()).hasSizeGreaterThan(50);
    for (Path entry : entries(FIXTURES)) {
      if (Files.isDirectory(entry)) {
        assertThat(entry.resolve(".github")).isDirectory();
        assertThat(entry.resolve("expected.txt")).isRegularFile();
      } else {
        assertThat(BESIDE_THE_FOLDERS).contains(name(entry));
      }
    }
  }

  private static void matches(Path folder) {
    Report report = lint(folder, false);
    if (name(folder).startsWith("ok-")) {
      assertThat(report.findings()).isEmpty();
      assertThat(report.problems()).isEmpty();
    }
    RenderOptions options = RenderOptions.DEFAULTS.withIncludeSuppressed(true);
    String text = Renderers.of(Format.TEXT).render(report, options);
    Golden.in(folder).matches("expected.txt", text);
  }

  private static Report lint(Path folder, boolean allFiles) {
    Workspace workspace = Workspace.of(List.of(folder));
    Discovery.Sources sources = Discovery.all(List.of(folder));
    return lint(folder, sources, Reading.of(workspace, sources.files()), allFiles);
  }

  private static Report lint(
      Path folder, Discovery.Sources sources, Reading reading, boolean allFiles) {
    Policy policy = policy(folder);
    String branch = policy.defaultBranch();
    Linter.Settings settings =
        new Linter.Settings(
            "0", ".", policy, branch == null ? "main" : branch, allFiles, Policies.TODAY);
    KnowledgeBase knowledge = ConfiguredKnowledge.of(KnowledgeBaseReader.builtIn(), policy);
    Workspace workspace = Workspace.of(List.of(folder));
    Texts texts = Texts.of(workspace, sources, policy.docs(), Linter.beside(knowledge, policy));
    Linter.Beside beside = new Linter.Beside(texts.pages(), texts.others(), texts.gitlab());
    return new Linter(knowledge, settings)
        .lint(new Checkout(workspace), reading.read(), beside, reading.problems());
  }

  /** What the folder's own configuration says, under the profile that the fixture names. */
  private static Policy policy(Path folder) {
    try {
      ConfigurationFile file = ConfigurationFile.find(Workspace.of(List.of(folder)), null);
      Profile profile = profile(folder);
      return file == null
          ? Policies.of(Map.of(), profile)
          : Policies.of(file.name(), file.read(), profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Profile profile(Path folder) {
    Path file = folder.resolve("profile");
    if (!Files.exists(file)) {
      return null;
    }
    try {
      Profile profile = Profile.parse(Files.readString(file).strip());
      assertThat(profile).as("profile of %s", folder).isNotNull();
      return profile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> folders() {
    return entries(FIXTURES).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
