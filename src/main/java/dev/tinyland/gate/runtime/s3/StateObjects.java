package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Body;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What is seen of a state object: nothing of what it says. */
final class StateObjects {
  private final S3Access access;
  private final long largest;

  /**
   * @param largest in bytes, up to which a body is read
   */
  StateObjects(S3Access access, long largest) {
    this.access = access;
    this.largest = largest;
  }

  StateObjectEvidence look(String stack, String bucket, String key, boolean body) {
    String target = bucket + "/" + key;
    Answer<HeadObjectResponse> head =
        access.ask(
            "head-object",
            target,
            Expected.OBJECT,
            client -> client.headObject(request -> request.bucket(bucket).key(key)));
    Seen seen =
        new Seen(
            stack,
            bucket,
            key,
            head,
            head.ok() ? access.text(head.seen().header("ETag")) : null,
            head.ok() ? access.text(head.seen().header("x-amz-version-id")) : null);
    if (head.outcome() == Outcome.NOT_FOUND) {
      // The body is not read: what a HEAD does not see, no verdict may lean on.
      return seen.evidence(null, get(target, bucket, key, false).attempt(), null);
    }
    if (!head.ok() || !body) {
      return seen.evidence(null, null, null);
    }
    Long announced = seen.announced();
    if (announced != null && announced > largest) {
      Body unread = StateBody.of(Shape.TOO_LARGE, "larger than " + largest + " bytes");
      return seen.evidence(null, null, new Read(0, null, unread));
    }
    Answer<Read> get = get(target, bucket, key, true);
    Read read = get.outcome() == Outcome.NOT_OF_THIS_KIND ? null : get.value();
    return seen.evidence(get.attempt(), null, read == null ? null : seen.compared(read, get));
  }

  private Answer<Read> get(String target, String bucket, String key, boolean whole) {
    return access.ask(
        "get-object",
        target,
        Expected.OBJECT,
        client -> {
          ResponseInputStream<GetObjectResponse> in =
              client.getObject(request -> request.bucket(bucket).key(key));
          try {
            return whole ? read(in) : null;
          } finally {
            in.abort();
          }
        });
  }

  /** Reads to the end, or to where it breaks; the wire then says why. */
  private Read read(ResponseInputStream<GetObjectResponse> in) {
    CountedBody counted = new CountedBody(in, largest);
    try {
      Body body = StateBody.read(counted);
      counted.drain();
      if (counted.beyond()) {
        return new Read(
            counted.bytes(),
            null,
            StateBody.of(Shape.TOO_LARGE, "larger than " + largest + " bytes"));
      }
      if (counted.bytes() == 0) {
        body = StateBody.of(Shape.EMPTY, "no byte");
      }
      return new Read(counted.bytes(), counted.sha256(), body);
    } catch (WireException e) {
      return new Read(
          counted.bytes(), null, StateBody.of(Shape.TRUNCATED, "the body did not come to its end"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was read of a body. */
  private record Read(long bytes, @Nullable String sha256, Body body) {}

  private record Seen(
      String stack,
      String bucket,
      String key,
      Answer<HeadObjectResponse> head,
      @Nullable String etag,
      @Nullable String versionId) {
    @Nullable Long announced() {
      HeadObjectResponse response = head.value();
      return response == null ? null : response.contentLength();
    }

    /** A HEAD and a GET that speak of different objects are a fault of the body. */
    Read compared(Read read, Answer<Read> get) {
      Long announced = announced();
      if (announced != null && read.bytes < announced && get.ok()) {
        return new Read(
            read.bytes,
            read.sha256,
            with(read.body, Shape.TRUNCATED, "smaller than the HEAD announced"));
      }
      if (read.body.fault() != null || !get.ok()) {
        return read;
      }
      if (announced != null && read.bytes > announced) {
        return new Read(
            read.bytes,
            read.sha256,
            with(read.body, read.body.shape(), "larger than the HEAD announced"));
      }
      String before = head.seen().header("ETag");
      if (before != null && !before.equals(get.seen().header("ETag"))) {
        return new Read(
            read.bytes,
            read.sha256,
            with(read.body, read.body.shape(), "another ETag than the HEAD named"));
      }
      return read;
    }

    private static Body with(Body body, Shape shape, String fault) {
      return new Body(
          shape,
          fault,
          null,
          null,
          body.version(),
          body.serial(),
          body.lineageSha256(),
          body.resources(),
          body.terraformVersion());
    }

    StateObjectEvidence evidence(
        @Nullable Attempt get, @Nullable Attempt confirmation, @Nullable Read read) {
      return new StateObjectEvidence(
          stack,
          bucket,
          key,
          head.attempt(),
          get,
          confirmation,
          head.ok() ? announced() : null,
          read == null || get == null ? null : read.bytes,
          etag,
          versionId,
          read == null ? null : read.sha256,
          read == null ? null : read.body);
    }
  }
}
