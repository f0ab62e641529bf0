package dev.tinyland.gate.lab;

import dev.tinyland.gate.runtime.s3.FaultServer;
import dev.tinyland.gate.runtime.s3.FaultServer.Fault;
import dev.tinyland.gate.runtime.s3.FaultServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What S3 answers during an incident; everything else is left to the server behind. */
final class S3Incidents {
  private static final String EMPTY_STATE = LabStates.BUCKET + "/" + LabStates.key("attic");
  private static final long BETWEEN_BYTES_MILLISECONDS = 500;

  private final Path file;
  private final Path buckets;
  private final AtomicInteger lists = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  /** Looks at what the server behind would say. */
  @FunctionalInterface
  interface Behind {
    byte[] says(Request request) throws IOException;
  }

  /**
   * @param file that names the incident
   * @param buckets the folder with a folder for each bucket
   */
  S3Incidents(Path file, Path buckets) {
    this.file = file;
    this.buckets = buckets;
  }

  Fault before(Behind behind) {
    return (request, out) -> answers(request, out, behind);
  }

  /** Ends what drips. */
  void close() {
    over.countDown();
  }

  private boolean answers(Request request, OutputStream out, Behind behind) throws IOException {
    Target target = Target.of(request);
    Incident incident;
    try {
      incident = Incident.in(file);
    } catch (IllegalArgumentException e) {
      out.write(RustFsAnswer.error(request, 500, "InternalError", "the lab: " + e.getMessage()));
      return true;
    }
    switch (incident) {
      case DIVERGENCE -> out.write(diverged(request, target));
      case WRONG_CREDENTIALS ->
          out.write(
              RustFsAnswer.error(
                  request,
                  403,
                  "InvalidAccessKeyId",
                  "The AWS Access Key Id you provided does not exist in our records."));
      case NOT_S3 -> out.write(FaultServer.page(200));
      case SLOW -> drip(behind.says(request), out);
      case FLAPPING -> {
        if (!target.isList(request) || lists.incrementAndGet() % 2 == 1) {
          return healthy(request, target, out);
        }
        out.write(RustFsAnswer.noBuckets(request));
      }
      case EMPTY_STATE -> {
        boolean read = request.method().equals("GET") || request.method().equals("HEAD");
        if (!read || !target.object().equals(EMPTY_STATE)) {
          return healthy(request, target, out);
        }
        out.write(RustFsAnswer.emptyObject(request));
      }
      case NONE, TRUNCATED_NAR -> {
        return healthy(request, target, out);
      }
    }
    return true;
  }

  /** The server behind knows no versioning; RustFS does, and has none enabled. */
  private boolean healthy(Request request, Target target, OutputStream out) throws IOException {
    boolean asked = request.method().equals("GET") && target.isQuery("versioning");
    if (!asked || !target.key().isEmpty() || !Files.isDirectory(buckets.resolve(target.bucket()))) {
      return false;
    }
    out.write(RustFsAnswer.neverVersioned(request));
    return true;
  }

  private static byte[] diverged(Request request, Target target) {
    if (target.isList(request)) {
      return RustFsAnswer.noBuckets(request);
    }
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    boolean creates = request.method().equals("PUT") && target.key().isEmpty();
    if (target.key().isEmpty() && !creates) {
      return RustFsAnswer.error(
          request, 404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return RustFsAnswer.error(
        request,
        500,
        "InternalError",
        "Storage resources are insufficient for the "
            + (reads ? "read" : "write")
            + " operation: "
            + target.object());
  }

  private void drip(byte[] answer, OutputStream out) throws IOException {
    try {
      for (byte b : answer) {
        out.write(b);
        out.flush();
        if (over.await(BETWEEN_BYTES_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What a request is about, in path style.
   *
   * @param bucket empty for the list of buckets
   * @param key empty for the bucket itself
   */
  private record Target(String bucket, String key, String query) {
    static Target of(Request request) {
      String whole = request.path();
      int question = whole.indexOf('?');
      String path = question < 0 ? whole : whole.substring(0, question);
      String name = path.startsWith("/") ? path.substring(1) : path;
      int slash = name.indexOf('/');
      return new Target(
          slash < 0 ? name : name.substring(0, slash),
          slash < 0 ? "" : name.substring(slash + 1),
          question < 0 ? "" : whole.substring(question + 1));
    }

    boolean isList(Request request) {
      return bucket.isEmpty() && request.method().equals("GET");
    }

    boolean isQuery(String name) {
      return query.equals(name) || query.startsWith(name + "=") || query.startsWith(name + "&");
    }

    String object() {
      return bucket + "/" + key;
    }
  }
}
