package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Invocation;

/** {@code nix run .#app}: a program that the repository's own flake defines, and nothing reads. */
final class OwnFlake {
  static final String DOUBT =
      "it runs a program of this repository's flake, which is not read here, beside a credential";

  private OwnFlake() {}

  static boolean runs(Invocation invocation) {
    Invocation.NixTarget nix = invocation.nix();
    if (nix == null || !nix.command().equals("run")) {
      return false;
    }
    String target = nix.installable() == null ? "." : nix.installable().display();
    return target.equals(".") || target.startsWith(".#") || target.startsWith("./");
  }
}
