package dev.tinyland.gate.cli;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.report.VerdictMarkdown;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a command that collects evidence, on a terminal or as the action. */
final class CheckRun {
  private CheckRun() {}

  static ExitCode run(Arguments parsed, Terminal terminal) throws IOException {
    VerdictFormat format = VerdictFormat.of(parsed.text("--format"));
    Path evidence = OptionReader.file(parsed, "--evidence");
    VerdictReport report = report(parsed, terminal, Path.of("."), evidence);
    terminal.out().print(format.render(report));
    terminal.out().flush();
    return ExitCode.valueOf(report.exitCode());
  }

  /**
   * Looks and judges.
   *
   * @param root where the configuration is looked for
   * @param evidence the folder that keeps what was seen; null to keep nothing
   */
  static VerdictReport report(
      Arguments parsed, Terminal terminal, Path root, @Nullable Path evidence) throws IOException {
    return switch (parsed.command()) {
      case "attic-nar-integrity-check" -> NarCommand.report(parsed, terminal, evidence);
      case "rustfs-state-authority-canary" ->
          CanaryCommand.report(parsed, terminal, root, evidence);
      default -> StateCommand.report(parsed, terminal, root, evidence);
    };
  }

  /** Beside the evidence, what follows from it, for people and for scripts. */
  static void keep(VerdictReport report, Path folder) throws IOException {
    Files.writeString(folder.resolve("verdict.json"), Records.text(report));
    Files.writeString(folder.resolve("summary.md"), VerdictMarkdown.of(report));
  }

  /** The arguments as a manifest keeps them; there is no secret among them. */
  static List<String> arguments(Arguments parsed) {
    List<String> shown = new ArrayList<>(parsed.positionals());
    Command command = Commands.named(parsed.command());
    for (Command.Option option : command == null ? List.<Command.Option>of() : command.options()) {
      for (String value : parsed.texts(option.name())) {
        shown.add(option.name() + "=" + value);
      }
      if (option.label() == null && parsed.has(option.name())) {
        shown.add(option.name());
      }
    }
    return shown;
  }
}
