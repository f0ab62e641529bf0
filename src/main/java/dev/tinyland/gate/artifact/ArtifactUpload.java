package dev.tinyland.gate.artifact;

import dev.tinyland.gate.runner.RunnerLog;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Uploads a folder or a file as an artifact of the run. Whatever a server, a network or a file
 * system does becomes a result; an interrupt of the thread ends the upload at once and leaves the
 * thread interrupted.
 */
public final class ArtifactUpload {
  private ArtifactUpload() {}

  /**
   * Uploads all files below a folder, hidden ones too, as one zip.
   *
   * @param environment the step's variables
   * @param log takes progress, warnings, and the secrets to hide
   * @param name without the attempt, which is appended: see {@link ArtifactNames#withAttempt}
   * @param retentionDays how long the artifact is kept; null or 0 for what the repository says
   */
  public static UploadResult folder(
      Map<String, String> environment,
      RunnerLog log,
      String name,
      Path folder,
      @Nullable Integer retentionDays) {
    return new Uploader(environment, log, Settings.standard()).folder(name, folder, retentionDays);
  }

  /**
   * Uploads one file as it is, so that a browser shows it or stores it without a zip around it. The
   * attempt stands before the extension of the name. Parameters as for a folder.
   */
  public static UploadResult file(
      Map<String, String> environment,
      RunnerLog log,
      String name,
      Path file,
      @Nullable Integer retentionDays) {
    return new Uploader(environment, log, Settings.standard()).file(name, file, retentionDays);
  }
}
