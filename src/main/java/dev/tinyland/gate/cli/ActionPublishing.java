package dev.tinyland.gate.cli;

import dev.tinyland.gate.artifact.ArtifactUpload;
import dev.tinyland.gate.artifact.UploadResult;
import dev.tinyland.gate.runner.RunnerLog;
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

  /** Uploads the folder as an artifact. */
  void upload(ReportFolder folder) {
    Thread onSignal =
        new Thread(() -> log.warning("interrupted; the report stays in " + folder.shownPath()));
    Runtime.getRuntime().addShutdownHook(onSignal);
    UploadResult result =
        ArtifactUpload.folder(
            environment, log, folder.name(), folder.path(), asked.retentionDays());
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
          log.warning(
              "the artifact was not uploaded: "
                  + reason
                  + " The report stays in "
                  + folder.shownPath());
    }
  }
}
