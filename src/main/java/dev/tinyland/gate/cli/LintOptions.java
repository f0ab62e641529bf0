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
 * @param defaultBranch null to find out
 */
record LintOptions(
    List<String> paths,
    Profile profile,
    List<Format> formats,
    List<Output> outputs,
    Level failOn,
    @Nullable String defaultBranch,
    boolean allFiles,
    boolean witness) {
  LintOptions {
    paths = List.copyOf(paths);
    formats = List.copyOf(formats);
    outputs = List.copyOf(outputs);
  }

  /** One {@code FORMAT=FILE}. */
  record Output(Format format, Path file) {}
}
