package dev.tinyland.gate.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir private Path temporary = Path.of(".");
  private Path root = temporary;
  private Path workflow = temporary;

  @BeforeEach
  void aRepository() throws IOException {
    root = Files.createDirectories(temporary.resolve("repository"));
    workflow = root.resolve(".github/workflows/ci.yml");
    Files.createDirectories(root.resolve(".github/workflows"));
    Files.writeString(workflow, "x");
    Files.createDirectories(root.resolve("docs/deep"));
    Files.writeString(root.resolve("docs/deep/a.yml"), "y");
  }

  @Test
  void the_root_is_the_checkout_around_what_is_named() {
    for (Path named :
        List.of(
            root,
            workflow,
            root.resolve(".github"),
            root.resolve("docs"),
            root.resolve("docs/deep/a.yml"))) {
      assertThat(Workspace.of(List.of(named)).root()).as(named.toString()).isEqualTo(root);
    }
    assertThat(Workspace.of(List.of(workflow, root.resolve("docs/deep/a.yml"))).root())
        .isEqualTo(root);
  }

  @Test
  void paths_are_named_from_the_root() {
    Workspace workspace = Workspace.of(List.of(root));
    assertThat(workspace.name(workflow)).isEqualTo(".github/workflows/ci.yml");
    assertThat(workspace.name(root.resolve("docs/../docs/deep/a.yml")))
        .isEqualTo("docs/deep/a.yml");
  }

  @Test
  void a_path_outside_keeps_the_name_it_was_given() {
    Path outside = temporary.resolve("elsewhere.yml");
    assertThat(Workspace.of(List.of(root)).name(outside)).isEqualTo(outside.toString());
  }

  @Test
  void nothing_named_is_the_working_folder() {
    assertThat(Workspace.of(List.of()).root()).isEqualTo(Path.of("").toAbsolutePath());
  }

  @Test
  void only_files_below_the_root_are_read() throws IOException {
    Files.writeString(temporary.resolve("secret"), "z");
    Workspace workspace = Workspace.of(List.of(root));
    assertThat(workspace.read("docs/deep/a.yml")).isNotNull();
    assertThat(workspace.read("docs/../docs/deep/a.yml")).isNotNull();
    assertThat(workspace.read("../secret")).isNull();
    assertThat(workspace.read("docs")).isNull();
    assertThat(workspace.read("absent")).isNull();
    assertThat(workspace.read("a\0b")).isNull();
  }
}
