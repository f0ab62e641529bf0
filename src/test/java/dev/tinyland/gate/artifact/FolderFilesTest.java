package dev.tinyland.gate.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
  @TempDir Path temp;
  private Path folder;
  private final Trial trial = new Trial("http://127.0.0.1:1");

  @BeforeEach
  void create() throws IOException {
    folder = Files.createDirectory(temp.resolve("folder"));
  }

  @Test
  void files_are_sorted_by_path_and_empty_folders_are_no_files() throws IOException {
    for (String name : List.of("b/x", "b.txt", "a", "B", "b/.h/y", "ä")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "12345");
    }
    Files.createDirectory(folder.resolve("empty"));
    assertThat(paths()).containsExactly("B", "a", "b.txt", "b/.h/y", "b/x", "ä");
    assertThat(FolderFiles.of(folder, trial.runnerLog()).bytes()).isEqualTo(30);
    assertThat(trial.log()).isEmpty();
  }

  @Test
  void links_within_the_folder_are_files_and_others_are_left_out() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "secret");
    Path inside = Files.writeString(folder.resolve("inside"), "inside");
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("copy"), Path.of("inside"));
    Files.createSymbolicLink(folder.resolve("away"), secret);
    Files.createSymbolicLink(folder.resolve("broken"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("relative"), Path.of("../secret"));
    Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
    FolderFiles files = FolderFiles.of(folder, trial.runnerLog());
    assertThat(files.entries())
        .containsExactly(
            new FolderFiles.Entry("copy", inside.toRealPath()),
            new FolderFiles.Entry("inside", inside.toRealPath()));
    assertThat(trial.log()).startsWith("::warning title=gate::Left out").contains(": 5, the first");
  }

  @Test
  void the_folder_itself_may_be_a_link() throws IOException {
    Files.writeString(folder.resolve("a"), "");
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    folder = link;
    assertThat(paths()).containsExactly("a");
  }

  private List<String> paths() throws IOException {
    return FolderFiles.of(folder, trial.runnerLog()).entries().stream()
        .map(FolderFiles.Entry::path)
        .toList();
  }
}
