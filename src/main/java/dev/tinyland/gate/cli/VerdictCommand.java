package dev.tinyland.gate.cli;

import dev.tinyland.gate.runtime.check.Judge;
import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Path;

/** {@code gate verdict}: the same evidence gives the same verdict, whenever it is asked. */
final class VerdictCommand {
  private VerdictCommand() {}

  static ExitCode run(Arguments parsed, Terminal terminal) throws IOException {
    VerdictFormat format = VerdictFormat.of(parsed.text("--format"));
    String bundle = parsed.positional();
    if (bundle == null || parsed.positionals().size() > 1) {
      throw new UsageException("verdict takes one bundle, the folder with manifest.json");
    }
    VerdictReport report = Judge.of(BundleReader.open(Path.of(bundle)));
    terminal.out().print(format.render(report));
    terminal.out().flush();
    return ExitCode.valueOf(report.exitCode());
  }
}
