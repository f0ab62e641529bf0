package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a probe learns outlives it. "Manual publication probe artifacts include the
 * requested closure inventory, the actual Attic push delta, and Attic push stdout/stderr logs."
 */
final class Evidence {
  /** What helps where the condition of the upload is all that is wrong. */
  static final String ON_STEP = "write `if: always()` on this step";

  private static final String ALWAYS =
      "upload the folder with the inventory, the push delta, stdout and stderr in a later step of"
          + " the job with `if: always()`";

  private Evidence() {}

  static List<Flaw> flaws(Probe probe, Analysis analysis) {
    Map<String, List<Judged>> jobs = new LinkedHashMap<>();
    for (Judged write : probe.writes()) {
      Operation.JobPlace job = write.site().job();
      if (job != null && !Probe.startedByPullRequest(write)) {
        jobs.computeIfAbsent(job.key(), key -> new ArrayList<>()).add(write);
      }
    }
    Found found = analysis.found(probe.root());
    List<Flaw> flaws = new ArrayList<>();
    jobs.forEach((key, writes) -> {
      Flaw flaw = hidden(writes);
      if (flaw == null) {
        flaw = notKept(key, writes, found, analysis);
      }
      if (flaw != null) {
        flaws.add(flaw);
      }
    });
    return flaws;
  }

  private static Flaw flaw(
      Level level, Judged write, Span span, String message, List<String> because, String help) {
    return new Flaw(Flaw.Kind.EVIDENCE, level, write, span, message, because, help);
  }

  /** A write whose failure nobody notices. */
  private static @Nullable Flaw hidden(List<Judged> writes) {
    for (Judged write : writes) {
      Operation.JobPlace job = write.site().job();
      String how = write.site().fatal() || job == null ? null : hiddenBy(write, job);
      if (how != null) {
        return flaw(
            Level.ERROR,
            write,
            write.site().place(),
            "Whether "
                + Flaws.what(write)
                + " succeeded is lost: its failure does not fail the job.",
            List.of(how),
            "let the failure end the step; with `if: always()` the evidence is uploaded all the"
                + " same");
      }
    }
    return null;
  }

  /**
   * What hides the status; null where the script or a later step looks at it, as far as one sees.
   */
  private static @Nullable String hiddenBy(Judged write, Operation.JobPlace job) {
    if (job.job().continueOnError()) {
      return "the job has `continue-on-error`";
    }
    Step step = step(write, job.job());
    if (step == null) {
      return null;
    }
    if (step.continueOnError()) {
      boolean asked = job.workflow().file().text().contains(".outcome");
      return asked ? null : "the step has `continue-on-error`";
    }
    if (!(step.body() instanceof Step.Body.Run(var script, var _))) {
      return null;
    }
    String rest = fromCommand(script.value(), write.site().what());
    boolean kept = rest.contains("$?") || rest.contains("PIPESTATUS");
    if (kept || rest.replace("exit 0", "").contains("exit ")) {
      return null;
    }
    if (rest.contains("| tee")) {
      return "without `set -o pipefail` the status of `tee` counts";
    }
    return rest.contains("|| ")
        ? "what follows `||` is run instead"
        : "the script goes on after it";
  }

  /** A script from where a command is written; all of it where that cannot be found. */
  private static String fromCommand(String script, String what) {
    int first = what.indexOf(' ');
    int second = first < 0 ? -1 : what.indexOf(' ', first + 1);
    int at = script.indexOf(second < 0 ? what : what.substring(0, second));
    return at < 0 ? script : script.substring(at);
  }

  private static @Nullable Step step(Judged write, Job job) {
    if (job.body() instanceof Job.Body.Steps(List<Step> steps)) {
      Span place = write.site().root();
      for (Step step : steps) {
        Span span = step.span();
        if (span.path().equals(place.path())
            && span.line() <= place.line()
            && span.endLine() >= place.line()) {
          return step;
        }
      }
    }
    return null;
  }

  private static @Nullable Flaw notKept(
      String key, List<Judged> writes, Found found, Analysis analysis) {
    int last = 0;
    for (Judged write : writes) {
      if (write.site().postStep()) {
        return flaw(
            Level.ERROR,
            write,
            write.site().place(),
            Flaws.what(write) + " pushes after the job's last step, so no step can keep its logs.",
            List.of(),
            "push in a step of its own, and upload what it printed after it");
      }
      last = Math.max(last, write.site().step());
    }
    Judged write = writes.getFirst();
    if (write.site().what().endsWith(", command " + Probe.COMMAND)) {
      // The action uploads its evidence itself.
      return null;
    }
    List<Operation> uploads = Uploads.after(last, key, found);
    if (uploads.isEmpty()) {
      return flaw(
          Level.ERROR,
          write,
          write.site().place(),
          "What " + Flaws.what(write) + " did is not kept: no later step of the job uploads it.",
          List.of(),
          ALWAYS);
    }
    return kept(write, uploads, analysis);
  }

  private static @Nullable Flaw kept(Judged write, List<Operation> uploads, Analysis analysis) {
    List<Operation> always = new ArrayList<>();
    boolean cancelled = false;
    for (Operation upload : uploads) {
      if (!leftOut(write, upload, "failure", analysis)
          && !leftOut(write, upload, "success", analysis)) {
        always.add(upload);
        cancelled |= !leftOut(write, upload, "cancelled", analysis);
      }
    }
    Span first = uploads.getFirst().root();
    if (always.isEmpty()) {
      boolean afterFailure = !leftOut(write, uploads.getFirst(), "failure", analysis);
      String when = afterFailure ? "not in every run" : "not where an earlier step fails";
      return flaw(
          Level.ERROR,
          write,
          first,
          "The evidence of " + Flaws.what(write) + " is uploaded, but " + when + ".",
          List.of(),
          ON_STEP);
    }
    if (!cancelled) {
      return flaw(
          Level.WARNING,
          write,
          first,
          "The evidence of "
              + Flaws.what(write)
              + " is not uploaded where the run is cancelled or runs out of time.",
          List.of(),
          ON_STEP);
    }
    List<String> missing = EvidenceKinds.missing(always);
    return missing.isEmpty()
        ? null
        : flaw(
            Level.WARNING,
            write,
            always.getFirst().root(),
            "The upload names no file for " + Writes.list(missing) + " of the push.",
            List.of(),
            "write all of it to one folder and upload the folder");
  }

  private static boolean leftOut(Judged write, Operation upload, String status, Analysis analysis) {
    List<Scenario> scenarios = new ArrayList<>();
    for (Judged.Reached each : Probe.asked(write)) {
      scenarios.add(each.scenario());
    }
    return Uploads.leftOut(upload, write.site().constraints(), status, scenarios, analysis);
  }
}
