package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.DefaultBranch;
import dev.tinyland.gate.files.Discovery;
import dev.tinyland.gate.files.Reading;
import dev.tinyland.gate.files.Texts;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.reach.DefaultBranchGuess;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the options name and lints it. */
final class LintRun {
  private static final String STANDARD_INPUT = "-";

  /** No repository has more workflows than this; a folder of repositories has. */
  private static final int PARSED_WITHOUT_ASKING = 256;

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
    KnowledgeBase knowledge = KnowledgeBaseReader.builtIn();
    Discovery.Sources sources = Discovery.all(named);
    Reading reading = reading(options, terminal, workspace, sources.files(), knowledge);
    List<Checkout.Read> read = new ArrayList<>(reading.read());
    if (standardInput) {
      read.add(Checkout.parse("<stdin>", terminal.in().readAllBytes()));
    }
    String root = named.size() == 1 ? named.getFirst().toString() : ".";
    Policy policy = Policy.ofSeeds(options.profile());
    Texts texts = Texts.of(workspace, sources, policy.docs(), Linter.beside(knowledge, policy));
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(texts.problems());
    Linter.Settings settings =
        new Linter.Settings(
            Version.text(),
            root,
            policy,
            defaultBranch(options, terminal, workspace, read),
            options.allFiles());
    Linter.Beside beside = new Linter.Beside(texts.pages(), texts.others());
    return new Linter(knowledge, settings).lint(new Checkout(workspace), read, beside, problems);
  }

  /** All files, parsed; of very many only those that can matter, which is said. */
  private static Reading reading(
      LintOptions options,
      Terminal terminal,
      Workspace workspace,
      List<Discovery.Candidate> files,
      KnowledgeBase knowledge) {
    if (options.allFiles() || files.size() <= PARSED_WITHOUT_ASKING) {
      return Reading.of(workspace, files);
    }
    Reading reading = Reading.of(workspace, files, Linter.canMatter(knowledge));
    int unparsed = 0;
    for (Checkout.Read each : reading.read()) {
      unparsed += each.parsed() ? 0 : 1;
    }
    if (unparsed > 0) {
      terminal
          .err()
          .println(
              "gate: "
                  + unparsed
                  + " of "
                  + reading.read().size()
                  + " files name nothing that writes and call nothing here; they were not parsed."
                  + " --all-files parses them.");
    }
    return reading;
  }

  /**
   * What the user says, else the event, else the clone, else what the workflows themselves name.
   */
  private static String defaultBranch(
      LintOptions options, Terminal terminal, Workspace workspace, List<Checkout.Read> read)
      throws IOException {
    if (options.defaultBranch() != null) {
      return options.defaultBranch();
    }
    String event = terminal.environment().get("GITHUB_EVENT_PATH");
    String ofEvent = event == null ? null : DefaultBranch.ofEvent(Path.of(event));
    if (ofEvent != null) {
      return ofEvent;
    }
    String ofClone = DefaultBranch.ofClone(workspace.root());
    if (ofClone != null) {
      return ofClone;
    }
    List<Workflow> workflows = new ArrayList<>();
    for (Checkout.Read each : read) {
      if (each.workflow() != null) {
        workflows.add(each.workflow());
      }
    }
    return DefaultBranchGuess.of(workflows);
  }
}
