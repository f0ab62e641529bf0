package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderer;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.util.List;

/** Puts a report on standard output and into files. */
final class Printing {
  private Printing() {}

  static void print(Report report, LintOptions options, Terminal terminal) throws IOException {
    boolean patch = options.fix() != null && options.fix() == FixMode.DRY_RUN;
    RenderOptions plain = plain(options);
    RenderOptions shown = plain.withColor(terminal.color());
    // Standard output is the patch's alone then, so that it can be piped on.
    for (Format format : patch ? List.<Format>of() : options.formats()) {
      terminal.out().print(Renderers.of(format).render(report, shown));
    }
    for (LintOptions.Output output : options.outputs()) {
      ReportFile.write(output.file(), Renderers.of(output.format()).render(report, plain));
    }
    terminal.out().flush();
  }

  static void printReach(Renderer renderer, Report report, LintOptions options, Terminal terminal) {
    RenderOptions shown =
        RenderOptions.DEFAULTS.withWitness(options.witness()).withColor(terminal.color());
    terminal.out().print(renderer.render(report, shown));
    terminal.out().flush();
  }

  /** Without colour. */
  static RenderOptions plain(LintOptions options) {
    return RenderOptions.DEFAULTS
        .withWitness(options.witness())
        .withIncludeSuppressed(options.showSuppressed());
  }
}
