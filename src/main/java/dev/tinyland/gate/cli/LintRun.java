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
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the options name and lints it. */
final class LintRun {
  private static final String STANDARD_INPUT = "-";

  /** No repository has more workflows than this; a folder of repositories has. */
  private static final int PARSED_WITHOUT_ASKING = 256;

  private final Workspace workspace;
  private final Linter linter;
  private final List<Checkout.Read> read;
  private final Linter.Beside beside;
  private final List<Problem> problems;

  /** Reads everything. */
  LintRun(LintOptions options, Terminal terminal) throws IOException {
    List<Path> named = new ArrayList<>();
    boolean standardInput = false;
    for (String path : options.paths().isEmpty() ? List.of(".") : options.paths()) {
      if (path.equals(STANDARD_INPUT)) {
        standardInput = true;
      } else {
        named.add(Path.of(path));
      }
    }
    workspace = Workspace.of(named);
    KnowledgeBase knowledge = KnowledgeBaseReader.builtIn();
    Discovery.Sources sources = Discovery.all(named);
    Reading reading = reading(options, terminal, workspace, sources.files(), knowledge);
    read = new ArrayList<>(reading.read());
    if (standardInput) {
      read.add(Checkout.parse("<stdin>", terminal.in().readAllBytes()));
    }
    String root = named.size() == 1 ? named.getFirst().toString() : ".";
    Policy policy = Policy.ofSeeds(options.profile());
    Texts texts = Texts.of(workspace, sources, policy.docs(), Linter.beside(knowledge, policy));
    problems = new ArrayList<>(reading.problems());
    problems.addAll(texts.problems());
    Linter.Settings settings =
        new Linter.Settings(
            Version.text(),
            root,
            policy,
            defaultBranch(options, terminal, workspace, read),
            options.allFiles());
    boolean fixes = options.fix() != null || options.wants(Format.JSON, Format.SARIF);
    linter = new Linter(knowledge, settings, fixes, wantsWays(options, terminal));
    beside = new Linter.Beside(texts.pages(), texts.others());
  }

  static Report report(LintOptions options, Terminal terminal) throws IOException {
    return new LintRun(options, terminal).report();
  }

  Report report() {
    return linter.lint(new Checkout(workspace), read, beside, problems);
  }

  /** The same with other texts for some of the files. */
  Report reportWith(Map<String, String> texts) {
    Map<String, byte[]> bytes = new HashMap<>();
    texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    List<Checkout.Read> changed = new ArrayList<>();
    for (Checkout.Read each : read) {
      byte[] other = bytes.get(each.file().path());
      changed.add(other == null ? each : Checkout.parse(each.file().path(), other));
    }
    Checkout checkout =
        new Checkout(path -> {
          byte[] other = bytes.get(path);
          return other == null ? workspace.read(path) : other;
        });
    return linter.lint(checkout, changed, beside, problems);
  }

  Workspace workspace() {
    return workspace;
  }

  /** Graphs are for Markdown, also for that of a step summary, and for `gate reach` in data. */
  private static boolean wantsWays(LintOptions options, Terminal terminal) {
    boolean reach = options.matrix() && !options.formats().contains(Format.TEXT);
    return reach
        || options.wants(Format.MARKDOWN, Format.MERMAID)
        || !terminal.environment().getOrDefault("GITHUB_STEP_SUMMARY", "").isEmpty();
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
