package dev.tinyland.gate.runtime.evidence;

import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which programs of administration the image of the workload has: none of them is ever run.
 *
 * @param pod its name; null where there is none
 * @param unavailable why not everything could be asked, in words; null where it could
 * @param subcommands that {@code rustfs --help} lists; null where it could not be asked
 * @param observedAt RFC 3339, UTC
 */
public record ProgramsEvidence(
    @Nullable String pod,
    @Nullable String unavailable,
    @Nullable List<String> subcommands,
    List<Program> programs,
    String observedAt) {
  public ProgramsEvidence {
    subcommands = subcommands == null ? null : List.copyOf(subcommands);
    programs = List.copyOf(programs);
  }

  /**
   * One program, for example {@code rc} or {@code rustfs-admin}.
   *
   * @param presence in one of the usual folders of programs
   */
  public record Program(String name, Presence presence) {}
}
