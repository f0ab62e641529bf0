package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.StateKey;
import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.check.Canary;
import dev.tinyland.gate.runtime.check.Check;
import dev.tinyland.gate.runtime.check.Connections;
import dev.tinyland.gate.runtime.check.StateSettings;
import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.nar.NarOptions;
import dev.tinyland.gate.runtime.verdict.CanaryStep;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code gate rustfs-state-authority-canary}. */
final class CanaryCommand implements Canary.Steps {
  /** Seed 002: the cache that runners in the cluster talk to, and the name of the shared one. */
  static final String CACHE = "http://attic.nix-cache.svc.cluster.local/main";

  /** Seed 002: {@code rustfs-bucket-index-rca --bucket attic}. */
  private static final String ATTIC = "attic";

  private final StateOptions options;
  private final NarOptions nars;
  private final Connections open;
  private final Terminal terminal;

  private CanaryCommand(
      StateOptions options, NarOptions nars, Connections open, Terminal terminal) {
    this.options = options;
    this.nars = nars;
    this.open = open;
    this.terminal = terminal;
  }

  /**
   * Runs all steps.
   *
   * @param root where the configuration is looked for
   * @param evidence the folder that keeps what was seen; null to keep nothing
   */
  static VerdictReport report(
      Arguments parsed, Terminal terminal, Path root, @Nullable Path evidence) throws IOException {
    refuseHosted(terminal);
    StateOptions options = StateOptions.read(parsed, terminal, root, true);
    NarOptions nars = nars(parsed, terminal, options);
    BundleWriter bundle =
        evidence == null
            ? null
            : BundleWriter.begin(
                evidence,
                Canary.COMMAND,
                CheckRun.arguments(parsed),
                options.configuration(),
                Clock.systemUTC());
    VerdictReport report;
    try (Connections open =
        Connections.open(options.settings(), options.s3(), terminal.environment())) {
      CanaryCommand canary = new CanaryCommand(options, nars, open, terminal);
      report = Canary.run(canary, new Recorder(bundle, new ObservedLines(terminal)));
    }
    if (bundle != null) {
      CheckRun.keep(report, bundle.folder());
    }
    return report;
  }

  /**
   * Seed 002: generic lanes and hosted runners are not valid substitutes. A runner does not say its
   * labels, only whether GitHub hosts it.
   */
  private static void refuseHosted(Terminal terminal) {
    if ("github-hosted".equals(terminal.environment().get("RUNNER_ENVIRONMENT"))) {
      throw new UsageException(
          "the canary runs on the operator lane; a hosted runner is no valid substitute for it");
    }
  }

  private static NarOptions nars(Arguments parsed, Terminal terminal, StateOptions options) {
    String cache = parsed.text("--cache");
    return NarCommand.options(
        parsed,
        terminal,
        cache == null ? StateValues.text(StateKey.CACHE, options.said()) : cache,
        given(parsed.texts("--store-hash"), options.said().list(StateKey.STORE_HASHES)),
        given(parsed.texts("--public-key"), options.said().list(StateKey.PUBLIC_KEYS)));
  }

  private static List<String> given(List<String> onLine, @Nullable List<String> configured) {
    return onLine.isEmpty() && configured != null ? configured : onLine;
  }

  @Override
  public void failed(CanaryStep step, IOException reason) {
    String what = "gate: step " + step.number() + " did not come to its end: ";
    terminal.err().println(what + Visible.line(Complaint.of(reason)));
  }

  @Override
  public VerdictReport run(CanaryStep step, @Nullable Path folder) throws IOException {
    terminal.err().println("gate: step " + step.number() + ": " + step.command());
    List<String> words = List.of(step.command().split(" "));
    List<String> arguments = words.subList(1, words.size());
    Check check =
        switch (step) {
          case READINESS -> Check.READINESS;
          case ATTIC_BUCKET, SCRATCH -> Check.RCA;
          case INVENTORY -> Check.INVENTORY;
          case ATTIC_NAR -> null;
        };
    return check == null
        ? NarCommand.report(nars, arguments, terminal, folder)
        : StateCommand.run(check, question(step), options, arguments, open, terminal, folder);
  }

  private Question question(CanaryStep step) {
    StateSettings settings = options.settings();
    boolean scratch = step == CanaryStep.SCRATCH;
    return new Question(
        step == CanaryStep.READINESS ? List.copyOf(settings.stacks().keySet()) : List.of(),
        step == CanaryStep.ATTIC_BUCKET ? List.of(ATTIC) : List.of(settings.bucket()),
        settings.cluster().namespace(),
        settings.cluster().deployment(),
        settings.storageNode(),
        step == CanaryStep.READINESS,
        scratch,
        true,
        scratch,
        false);
  }
}
