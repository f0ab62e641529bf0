package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Hop;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.report.Witness;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports made by hand. */
final class Samples {
  static final String CI = ".github/workflows/ci.yml";
  static final String ACTION = ".github/actions/nix-job/action.yml";
  static final String RELEASE = ".github/workflows/release 中.yml";

  static final SourceFile CI_FILE =
      new SourceFile(
          CI,
          """
          name: CI ⚡
          on:
            pull_request:
            push:
              branches: [main]
          jobs:
            build:
              runs-on: tinyland-nix
              steps:
                - uses: actions/checkout@v4
                - name: "Bauen 🚀 und prüfen"
                  uses: ./.github/actions/nix-job
                  with:
                    command: nix build .#hello

                - if: ${{ github.event_name != 'pull_request' }}
                  run: |
          \t\t\tattic push main ./result   # 日本語 \u001B[31m##[error]not a command
          """);

  static final SourceFile ACTION_FILE =
      new SourceFile(
          ACTION,
          """
          name: nix job
          inputs:
            push-cache:
              default: "true"
          runs:
            using: composite
            steps:
              - uses: ryanccn/attic-action@0123456789abcdef0123456789abcdef01234567
                with:
                  endpoint: https://attic.example.org
                  skip-push: ${{ inputs.push-cache == 'false' && github.event_name == 'pull_request' && github.event.pull_request.head.repo.fork }}
          """);

  static final SourceFile RELEASE_FILE =
      new SourceFile(RELEASE, "on: release\njobs: {a: {steps: [{run: attic push x}]}}\n");

  static final List<RuleInfo> RULES =
      List.of(
          rule(
              "attic-write-on-pull-request",
              "A pull request can write to the Attic cache",
              Level.ERROR),
          rule(
              "attic-write-outside-probe",
              "Something other than the probe can write to the Attic cache",
              Level.ERROR),
          rule(
              "push-cache-default-on",
              "An action pushes to the cache unless told not to",
              Level.WARNING),
          rule(
              "always-true-condition",
              "A condition is a text that is never empty, so it always holds",
              Level.NOTE));

  private Samples() {}

  /** A bit of everything: every level, related places, marks, tabs, a long line, a problem. */
  static Report rich() {
    return new Report(
        "0.1.0",
        ".",
        "quarantine",
        12,
        surfaces(),
        findings(),
        List.of(
            new Problem(
                new Span(".github/workflows/broken.yaml", 7, 3, 7, 9),
                "Key `on` is defined twice; GitHub refuses the file.")),
        RULES,
        Map.of(CI, CI_FILE, ACTION, ACTION_FILE, RELEASE, RELEASE_FILE));
  }

  /** Three surfaces, no finding: two can never write, one may and no rule objects. */
  static Report clean() {
    Report rich = rich();
    return new Report(
        "0.1.0", ".", "quarantine", 12, rich.surfaces(), List.of(), List.of(), RULES, Map.of());
  }

  /** A report of findings alone. */
  static Report of(List<Finding> findings, List<Problem> problems, SourceFile... files) {
    Map<String, SourceFile> sources = new java.util.HashMap<>();
    for (SourceFile file : files) {
      sources.put(file.path(), file);
    }
    return new Report("0.1.0", ".", "quarantine", 1, List.of(), findings, problems, RULES, sources);
  }

  static Finding finding(String rule, Level level, Span span, String message) {
    return finding(rule, level, span, message, List.of(), null);
  }

  static Finding finding(
      String rule,
      Level level,
      Span span,
      String message,
      List<String> because,
      @Nullable String help) {
    return new Finding(rule, level, span, message, because, help, null, List.of(), null);
  }

