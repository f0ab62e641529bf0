package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.report.Level;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lint and reach are told.
 *
 * @param formats for standard output, in order
 * @param outputs formats written to files
 * @param profile null for what is configured
 * @param defaultBranch null for what is configured or found out
 * @param config null for the one that the repository has
 * @param baseline null for none
 * @param showSuppressed whether reports show what is suppressed
 * @param fix null to leave the files alone
 * @param matrix whether the matrix is asked for, not the findings
 * @param surface the only one to show; null for all
 */
record LintOptions(
    List<String> paths,
    @Nullable Profile profile,
    List<Format> formats,
    List<Output> outputs,
    Level failOn,
    @Nullable String defaultBranch,
    boolean allFiles,
    boolean witness,
    @Nullable Path config,
    @Nullable Baselining baseline,
    boolean showSuppressed,
    @Nullable FixMode fix,
    boolean matrix,
    @Nullable String surface) {
  LintOptions {
    paths = List.copyOf(paths);
    formats = List.copyOf(formats);
    outputs = List.copyOf(outputs);
  }

  /** Whether a report in one of the formats is wanted, wherever to. */
  boolean wants(Format one, Format other) {
    boolean wanted = formats.contains(one) || formats.contains(other);
    for (Output output : outputs) {
      wanted |= output.format() == one || output.format() == other;
    }
    return wanted;
  }

  /**
   * What to do with a baseline.
   *
   * @param update whether it may be written
   */
  record Baselining(Path file, boolean update) {}

  /** One {@code FORMAT=FILE}. */
  record Output(Format format, Path file) {}
}
