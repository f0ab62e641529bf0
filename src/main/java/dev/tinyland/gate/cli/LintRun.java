package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.DefaultBranch;
import dev.tinyland.gate.files.Discovery;
import dev.tinyland.gate.files.Reading;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the options name and lints it. */
final class LintRun {
  private static final String STANDARD_INPUT = "-";

  private LintRun() {}

  static Report report(LintOptions options, Terminal terminal) throws IOException {
    List<Path> named = new ArrayList<>();
    boolean standardInput = false;
    for (String path : options.paths().isEmpty() ? List.of(".") : options.paths()) {
      if (path.equals(STANDARD_INPUT)) {
        standardInput = true;
      } else {
        named.add(Path.of(path));
      }
    }
    Workspace workspace = Workspace.of(named);
    Reading reading = Reading.of(workspace, Discovery.find(named));
    List<Checkout.Read> read = new ArrayList<>(reading.read());
    if (standardInput) {
      read.add(Checkout.parse("<stdin>", terminal.in().readAllBytes()));
    }
    String root = named.size() == 1 ? named.getFirst().toString() : ".";
    Linter.Settings settings =
        new Linter.Settings(
            Version.text(),
            root,
            options.profile(),
            defaultBranch(options, workspace),
            options.allFiles());
    return new Linter(KnowledgeBaseReader.builtIn(), settings)
        .lint(new Checkout(workspace), read, reading.problems());
  }

  private static String defaultBranch(LintOptions options, Workspace workspace) {
    if (options.defaultBranch() != null) {
      return options.defaultBranch();
    }
    String ofClone = DefaultBranch.ofClone(workspace.root());
    return ofClone == null ? "main" : ofClone;
  }
}
