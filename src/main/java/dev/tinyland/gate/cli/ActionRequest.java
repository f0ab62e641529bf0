package dev.tinyland.gate.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs of the action ask for.
 *
 * @param arguments the command and its options
 * @param workspace where paths begin
 */
record ActionRequest(Arguments arguments, Path workspace, Publication publication) {
  /**
   * Where a report goes beside log, summary and outputs.
   *
   * @param artifact its name without the attempt; null for none
   * @param retentionDays null for what the repository has set
   * @param checkRun its name; null for none
   * @param comment its name; null for none
   */
  record Publication(
      @Nullable String artifact,
      @Nullable Integer retentionDays,
      @Nullable String checkRun,
      @Nullable String comment,
      @Nullable String token) {
    boolean any() {
      return artifact != null || checkRun != null || comment != null;
    }
  }
}
