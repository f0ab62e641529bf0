package dev.tinyland.gate.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
  private static final String PUSH = "```sh\nattic push main x\n```\n";

  @TempDir private Path root = Path.of(".");

  @Test
  void what_names_nothing_is_left_out_unless_it_is_named_itself() throws IOException {
    Path quiet = write("quiet.md", "# Attic\n\nProse on attic push.\n");
    write("push.md", PUSH);
    write("host.md", "The host attic.tinyland.dev.\n");
    write("a.sh", "attic push main x\n");
    write("b.sh", "export A=https://attic.tinyland.dev\n");
    Texts texts = read(List.of("**/*.md"), root);
    assertThat(texts.pages()).extracting(SourceFile::path).containsExactly("host.md", "push.md");
    assertThat(texts.others()).extracting(SourceFile::path).containsExactly("b.sh");
    assertThat(read(List.of("**/*.md"), quiet).pages()).hasSize(1);
  }

  @Test
  void the_policy_says_which_pages_are_meant() throws IOException {
    write("README.md", PUSH);
    write("docs/a.md", PUSH);
    write("docs/old/b.md", PUSH);
    List<String> paths = List.of("docs/**", "!docs/old/**", "**/*.markdown");
    assertThat(read(paths, root).pages()).extracting(SourceFile::path).containsExactly("docs/a.md");
  }

  @Test
  void a_page_that_is_not_there_is_a_problem() {
    Texts texts = read(List.of("**/*.md"), root.resolve("none.md"));
    assertThat(texts.problems())
        .singleElement()
        .extracting(p -> p.message())
        .isEqualTo("there is no such file");
  }

  private Texts read(List<String> paths, Path named) {
    Linter.Looks looks =
        Linter.beside(KnowledgeBaseReader.builtIn(), Policy.ofSeeds(Profile.QUARANTINE));
    return Texts.of(
        Workspace.of(List.of(root)),
        Discovery.all(List.of(named)),
        new Policy.Docs(paths, List.of()),
        looks);
  }

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
