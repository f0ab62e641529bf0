package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.Discovery;
import dev.tinyland.gate.files.Reading;
import dev.tinyland.gate.files.Texts;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.lint.surface.ConfiguredKnowledge;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what the options name and lints it. */
final class LintRun {
  private static final String STANDARD_INPUT = "-";

  /** No repository has more workflows than this; a folder of repositories has. */
  private static final int PARSED_WITHOUT_ASKING = 256;

  private static final long MILLISECONDS_OF_A_DAY = 86_400_000L;

  private final Workspace workspace;
  private final Input input;

  private sealed interface Input {
    /** What is there to be linted. */
    record Read(
        Linter linter, List<Checkout.Read> files, Linter.Beside beside, List<Problem> problems)
        implements Input {}

    /** Nobody knows what to judge by. */
    record Misconfigured(Report report) implements Input {}
  }

  /** Reads everything. */
  LintRun(LintOptions options, Terminal terminal) throws IOException {
    List<Path> named = named(options);
    workspace = Workspace.of(named);
    KnowledgeBase builtIn = KnowledgeBaseReader.builtIn();
    Configured configured = Configured.of(workspace, options.profile(), options.config(), builtIn);
    input =
        configured.problems().isEmpty()
            ? read(options, terminal, named, configured.policy(), builtIn)
            : new Input.Misconfigured(misconfigured(configured));
  }

  private Input.Read read(
      LintOptions options,
      Terminal terminal,
      List<Path> named,
      Policy policy,
      KnowledgeBase builtIn)
      throws IOException {
    KnowledgeBase knowledge = ConfiguredKnowledge.of(builtIn, policy);
    Discovery.Sources sources = Discovery.all(named);
    Reading reading = reading(options, terminal, workspace, sources.files(), knowledge);
    List<Checkout.Read> files = new ArrayList<>(reading.read());
    if (options.paths().contains(STANDARD_INPUT)) {
      files.add(Checkout.parse("<stdin>", terminal.in().readAllBytes()));
    }
    // What pages show is no surface of the matrix.
    Texts texts =
        options.matrix()
            ? Texts.NONE
            : Texts.of(workspace, sources, policy.docs(), Linter.beside(knowledge, policy));
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(texts.problems());
    Linter.Settings settings =
        new Linter.Settings(
            Version.text(),
            named.size() == 1 ? named.getFirst().toString() : ".",
            policy,
            branch(options, policy, terminal, workspace, files),
            options.allFiles(),
            today());
    boolean fixes = options.fix() != null || options.wants(Format.JSON, Format.SARIF);
    Linter linter = new Linter(knowledge, settings, fixes, wantsWays(options, terminal));
    return new Input.Read(
        linter, files, new Linter.Beside(texts.pages(), texts.others(), texts.gitlab()), problems);
  }

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
    return new LintRun(options, terminal).report();
  }

  Report report() {
    return switch (input) {
      case Input.Read(var linter, var files, var beside, var problems) ->
          linter.lint(new Checkout(workspace), files, beside, problems);
      case Input.Misconfigured(Report report) -> report;
    };
  }

  /** The same with other texts for some of the files. */
  Report reportWith(Map<String, String> texts) {
    if (!(input instanceof Input.Read(var linter, var files, var beside, var problems))) {
      return report();
    }
    Map<String, byte[]> bytes = new HashMap<>();
    texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    List<Checkout.Read> changed = new ArrayList<>();
    for (Checkout.Read each : files) {
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
