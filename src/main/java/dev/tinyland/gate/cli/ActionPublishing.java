package dev.tinyland.gate.cli;

import dev.tinyland.gate.artifact.ArtifactUpload;
import dev.tinyland.gate.artifact.UploadResult;
import dev.tinyland.gate.github.Conclusion;
import dev.tinyland.gate.github.GithubChannels;
import dev.tinyland.gate.github.Outcome;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.runner.RunContext;
import dev.tinyland.gate.runner.RunnerLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Hands a report on beyond the step. What goes wrong on the way is said and changes no verdict: the
 * report is in the log, the summary and the workspace by then.
 */
final class ActionPublishing {
  private final ActionRequest.Publication asked;
  private final Map<String, String> environment;
  private final RunnerLog log;

  ActionPublishing(
      ActionRequest.Publication asked, Map<String, String> environment, RunnerLog log) {
    this.asked = asked;
    this.environment = environment;
    this.log = log;
  }

  /** Shows the report as a check run and as a comment, whichever is asked for. */
  void show(Report report, ExitCode code) throws IOException {
    String token = asked.token();
    if (token == null || (asked.checkRun() == null && asked.comment() == null)) {
      return;
    }
    log.mask(token);
    try (GithubChannels channels = GithubChannels.of(RunContext.of(environment), token)) {
      if (asked.checkRun() != null) {
        say("check run", channels.checkRun(asked.checkRun(), report, conclusion(code)));
      }
      if (asked.comment() != null) {
        say("comment", channels.comment(asked.comment(), report));
      }
    }
  }

  private void say(String channel, Outcome outcome) {
    switch (outcome) {
      case Outcome.Published(String url) -> log.line(channel + ": " + url);
      case Outcome.Unneeded() -> log.line(channel + ": there is nothing to say");
      case Outcome.Skipped(String reason) -> log.notice(reason);
      case Outcome.Failed(String reason) -> log.warning(reason);
    }
  }

  private static Conclusion conclusion(ExitCode code) {
    return switch (code) {
      case OK -> Conclusion.HOLDS;
      case RED -> Conclusion.REFUTED;
      case USAGE, UNDECIDED, INTERNAL -> Conclusion.UNDECIDED;
    };
  }

  /**
   * Uploads a folder as an artifact.
   *
   * @param name without the attempt
   * @param shown where the folder is, as people are told
   */
  void upload(String name, Path folder, String shown) {
    Thread onSignal =
        new Thread(() -> log.warning("interrupted; what was found stays in " + shown));
    Runtime.getRuntime().addShutdownHook(onSignal);
    UploadResult result =
        ArtifactUpload.folder(environment, log, name, folder, asked.retentionDays());
    Runtime.getRuntime().removeShutdownHook(onSignal);
    switch (result) {
      case UploadResult.Uploaded done ->
          log.line(
              "artifact "
                  + done.name()
                  + ", id "
                  + done.id()
                  + ": "
                  + done.bytes()
                  + " bytes, sha256 "
                  + done.sha256());
      case UploadResult.NotUploaded(String reason) ->
          log.warning("no artifact was uploaded. " + reason + " What was found stays in " + shown);
    }
  }
}
