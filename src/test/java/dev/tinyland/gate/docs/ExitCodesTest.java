package dev.tinyland.gate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.cli.ExitCode;
import dev.tinyland.gate.testing.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each code on the page is what a command really ends with. */
class ExitCodesTest {
  private static final String CLEAN =
      """
      on: push
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - run: nix build
      """;

  @TempDir Path empty;

  @Test
  void every_code_of_the_page_can_be_had_and_means_what_it_says() {
    Map<Integer, CommandRun> runs = new TreeMap<>();
    runs.put(0, lint(text(CLEAN), "-"));
    runs.put(1, lint(text(CLEAN.replace("nix build", "attic push main x")), "-"));
    runs.put(2, lint(text(CLEAN), "-", "--profile", "other"));
    runs.put(3, lint(text(CLEAN), empty.toString()));
    runs.put(70, lint(broken(), "-"));
    runs.forEach((code, run) -> assertThat(run.code()).as(run.err()).isEqualTo(code));
    assertThat(pageRows()).containsOnlyKeys(runs.keySet());
  }

  @Test
  void the_page_lists_the_enum() {
    Map<Integer, String> names = new TreeMap<>();
    for (ExitCode code : ExitCode.values()) {
      names.put(code.code(), code.name());
    }
    assertThat(names).hasSameSizeAs(ExitCode.values());
    assertThat(pageRows()).isEqualTo(names);
  }

  @Test
  void a_bug_is_never_mistaken_for_a_finding() {
    CommandRun run = lint(broken(), "-");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("this is a bug in gate").contains("no such luck");
  }

  /** Name by number, from the table of the page. */
  private static Map<Integer, String> pageRows() {
    Map<Integer, String> rows = new TreeMap<>();
    for (String line : Pages.read(Pages.REFERENCE.resolve("exit-codes.md")).lines().toList()) {
      String[] cells = line.split(" \\| ", -1);
      if (cells.length == 3 && cells[0].matches("\\| \\d+")) {
        rows.put(Integer.parseInt(cells[0].substring(2)), cells[1]);
      }
    }
    return rows;
  }

  private static CommandRun lint(InputStream in, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "lint";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.reading(in, all);
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** Stands in for a mistake of ours deep inside a command. */
  private static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() {
        throw new IllegalStateException("no such luck");
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return read();
      }
    };
  }
}
