package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.Nearest;
import dev.tinyland.gate.runtime.check.Check;
import dev.tinyland.gate.runtime.check.Connections;
import dev.tinyland.gate.runtime.check.StateSettings;
import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.s3.S3Collector;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of the state path. */
final class StateCommand {
  private StateCommand() {}

  /**
   * Looks and judges.
   *
   * @param root where the configuration is looked for
   * @param evidence the folder that keeps what was seen; null to keep nothing
   */
  static VerdictReport report(
      Arguments parsed, Terminal terminal, Path root, @Nullable Path evidence) throws IOException {
    Check check = Check.named(parsed.command());
    if (check == null) {
      throw new IllegalStateException("no such command: " + parsed.command());
    }
    StateOptions options = StateOptions.read(parsed, terminal, root, check.asksS3());
    Question question = question(check, parsed, options.settings());
    try (Connections open =
        Connections.open(options.settings(), options.s3(), terminal.environment())) {
      return run(check, question, options, CheckRun.arguments(parsed), open, terminal, evidence);
    }
  }

  /** Runs one check over connections that are open. */
  static VerdictReport run(
      Check check,
      Question question,
      StateOptions options,
      List<String> arguments,
      Connections open,
      Terminal terminal,
      @Nullable Path evidence)
      throws IOException {
    BundleWriter bundle =
        evidence == null
            ? null
            : BundleWriter.begin(
                evidence, check.command(), arguments, options.configuration(), Clock.systemUTC());
    Recorder recorder = new Recorder(bundle, new ObservedLines(terminal));
    VerdictReport report = check.run(question, options.settings(), options.last(), open, recorder);
    if (bundle != null) {
      CheckRun.keep(report, bundle.folder());
    }
    return report;
  }

  private static Question question(Check check, Arguments parsed, StateSettings settings) {
    List<String> named = parsed.texts("--bucket");
    for (String bucket : named) {
      if (!S3Collector.isName(bucket)) {
        throw new UsageException("--bucket takes the name of a bucket, not " + bucket);
      }
    }
    boolean analysis = check == Check.RCA;
    List<String> buckets = analysis ? settings.buckets() : List.of(settings.bucket());
    if (parsed.has("--strict-scratch-disk-markers") && !parsed.has("--scratch-probe")) {
      throw new UsageException("--strict-scratch-disk-markers is about --scratch-probe: give both");
    }
    return new Question(
        check == Check.DEEP_CHECK ? stack(parsed, settings) : stacks(check, settings),
        named.isEmpty() ? buckets : named,
        settings.cluster().namespace(),
        settings.cluster().deployment(),
        settings.storageNode(),
        parsed.has("--expect-interim"),
        parsed.has(analysis ? "--strict-scratch-disk-markers" : "--strict-disk-markers"),
        !parsed.has("--skip-state-body"),
        parsed.has("--scratch-probe"),
        parsed.has("--fail-without-candidate"));
  }

  private static List<String> stacks(Check check, StateSettings settings) {
    return check == Check.READINESS ? List.copyOf(settings.stacks().keySet()) : List.of();
  }

  private static List<String> stack(Arguments parsed, StateSettings settings) {
    String stack = parsed.positional();
    List<String> known = List.copyOf(settings.stacks().keySet());
    if (stack == null) {
      throw new UsageException(parsed.command() + " takes a stack: " + String.join(", ", known));
    }
    if (!known.contains(stack)) {
      throw new UsageException(
          "there is no stack "
              + stack
              + Nearest.hint(stack, known)
              + "; known: "
              + String.join(", ", known));
    }
    return List.of(stack);
  }
}
