package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.nar.CacheCredentials;
import dev.tinyland.gate.runtime.nar.NarCheck;
import dev.tinyland.gate.runtime.nar.NarOptions;
import dev.tinyland.gate.runtime.nar.NarProgress;
import dev.tinyland.gate.runtime.verdict.NarReport;
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

  /**
   * Looks and judges.
   *
   * @param evidence the folder that keeps what was seen; null to keep nothing
   */
  static VerdictReport report(Arguments parsed, Terminal terminal, @Nullable Path evidence)
      throws IOException {
    return report(options(parsed, terminal), CheckRun.arguments(parsed), terminal, evidence);
  }

  /** The same with options that are in order, and the arguments as a manifest keeps them. */
  static VerdictReport report(
      NarOptions options, List<String> shown, Terminal terminal, @Nullable Path evidence)
      throws IOException {
    BundleWriter bundle =
        evidence == null
            ? null
            : BundleWriter.begin(evidence, NarReport.COMMAND, shown, null, Clock.systemUTC());
    List<NarEvidence> seen;
    try {
      seen = NarCheck.run(options, bundle, new Progress(terminal), Clock.systemUTC());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; the evidence is what was seen until then", e);
    }
    VerdictReport report = NarReport.of(seen);
    if (bundle != null) {
      bundle.end();
      CheckRun.keep(report, bundle.folder());
    }
    return report;
  }

  static NarOptions options(Arguments parsed, Terminal terminal) {
    return options(
        parsed,
        terminal,
        parsed.text("--cache"),
        parsed.texts("--store-hash"),
        parsed.texts("--public-key"));
  }

  /**
   * The options of a look at a cache.
   *
   * @throws UsageException with everything that is wrong
   */
  static NarOptions options(
      Arguments parsed,
      Terminal terminal,
      @Nullable String cache,
      List<String> hashes,
      List<String> keys) {
    List<String> complaints = new ArrayList<>();
    if (hashes.isEmpty()) {
      complaints.add(parsed.command() + " needs --store-hash HASH");
    }
    if (cache == null) {
      complaints.add(parsed.command() + " needs --cache URL");
    }
    CacheCredentials credentials = null;
    String variable = parsed.text("--token-env");
    if (variable != null) {
      String token = terminal.environment().getOrDefault(variable, "");
      try {
        credentials = CacheCredentials.bearer(token);
      } catch (IllegalArgumentException e) {
        // The name is not quoted: who takes it for the token has typed a secret there.
        complaints.add("the variable that --token-env names: " + e.getMessage());
      }
    }
    if (cache != null && complaints.isEmpty()) {
      try {
        NarOptions options = NarOptions.of(cache, hashes, keys).withCredentials(credentials);
        return parsed.has("--closure") ? options.withClosure() : options;
      } catch (IllegalArgumentException e) {
        complaints.add(String.valueOf(e.getMessage()));
      }
    }
    throw new UsageException(complaints);
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
