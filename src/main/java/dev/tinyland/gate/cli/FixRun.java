package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.Rewriting;
import dev.tinyland.gate.lint.fix.Fixer;
import dev.tinyland.gate.render.UnifiedDiff;
import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code gate lint --fix}. */
final class FixRun {
  private final LintOptions options;
  private final Terminal terminal;
  private final LintRun run;
  private final Map<String, Rewriting> files = new HashMap<>();
  private final Map<String, String> refusals = new HashMap<>();

  private final Report before;
  private final List<Fixer.Refusal> refused = new ArrayList<>();
  private final Fixer.Result result;

  /** Fixes; with a dry run only shows the patch. */
  FixRun(LintOptions options, Terminal terminal) throws IOException {
    this.options = options;
    this.terminal = terminal;
    this.run = new LintRun(options, terminal);
    this.before = run.report();
    this.result = Fixer.fix(writable(before), run::reportWith);
    refused.addAll(result.refused());
    write();
  }

  /** What is left; after a dry run, what is there. */
  Report judged() {
    return dryRun() ? before : result.report();
  }

  private boolean dryRun() {
    return options.fix() == FixMode.DRY_RUN;
  }

  private void write() throws IOException {
    for (Map.Entry<String, String> text : result.texts().entrySet()) {
      SourceFile source = before.sources().get(text.getKey());
      Rewriting file = source == null ? null : file(source);
      if (source == null || file == null) {
        throw new IOException("cannot be rewritten any more: " + text.getKey());
      }
      if (dryRun()) {
        String now = file.content(text.getValue());
        terminal.out().print(UnifiedDiff.of(text.getKey(), file.content(source.text()), now));
      } else {
        file.write(text.getValue());
      }
    }
    terminal.out().flush();
  }

  /** The report without the fixes of files that are not to be touched. */
  private Report writable(Report report) {
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : report.findings()) {
      String refusal = refusal(finding.fix(), report);
      if (refusal != null && finding.suppressed() == null) {
        refused.add(new Fixer.Refusal(finding, refusal));
      }
      findings.add(refusal == null ? finding : finding.withoutFix());
    }
    return report.withFindings(findings);
  }

  private @Nullable String refusal(@Nullable Fix fix, Report report) {
    for (Edit edit : fix == null ? List.<Edit>of() : fix.edits()) {
      SourceFile source = report.sources().get(edit.span().path());
      if (source == null) {
        return "the file is not at hand";
      }
      if (file(source) == null) {
        return refusals.get(source.path());
      }
    }
    return null;
  }

  private @Nullable Rewriting file(SourceFile source) {
    String path = source.path();
    if (!files.containsKey(path) && !refusals.containsKey(path)) {
      try {
        files.put(path, Rewriting.of(run.workspace(), path, source.text()));
      } catch (Rewriting.Refusal e) {
        refusals.put(path, String.valueOf(e.getMessage()));
      }
    }
    return files.get(path);
  }

  /** Says on standard error what was mended, what was not and why. */
  void sayWhatWasDone() {
    boolean dryRun = dryRun();
    String done = dryRun ? ": would be fixed: " : ": fixed: ";
    for (Finding finding : result.fixed()) {
      Fix fix = finding.fix();
      say(finding, done + (fix == null ? "" : fix.description()));
    }
    for (Fixer.Refusal refusal : refused) {
      say(refusal.finding(), ": not fixed: " + refusal.because());
    }
    int left = result.report().open();
    terminal
        .err()
        .println(
            "gate: "
                + (dryRun ? "--fix would mend " : "mended ")
                + counted(before.open() - left, "finding")
                + " in "
                + counted(result.texts().size(), "file")
                + "; "
                + left
                + (dryRun ? " would be left" : " left"));
  }

  private void say(Finding finding, String text) {
    String place = finding.span().path() + ":" + finding.span().line();
    terminal.err().println("gate: " + Visible.line(place + ": " + finding.rule() + text));
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
