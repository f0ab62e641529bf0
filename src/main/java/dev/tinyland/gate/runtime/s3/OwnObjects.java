package dev.tinyland.gate.runtime.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Objects of our own: each is written under a name that was never used, and deleted again. */
final class OwnObjects {
  static final String FOLDER = ".gloriousflywheel/state-authority-probe/";

  private final S3Access access;

  /** What this run may have written and not deleted yet. */
  private final Map<Own, Boolean> written = new ConcurrentHashMap<>();

  OwnObjects(S3Access access) {
    this.access = access;
  }

  /**
   * One object.
   *
   * @param first what is written; random, so that nothing else can be taken for it
   * @param second what must not be written over it
   */
  private record Own(String bucket, String key, String first, String second) {
    static Own of(String bucket, String key) {
      return new Own(bucket, key, text(), text());
    }

    private static String text() {
      return "gate " + UUID.randomUUID() + "\n";
    }

    String target() {
      return bucket + "/" + key;
    }

    boolean holds(byte[] body) {
      return Arrays.equals(body, first.getBytes(UTF_8))
          || Arrays.equals(body, second.getBytes(UTF_8));
    }
  }

  /** A key that was never used. */
  static String key() {
    return FOLDER + UUID.randomUUID();
  }

  /**
   * @param key of {@link #key}
   */
  WriteProofEvidence prove(String bucket, String key) {
    Own own = Own.of(bucket, key);
    List<Attempt> attempts = new ArrayList<>();
    written.put(own, false);
    Answer<PutObjectResponse> put = put(own, own.first);
    attempts.add(put.attempt());
    if (!put.ok()) {
      boolean left = put.mayHaveArrived() && takeBack(own, attempts);
      if (!left) {
        written.remove(own);
      }
      return new WriteProofEvidence(bucket, own.key, attempts, null, null, null, left);
    }
    written.put(own, true);
    Answer<byte[]> get = get(own);
    attempts.add(get.attempt());
    byte[] read = get.value();
    Boolean readBack = null;
    if (get.ok() && read != null) {
      readBack = Arrays.equals(read, own.first.getBytes(UTF_8));
    }
    Answer<PutObjectResponse> again = put(own, own.second);
    attempts.add(again.attempt());
    Boolean conditional =
        switch (again.outcome()) {
          case CONFLICT -> true;
          case OK -> false;
          default -> null;
        };
    Boolean gone = delete(own, attempts);
    boolean left = !Boolean.TRUE.equals(gone);
    if (!left) {
      written.remove(own);
    }
    return new WriteProofEvidence(bucket, own.key, attempts, readBack, conditional, gone, left);
  }

  /** What this run may have written and not deleted yet. */
  List<String> left() {
    List<String> targets = new ArrayList<>();
    for (Own own : written.keySet()) {
      targets.add(own.target());
    }
    return targets;
  }

  /** Tries once to delete what is left. */
  List<Attempt> cleanUp() {
    List<Attempt> attempts = new ArrayList<>();
    for (Map.Entry<Own, Boolean> entry : List.copyOf(written.entrySet())) {
      Own own = entry.getKey();
      boolean left =
          entry.getValue() ? !Boolean.TRUE.equals(delete(own, attempts)) : takeBack(own, attempts);
      if (!left) {
        written.remove(own);
      }
    }
    return attempts;
  }

  /**
   * After a write of which nobody knows whether it arrived: what is there is deleted only if it is
   * what this run wrote.
   *
   * @return whether it is, or may be, still there
   */
  private boolean takeBack(Own own, List<Attempt> attempts) {
    Answer<byte[]> get = get(own);
    attempts.add(get.attempt());
    byte[] read = get.value();
    if (get.ok() && read != null && own.holds(read)) {
      written.put(own, true);
      return !Boolean.TRUE.equals(delete(own, attempts));
    }
    return !get.missing("NoSuchKey");
  }

  /** Deletes and looks twice; null where that says neither yes nor no. */
  private @Nullable Boolean delete(Own own, List<Attempt> attempts) {
    Answer<?> deleted =
        access.ask(
            "delete-object",
            own.target(),
            Expected.NOTHING,
            client -> client.deleteObject(request -> request.bucket(own.bucket).key(own.key)));
    attempts.add(deleted.attempt());
    Answer<?> head =
        access.ask(
            "head-object",
            own.target(),
            Expected.OBJECT,
            client -> client.headObject(request -> request.bucket(own.bucket).key(own.key)));
    attempts.add(head.attempt());
    Answer<byte[]> get = get(own);
    attempts.add(get.attempt());
    if (head.ok() || get.ok()) {
      return false;
    }
    boolean gone = head.outcome() == Outcome.NOT_FOUND && get.missing("NoSuchKey");
    return (gone && deleted.ok()) ? true : null;
  }

  private Answer<PutObjectResponse> put(Own own, String text) {
    return access.ask(
        "put-object",
        own.target(),
        Expected.OBJECT,
        client ->
            client.putObject(
                request ->
                    request
                        .bucket(own.bucket)
                        .key(own.key)
                        .contentType("text/plain")
                        .ifNoneMatch("*"),
                RequestBody.fromString(text)));
  }

  private Answer<byte[]> get(Own own) {
    return access.ask("get-object", own.target(), Expected.OBJECT, client -> body(client, own));
  }

  /** One byte more than was written is enough to see a difference. */
  private static byte[] body(S3Client client, Own own) {
    ResponseInputStream<GetObjectResponse> in =
        client.getObject(request -> request.bucket(own.bucket).key(own.key));
    try {
      return in.readNBytes(own.first.length() + 1);
    } catch (IOException e) {
      // The wire has noted why; what was read so far proves nothing.
      return new byte[0];
    } finally {
      in.abort();
    }
  }
}
