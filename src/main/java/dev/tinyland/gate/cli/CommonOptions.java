package dev.tinyland.gate.cli;

import dev.tinyland.gate.cli.Command.Option;

/** Options that commands of every kind take. */
final class CommonOptions {
  private CommonOptions() {}

  static Option configFile() {
    return Option.text(
        "--config",
        "FILE",
        "The configuration. Default: .github/gate.yml of the checkout, if any.");
  }
}
