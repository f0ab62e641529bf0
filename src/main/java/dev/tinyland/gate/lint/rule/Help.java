package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.SwitchUse;

/** What to do about a write. */
final class Help {
  private Help() {}

  /**
   * How to keep a write to where the profile permits it.
   *
   * @param branch short name of the default branch
   */
  static String keepFrom(Writes.Hit hit, Profile profile, String branch) {
    if (hit.judged().isDefinition()) {
      return "let an input switch the write on, with `default: \"false\"`, and write only where it is"
          + " `== 'true'`";
    }
    String onBranch = "github.event_name == 'push' && github.ref == 'refs/heads/" + branch + "'";
    if (!hit.judged().site().switches().isEmpty()) {
      SwitchUse use = hit.judged().site().switches().getFirst();
      return profile == Profile.QUARANTINE
          ? "set `" + use.input() + ": \"false\"` on this step"
          : "set `"
              + use.input()
              + "` so that it is 'false' everywhere but on the default branch, for example `${{ "
              + onBranch
              + " && secrets.ATTIC_TOKEN != '' && 'true' || 'false' }}`";
    }
    if (profile == Profile.QUARANTINE) {
      return "remove the write: under quarantine only the manual publication probe may write";
    }
    return "let it run on the default branch only, for example with `if: " + onBranch + "`";
  }
}
