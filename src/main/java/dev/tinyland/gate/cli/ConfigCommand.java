package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.Discovery;
import dev.tinyland.gate.files.Reading;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.policy.Configuration;
import dev.tinyland.gate.lint.policy.Origin;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.policy.Sourced;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code gate config}: the policy that holds, each value with its origin. */
final class ConfigCommand {
  private ConfigCommand() {}

  static ExitCode run(Arguments parsed, Terminal terminal) throws IOException {
    if (parsed.positionals().size() > 1) {
      throw new UsageException("config takes one path");
    }
    String path = parsed.positional();
    List<Path> named = List.of(Path.of(path == null ? "." : path));
    Profile profile = OptionReader.profile(parsed.text("--profile"));
    Format format = format(parsed);
    Workspace workspace = Workspace.of(named);
    Configured configured =
        Configured.of(
            workspace,
            profile,
            OptionReader.file(parsed, "--config"),
            KnowledgeBaseReader.builtIn());
    if (!configured.problems().isEmpty()) {
      for (Problem problem : configured.problems()) {
        terminal.err().println("gate: " + place(problem.span()) + ": " + message(problem));
      }
      return ExitCode.USAGE;
    }
    PolicyReader.Read read = configured.read();
    Configuration configuration =
        withBranch(
            Configured.withProfile(
                read == null ? Configuration.ofSeeds() : read.configuration(), profile),
            terminal,
            workspace,
            named);
    String file = read == null ? null : read.file().path();
    terminal
        .out()
        .print(
            format == Format.JSON
                ? ConfigJson.text(configuration, file)
                : ConfigText.text(configuration, file));
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static Format format(Arguments parsed) {
    String word = parsed.text("--format");
    Format format = word == null ? Format.TEXT : OptionReader.format(word);
    if (format != Format.TEXT && format != Format.JSON) {
      throw new UsageException("config prints text or json");
    }
    return format;
  }

  private static Configuration withBranch(
      Configuration configuration, Terminal terminal, Workspace workspace, List<Path> named)
      throws IOException {
    if (configuration.defaultBranch() != null) {
      return configuration;
    }
    Reading reading = Reading.of(workspace, Discovery.find(named));
    BranchFound found = BranchFound.in(terminal, workspace, reading.read());
    return configuration.withDefaultBranch(
        new Sourced<>(found.name(), new Origin.FoundOut(found.from())));
  }

  /** For standard error: {@code path:line:column}. */
  static String place(Span span) {
    return Visible.line(span.path()) + ":" + span.line() + ":" + span.column();
  }

  static String message(Problem problem) {
    return Visible.line(problem.message());
  }
}