  private static List<Finding> findings() {
    return List.of(
        finding(
                "push-cache-default-on",
                Level.WARNING,
                spanOf(ACTION_FILE, "\"true\""),
                "Input `push-cache` is on by default.",
                List.of(),
                "Set `default: \"false\"`.")
            .withFix(
                new Fix(
                    "write `default: \"false\"`",
                    List.of(
                        new Edit(spanOf(ACTION_FILE, "\"true\""), "\"false\""),
                        new Edit(Span.at(CI, 14, 1), "# ##[\r\n")))),
        new Finding(
            "attic-write-on-pull-request",
            Level.ERROR,
            new Span(CI, 11, 9, 15, 1),
            "Step `Bauen 🚀 und prüfen` writes to the Attic cache on `pull_request`.",
            List.of(
                "`on: pull_request` starts the workflow",
                "`skip-push` is `inputs.push-cache == 'false' && …`, and `push-cache` is `true`"
                    + " because the caller leaves it out, so the switch stays open for every pull"
                    + " request of the same repository"),
            "Pass `push-cache: \"false\"`, or gate the step with"
                + " `if: github.event_name == 'workflow_dispatch'`.",
            "s1",
            List.of(
                new Related(new Span(ACTION, 8, 9, 11, 40), "the write happens here"),
                new Related(spanOf(ACTION_FILE, "\"true\""), "`push-cache` defaults to on")),
            null),
        finding(
            "attic-write-outside-probe",
            Level.ERROR,
            spanOf(CI_FILE, "attic push main ./result"),
            "Command `attic push` writes to the Attic cache on `push`.",
            List.of("the ref is not decided: `${{ github.event_name != 'pull_request' }}` holds"),
            "Remove the step."),
        finding(
            "always-true-condition",
            Level.NOTE,
            spanOf(ACTION_FILE, "github.event.pull_request.head.repo.fork"),
            "This part | of the <switch> does not [decide](1) anything."),
        finding(
            "attic-write-outside-probe",
            Level.ERROR,
            spanOf(RELEASE_FILE, "attic push x"),
            "Command `attic push` writes to the Attic cache on `release`."),
        new Finding(
            "attic-write-outside-probe",
            Level.ERROR,
            new Span(CI, 12, 9, 12, 40),
            "Step writes.",
            List.of(),
            null,
            "s1",
            List.of(),
            "migration until 2026-12-31, see the plan"));
  }

  private static List<Surface> surfaces() {
    Witness witness =
        new Witness(
            List.of(
                new Witness.Condition(
                    spanOf(CI_FILE, "${{ github.event_name != 'pull_request' }}"),
                    "github.event_name != 'pull_request'",
                    Map.of("github", Map.of("event_name", "push")),
                    "success")));
    return List.of(
        new Surface(
            "s1",
            "attic-write",
            new Span(CI, 11, 9, 15, 1),
            "ryanccn/attic-action@0123456789abcdef0123456789abcdef01234567",
            Surface.State.ON,
            List.of(new Related(new Span(ACTION, 8, 9, 11, 40), "uses the action")),
            List.of(
                new Cell("pull_request", "merge", "same-repo", Cell.Can.YES, "no condition", null),
                new Cell("pull_request", "merge", "fork", Cell.Can.MAYBE, "reads no token", null),
                new Cell("push", "default-branch", "any", Cell.Can.YES, "no condition", null)),
            List.of(),
            List.of(
                new Hop(Hop.Kind.JOB, "build", new Span(CI, 7, 3, 7, 8), List.of()),
                new Hop(
                    Hop.Kind.STEP,
                    "Bauen 🚀 und prüfen",
                    new Span(CI, 11, 9, 15, 1),
                    List.of("earlier: [ \"$READY\" = 1 ]", "github.event_name != 'x'")),
                new Hop(
                    Hop.Kind.ACTION,
                    "./.github/actions/nix-job",
                    new Span(ACTION, 8, 9, 11, 40),
                    List.of()),
                new Hop(
                    Hop.Kind.WRITE,
                    "ryanccn/attic-action@0123456789abcdef0123456789abcdef01234567",
                    new Span(ACTION, 8, 9, 11, 40),
                    List.of("skip-push: ${{ inputs.push-cache == 'false' }}")))),
        new Surface(
            "s2",
            "attic-write",
            spanOf(CI_FILE, "attic push main ./result"),
            "attic push main ./result",
            Surface.State.ON,
            List.of(),
            List.of(
                new Cell(
                    "pull_request",
                    "merge",
                    "any",
                    Cell.Can.NO,
                    "`github.event_name != 'pull_request'` is false for this event, whatever the"
                        + " inputs, secrets and variables are",
                    null),
                new Cell(
                    "push", "default-branch", "any", Cell.Can.MAYBE, "the command runs", witness)),
            List.of("github.event_name != 'pull_request'")),
        new Surface(
            "s3",
            "attic-login",
            spanOf(RELEASE_FILE, "attic push x"),
            "attic push x | tee `log`",
            Surface.State.UNKNOWN,
            List.of(),
            List.of(),
            List.of()));
  }

  private static Span spanOf(SourceFile file, String text) {
    int start = file.text().indexOf(text);
    return file.span(start, start + text.length());
  }

  private static RuleInfo rule(String id, String summary, Level level) {
    return new RuleInfo(id, summary, level, level != Level.ERROR, "0.1.0");
  }
}
