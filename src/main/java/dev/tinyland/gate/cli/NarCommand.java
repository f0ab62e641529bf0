package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.nar.CacheCredentials;
import dev.tinyland.gate.runtime.nar.NarCheck;
import dev.tinyland.gate.runtime.nar.NarOptions;
import dev.tinyland.gate.runtime.nar.NarProgress;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code gate attic-nar-integrity-check}. */
final class NarCommand {
  private NarCommand() {}

  static ExitCode run(Arguments parsed, Terminal terminal) throws IOException {
    VerdictFormat format = VerdictFormat.of(parsed.text("--format"));
    VerdictReport report = report(parsed, terminal, OptionReader.file(parsed, "--evidence"));
    terminal.out().print(format.render(report));
    terminal.out().flush();
    return ExitCode.valueOf(report.exitCode());
  }

  /**
   * Looks and judges.
   *
   * @param evidence the folder that keeps what was seen; null to keep nothing
   */
  static VerdictReport report(Arguments parsed, Terminal terminal, @Nullable Path evidence)
      throws IOException {
    NarOptions options = options(parsed, terminal);
    BundleWriter bundle =
        evidence == null
            ? null
            : BundleWriter.begin(
                evidence, parsed.command(), shown(parsed), null, Clock.systemUTC());
    List<NarEvidence> seen;
    try {
      seen = NarCheck.run(options, bundle, new Progress(terminal), Clock.systemUTC());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; the evidence is what was seen until then", e);
    }
    VerdictReport report = Verdicts.ofNars(seen);
    if (bundle != null) {
      bundle.end();
      Verdicts.keep(report, bundle.folder());
    }
    return report;
  }

  private static NarOptions options(Arguments parsed, Terminal terminal) {
    List<String> complaints = new ArrayList<>();
    String cache = parsed.text("--cache");
    if (parsed.texts("--store-hash").isEmpty()) {
      complaints.add("attic-nar-integrity-check needs --store-hash HASH");
    }
    if (cache == null) {
      complaints.add("attic-nar-integrity-check needs --cache URL");
    }
    CacheCredentials credentials = null;
    String variable = parsed.text("--token-env");
    if (variable != null) {
      String token = terminal.environment().getOrDefault(variable, "");
      try {
        credentials = CacheCredentials.bearer(token);
      } catch (IllegalArgumentException e) {
        complaints.add("--token-env " + variable + ": " + e.getMessage());
      }
    }
    if (cache != null && complaints.isEmpty()) {
      try {
        NarOptions options =
            NarOptions.of(cache, parsed.texts("--store-hash"), parsed.texts("--public-key"))
                .withCredentials(credentials);
        return parsed.has("--closure") ? options.withClosure() : options;
      } catch (IllegalArgumentException e) {
        complaints.add(String.valueOf(e.getMessage()));
      }
    }
    throw new UsageException(complaints);
  }

  /** The arguments as the manifest keeps them; there is no secret among them. */
  private static List<String> shown(Arguments parsed) {
    List<String> shown = new ArrayList<>();
    for (Command.Option option : Commands.NAR.options()) {
      for (String value : parsed.texts(option.name())) {
        shown.add(option.name() + "=" + value);
      }
      if (option.label() == null && parsed.has(option.name())) {
        shown.add(option.name());
      }
    }
    return shown;
  }

  /** A line for each path that is done, for whoever waits. */
  private record Progress(Terminal terminal) implements NarProgress {
    @Override
    public void done(NarEvidence evidence, int done, int known) {
      if (known > 1 || terminal.isTerminal()) {
        terminal
            .err()
            .println("gate: " + done + " of " + known + ": " + Visible.line(evidence.storeHash()));
      }
    }
  }
}
