package dev.tinyland.gate.cli;

import dev.tinyland.gate.baseline.Baseline;
import dev.tinyland.gate.baseline.BaselineReader;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code --baseline} and {@code --update-baseline} do with a report. */
final class BaselineRun {
  private final LintOptions.Baselining asked;

  /** Null where the file is to be made. */
  private final @Nullable Baseline before;

  private BaselineRun(LintOptions.Baselining asked, @Nullable Baseline before) {
    this.asked = asked;
    this.before = before;
  }

  /**
   * Reads the file before anything is looked at.
   *
   * @throws UsageException where it is no baseline
   */
  static BaselineRun open(LintOptions.Baselining asked) throws IOException {
    if (asked.update() && !Files.exists(asked.file())) {
      return new BaselineRun(asked, null);
    }
    String text = new String(Files.readAllBytes(asked.file()), StandardCharsets.UTF_8);
    try {
      return new BaselineRun(asked, BaselineReader.read(text));
    } catch (JsonSyntaxException e) {
      throw new UsageException(
          asked.file() + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
    }
  }

  /** The report with what is recorded marked; the file is brought up to date if asked for. */
  Report apply(Report report, Workspace workspace, List<Path> named, Terminal terminal)
      throws IOException {
    boolean complete = report.problems().isEmpty() && report.files() > 0;
    Baseline recorded = before;
    if (recorded == null) {
      if (!complete) {
        say(terminal, "not written, because not everything could be looked at");
        return report;
      }
      recorded = Baseline.of(report);
      write(recorded);
      say(terminal, entries(recorded.entries().size()) + " recorded");
    }
    Baseline.Compared compared = recorded.compared(report);
    if (before != null && asked.update()) {
      if (complete) {
        Baseline after =
            recorded.shrunk(compared, path -> isBelow(workspace.root().resolve(path), named));
        int gone = recorded.entries().size() - after.entries().size();
        if (gone > 0) {
          write(after);
        }
        say(
            terminal,
            entries(gone) + " gone, " + count(compared.fresh(), "new finding") + " not added");
      } else {
        say(terminal, "left as it is, because not everything could be looked at");
      }
    }
    for (String rule : compared.fixed()) {
      say(terminal, rule + " cannot be suppressed: its findings count in any case");
    }
    return compared.report();
  }

  private static boolean isBelow(Path path, List<Path> named) {
    for (Path each : named) {
      if (path.normalize().startsWith(each.toAbsolutePath().normalize())) {
        return true;
      }
    }
    return false;
  }

  private void write(Baseline baseline) throws IOException {
    Path parent = asked.file().toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(asked.file(), baseline.text());
  }

  private void say(Terminal terminal, String message) {
    terminal.err().println("gate: baseline " + asked.file() + ": " + message);
  }

  private static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
