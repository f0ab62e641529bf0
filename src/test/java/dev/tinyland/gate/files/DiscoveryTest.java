package dev.tinyland.gate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir private Path temporary = Path.of(".");
  private Path root = temporary;

  @BeforeEach
  void aRepository() throws IOException {
    root = Files.createDirectories(temporary.resolve("repository"));
  }

  @Test
  void workflows_and_actions_count_and_nothing_else() throws IOException {
    write(".github/workflows/ci.yml");
    write(".github/workflows/long.yaml");
    write(".github/workflows/README.md");
    write(".github/workflows/deeper/no.yml");
    write(".github/workflows/deeper/action.yml");
    write(".github/dependabot.yml");
    write(".github/actions/a/action.yml");
    write(".github/actions/target/action.yaml");
    write("action.yml");
    write("docker-compose.yml");
    write("sub/.github/workflows/ci.yml");
    write("node_modules/x/action.yml");
    write("target/x/action.yml");
    write(".ci/action.yml");
    assertThat(found(root))
        .containsExactly(
            ".github/actions/a/action.yml",
            ".github/actions/target/action.yaml",
            ".github/workflows/ci.yml",
            ".github/workflows/deeper/action.yml",
            ".github/workflows/long.yaml",
            "action.yml",
            "sub/.github/workflows/ci.yml");
  }

  @Test
  void pages_and_texts_stand_beside() throws IOException {
    write(".github/workflows/ci.yml");
    write(".github/workflows/README.md");
    write("README.md");
    write("docs/guide.markdown");
    write("docs/notes.txt");
    write("node_modules/x/README.md");
    write("target/README.md");
    write(".hidden/README.md");
    write("scripts/warm.sh");
    write(".envrc");
    write(".bazelrc.ci");
    write("tofu/main.tf");
    Discovery.Sources sources = Discovery.all(List.of(root));
    assertThat(names(sources.pages()))
        .containsExactly(".github/workflows/README.md", "README.md", "docs/guide.markdown");
    assertThat(names(sources.texts()))
        .containsExactly(".bazelrc.ci", ".envrc", "scripts/warm.sh", "tofu/main.tf");
    assertThat(sources.pages()).noneMatch(Discovery.Candidate::certain);
  }

  @Test
  void a_page_that_is_named_is_a_page() throws IOException {
    write("docs/a.md");
    write("b.sh");
    Discovery.Sources sources =
        Discovery.all(List.of(root.resolve("docs/a.md"), root.resolve("b.sh")));
    assertThat(sources.files()).isEmpty();
    assertThat(sources.pages()).singleElement().matches(Discovery.Candidate::certain);
    assertThat(sources.texts()).singleElement().matches(Discovery.Candidate::certain);
  }

  private List<String> names(List<Discovery.Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> root.relativize(candidate.path()).toString())
        .toList();
  }

  @Test
  void the_folder_of_the_workflows_may_be_named() throws IOException {
    write(".github/workflows/ci.yml");
    assertThat(found(root.resolve(".github/workflows")))
        .containsExactly(".github/workflows/ci.yml");
    assertThat(found(root.resolve(".github"))).containsExactly(".github/workflows/ci.yml");
  }

  @Test
  void a_folder_without_either_is_a_heap_of_workflows() throws IOException {
    write("a.yml");
    write("b/c.yaml");
    write("b/d.txt");
    assertThat(found(root)).containsExactly("a.yml", "b/c.yaml");
  }

  @Test
  void in_a_heap_the_words_of_a_file_decide_whether_it_is_read() throws IOException {
    Files.writeString(root.resolve("compose.yml"), "services: { web: { image: nginx } }\n");
    Files.writeString(root.resolve("ci.yml"), "on: push\njobs: { a: { steps: [] } }\n");
    Files.writeString(root.resolve("broken.yml"), "on: push\njobs:\n\ta: { uses: ./x }\n");
    Reading reading = Reading.of(Workspace.of(List.of(root)), Discovery.find(List.of(root)));
    assertThat(reading.read())
        .extracting(read -> read.file().path())
        .containsExactly("broken.yml", "ci.yml");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void a_checkout_without_workflows_holds_none() throws IOException {
    write("docker-compose.yml");
    Files.createDirectories(root.resolve(".git"));
    assertThat(found(root)).isEmpty();
  }

  @Test
  void a_named_file_counts_whatever_its_name_and_once() throws IOException {
    write("ci.txt");
    Path file = root.resolve("ci.txt");
    Path other = root.resolve("x/../ci.txt");
    assertThat(Discovery.find(List.of(file, other, file)))
        .containsExactly(new Discovery.Candidate(file, true));
    assertThat(Discovery.find(List.of(root, root))).isEmpty();
  }

  @Test
  void nothing_named_finds_nothing() {
    assertThat(Discovery.find(List.of())).isEmpty();
  }

  @Test
  void loops_of_links_and_pipes_end() throws IOException, InterruptedException {
    write(".github/workflows/ci.yml");
    Files.createSymbolicLink(root.resolve("loop"), root);
    Files.createSymbolicLink(root.resolve(".github/workflows/self.yml"), Path.of("self.yml"));
    Files.createSymbolicLink(root.resolve(".github/workflows/linked.yml"), Path.of("ci.yml"));
    Files.createDirectories(root.resolve(".github/workflows/folder.yml"));
    int made =
        new ProcessBuilder("mkfifo", root.resolve(".github/workflows/pipe.yml").toString())
            .start()
            .waitFor();
    assumeTrue(made == 0);
    assertThat(found(root))
        .containsExactly(".github/workflows/ci.yml", ".github/workflows/linked.yml");
  }

  @Test
  void a_deep_tree_is_walked_to_its_end() throws IOException {
    String deep = String.join("/", Collections.nCopies(300, "d"));
    write(deep + "/action.yml");
    assertThat(found(root)).containsExactly(deep + "/action.yml");
  }

  @Test
  void a_file_that_does_not_exist_is_a_problem_and_the_others_are_read() throws IOException {
    write("ci.yml");
    List<Path> named = List.of(root.resolve("absent.yml"), root.resolve("ci.yml"));
    Reading reading = Reading.of(Workspace.of(named), Discovery.find(named));
    assertThat(reading.read()).extracting(Checkout.Read::file).hasSize(1);
    assertThat(reading.problems())
        .extracting(Problem::message)
        .containsExactly("there is no such file");
    assertThat(reading.problems().getFirst().span().path()).isEqualTo("absent.yml");
  }

  @Test
  void a_folder_that_cannot_be_read_is_a_problem_and_the_others_are_read() throws IOException {
    write(".github/workflows/ci.yml");
    Path closed = Files.createDirectories(root.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(closed), "the super-user reads everything");
      Reading reading = Reading.of(Workspace.of(List.of(root)), Discovery.find(List.of(root)));
      assertThat(reading.read()).hasSize(1);
      assertThat(reading.problems())
          .extracting(Problem::message)
          .containsExactly("this folder cannot be read");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void many_files_keep_their_order() throws IOException {
    List<Discovery.Candidate> paths = new ArrayList<>();
    for (int i = 100; i < 160; i++) {
      write("w" + i + ".yml");
      paths.add(new Discovery.Candidate(root.resolve("w" + i + ".yml"), true));
    }
    Reading reading = Reading.of(Workspace.of(List.of(root)), paths);
    assertThat(reading.read())
        .extracting(read -> read.file().path())
        .isSorted()
        .hasSize(60)
        .startsWith("w100.yml");
  }

  private List<String> found(Path named) {
    return Discovery.find(List.of(named)).stream()
        .map(file -> root.relativize(file.path()).toString())
        .toList();
  }

  private void write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent() == null ? root : file.getParent());
    Files.writeString(file, "on: push\njobs: {}\n");
  }
}
