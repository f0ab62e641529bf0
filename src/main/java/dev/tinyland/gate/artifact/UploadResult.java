package dev.tinyland.gate.artifact;

/** How an upload ended. */
public sealed interface UploadResult {
  /**
   * The artifact is there and can be downloaded at once.
   *
   * @param name its name in the run, with the number of the run's attempt
   * @param id its number in the REST API
   * @param bytes how much was uploaded; of a folder, the size of the zip
   * @param sha256 of the uploaded bytes, 64 lower-case hex digits
   */
  record Uploaded(String name, long id, long bytes, String sha256) implements UploadResult {}

  /**
   * There is no artifact; the files are untouched.
   *
   * @param reason one sentence for the operator; holds no secret and is safe to print
   */
  record NotUploaded(String reason) implements UploadResult {}
}
