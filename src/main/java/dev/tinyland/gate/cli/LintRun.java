package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.Discovery;
import dev.tinyland.gate.files.Reading;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.lint.surface.ConfiguredKnowledge;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what the options name and lints it. */
final class LintRun {
  private static final String STANDARD_INPUT = "-";

  /** No repository has more workflows than this; a folder of repositories has. */
  private static final int PARSED_WITHOUT_ASKING = 256;

  private static final long MILLISECONDS_OF_A_DAY = 86_400_000L;

  private LintRun() {}

  /** The files and folders that are named; standard input is none. */
  static List<Path> named(LintOptions options) {
    List<Path> named = new ArrayList<>();
    for (String path : options.paths().isEmpty() ? List.of(".") : options.paths()) {
      if (!path.equals(STANDARD_INPUT)) {
        named.add(Path.of(path));
      }
    }
    return named;
  }

  static Report report(LintOptions options, Terminal terminal) throws IOException {
    List<Path> named = named(options);
    boolean standardInput = options.paths().contains(STANDARD_INPUT);
    Workspace workspace = Workspace.of(named);
    KnowledgeBase builtIn = KnowledgeBaseReader.builtIn();
    Configured configured = Configured.of(workspace, options.profile(), options.config(), builtIn);
    if (!configured.problems().isEmpty()) {
      return misconfigured(configured);
    }
    Policy policy = configured.policy();
    KnowledgeBase knowledge = ConfiguredKnowledge.of(builtIn, policy);
    Reading reading = reading(options, terminal, workspace, named, knowledge);
    List<Checkout.Read> read = new ArrayList<>(reading.read());
    if (standardInput) {
      read.add(Checkout.parse("<stdin>", terminal.in().readAllBytes()));
    }
    String root = named.size() == 1 ? named.getFirst().toString() : ".";
    Linter.Settings settings =
        new Linter.Settings(
            Version.text(),
            root,
            policy,
            branch(options, policy, terminal, workspace, read),
            options.allFiles(),
            today());
    return new Linter(knowledge, settings).lint(new Checkout(workspace), read, reading.problems());
  }

  /** All files, parsed; of very many only those that can matter, which is said. */
  private static Reading reading(
      LintOptions options,
      Terminal terminal,
      Workspace workspace,
      List<Path> named,
      KnowledgeBase knowledge) {
    List<Discovery.Candidate> files = Discovery.find(named);
    if (options.allFiles() || files.size() <= PARSED_WITHOUT_ASKING) {
      return Reading.of(workspace, files);
    }
    Reading reading =
        Reading.of(workspace, files, Linter.canMatter(knowledge, new Checkout(workspace)));
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

  private static String branch(
      LintOptions options,
      Policy policy,
      Terminal terminal,
      Workspace workspace,
      List<Checkout.Read> read)
      throws IOException {
    String said =
        options.defaultBranch() == null ? policy.defaultBranch() : options.defaultBranch();
    return said == null ? BranchFound.in(terminal, workspace, read).name() : said;
  }

  /** Of the world, so that a suppression ends everywhere at once. */
  private static LocalDate today() {
    return LocalDate.ofEpochDay(System.currentTimeMillis() / MILLISECONDS_OF_A_DAY);
  }

  /** What is wrong with the configuration, and nothing else: nobody knows what to judge by. */
  private static Report misconfigured(Configured configured) {
    PolicyReader.Read read = Objects.requireNonNull(configured.read());
    return new Report(
        Version.text(),
        ".",
        configured.policy().profile().word(),
        0,
        List.of(),
        List.of(),
        read.problems(),
        Rules.infos(),
        Map.of(read.file().path(), read.file()));
  }
}
