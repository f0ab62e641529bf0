package dev.tinyland.gate.artifact;

import dev.tinyland.gate.runner.RunnerLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One upload from its checks to its result. */
final class Uploader {
  /** Writes the bytes that are uploaded. */
  @FunctionalInterface
  private interface Content {
    void writeTo(BlockStream out) throws IOException;
  }

  /** Everything up to the first request. */
  @FunctionalInterface
  private interface Work {
    UploadResult with(ArtifactAccess.Available access) throws IOException;
  }

  private static final long LOGGED_BYTES = 16L * BlockStream.BLOCK_BYTES;

  private final Map<String, String> environment;
  private final RunnerLog log;
  private final Settings settings;

  Uploader(Map<String, String> environment, RunnerLog log, Settings settings) {
    this.environment = environment;
    this.log = log;
    this.settings = settings;
  }

  UploadResult folder(String name, Path folder, @Nullable Integer days) {
    return checked(
        name,
        days,
        access -> {
          if (!Files.isDirectory(folder)) {
            return nothing(folder, "is no folder");
          }
          FolderFiles files = FolderFiles.of(folder, log);
          if (files.entries().isEmpty()) {
            return nothing(folder, "holds no file");
          }
          for (FolderFiles.Entry entry : files.entries()) {
            String problem = ArtifactNames.pathProblem(entry.path());
            if (problem != null) {
              return new UploadResult.NotUploaded(problem);
            }
          }
          String full = ArtifactNames.withAttempt(name, environment);
          log.line("Artifact " + full + ": " + files.entries().size() + " files");
          return send(
              access, full, MimeType.ZIP, days, files.bytes(), out -> FileContent.zip(files, out));
        });
  }

  UploadResult file(String name, Path file, @Nullable Integer days) {
    return checked(
        name,
        days,
        access -> {
          if (!Files.isRegularFile(file)) {
            return nothing(file, "is no file");
          }
          String full = ArtifactNames.fileWithAttempt(name, environment);
          log.line("Artifact " + full + ": one file");
          return send(
              access,
              full,
              MimeType.of(full),
              days,
              Files.size(file),
              out -> FileContent.raw(file, out));
        });
  }

  private UploadResult checked(String name, @Nullable Integer days, Work work) {
    String problem = ArtifactNames.problem(name);
    if (problem == null && days != null) {
      problem = Retention.problem(days);
    }
    if (problem != null) {
      return new UploadResult.NotUploaded(problem);
    }
    return switch (ArtifactAccess.of(environment)) {
      case ArtifactAccess.Unavailable(String reason) -> new UploadResult.NotUploaded(reason);
      case ArtifactAccess.Available access -> guarded(work, access);
    };
  }

  private static UploadResult guarded(Work work, ArtifactAccess.Available access) {
    try {
      return work.with(access);
    } catch (IOException | UncheckedIOException e) {
      if (Thread.currentThread().isInterrupted()) {
        return new UploadResult.NotUploaded("The upload was interrupted.");
      }
      return new UploadResult.NotUploaded(sentence(e));
    }
  }

  private static String sentence(Exception failure) {
    return switch (failure) {
      case UploadFailure ours -> String.valueOf(ours.getMessage());
      case FileSystemException file ->
          "`" + UploadFailure.quote(String.valueOf(file.getFile())) + "` could not be read.";
      default ->
          "The files could not be read, or the system gave no connection ("
              + failure.getClass().getSimpleName()
              + ").";
    };
  }

  private UploadResult send(
      ArtifactAccess.Available access,
      String name,
      String mimeType,
      @Nullable Integer days,
      long bytes,
      Content content)
      throws IOException {
    Deadline deadline = settings.deadline(bytes);
    Backoff backoff = new Backoff(settings, deadline, log);
    try (Exchange exchange = new Exchange(settings.requestTime())) {
      ArtifactService service = new ArtifactService(access, exchange, settings, deadline, backoff);
      String expiry = Retention.expiry(days, environment, log, settings.now().instant());
      SignedUrl target = service.create(name, expiry, mimeType);
      target.mask(log);
      BlobUpload blob = new BlobUpload(target, exchange, settings, deadline, backoff);
      BlockStream stream = new BlockStream(progress(name, blob));
      content.writeTo(stream);
      stream.finish();
      blob.commit(mimeType);
      String sha256 = stream.sha256();
      long id = service.complete(name, stream.count(), sha256);
      log.line("Artifact " + name + ": " + stream.count() + " bytes uploaded, sha256 " + sha256);
      return new UploadResult.Uploaded(name, id, stream.count(), sha256);
    }
  }

  private BlockStream.Sink progress(String name, BlobUpload blob) {
    return new BlockStream.Sink() {
      private long sent;

      @Override
      public void block(byte[] bytes, int length) throws IOException {
        blob.block(bytes, length);
        sent += length;
        if (sent % LOGGED_BYTES == 0) {
          log.line("Artifact " + name + ": " + sent + " bytes so far");
        }
      }
    };
  }

  private static UploadResult nothing(Path path, String why) {
    return new UploadResult.NotUploaded(
        "There is nothing to upload: `" + UploadFailure.quote(path.toString()) + "` " + why + ".");
  }
}
