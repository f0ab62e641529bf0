package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.SwitchUse;

/** What to do about a write. */
final class Help {
  private Help() {}

  static String keepFrom(Writes.Hit hit, Profile profile, String what) {
    if (hit.judged().isDefinition()) {
      return "add an input that switches the write on, off by default, and compare it with `== 'true'`";
    }
    if (!hit.judged().site().switches().isEmpty()) {
      SwitchUse use = hit.judged().site().switches().getFirst();
      return profile == Profile.QUARANTINE
          ? "set `" + use.input() + ": \"false\"` on this step"
          : "set `"
              + use.input()
              + "` to an expression that is 'false' on "
              + what
              + ", for example `${{ github.event_name == 'push' && github.ref =="
              + " 'refs/heads/main' && secrets.ATTIC_TOKEN != '' && 'true' || 'false' }}`";
    }
    if (profile == Profile.QUARANTINE) {
      return "remove the write: under quarantine only the manual publication probe may write";
    }
    return "keep it from "
        + what
        + ", for example with `if: github.event_name == 'push' && github.ref =="
        + " 'refs/heads/main'`";
  }
}
