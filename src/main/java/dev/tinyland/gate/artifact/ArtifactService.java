package dev.tinyland.gate.artifact;

import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.report.Version;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two calls of the artifact service that an upload needs, with their retries. */
final class ArtifactService {
  private static final String PATH = "/twirp/github.actions.results.api.v1.ArtifactService/";
  private static final int TRIES = 5;

  /** The version from which on the service takes the kind of an artifact's content. */
  private static final int VERSION = 7;

  private final ArtifactAccess.Available access;
  private final Exchange exchange;
  private final Settings settings;
  private final Deadline deadline;
  private final Backoff backoff;

  ArtifactService(
      ArtifactAccess.Available access,
      Exchange exchange,
      Settings settings,
      Deadline deadline,
      Backoff backoff) {
    this.access = access;
    this.exchange = exchange;
    this.settings = settings;
    this.deadline = deadline;
    this.backoff = backoff;
  }

  /** Announces an artifact; gives the address that takes its bytes. */
  SignedUrl create(String name, @Nullable String expiry, String mimeType) throws IOException {
    Map<String, Object> message = message(name);
    if (expiry != null) {
      message.put("expires_at", expiry);
    }
    message.put("version", VERSION);
    message.put("mime_type", mimeType);
    Map<?, ?> answer = call("CreateArtifact", message);
    return SignedUrl.of(
        field(answer, "signed_upload_url", "signedUploadUrl") instanceof String url ? url : "");
  }

  /** Declares the uploaded bytes complete; gives the artifact's id, 0 if the service has none. */
  long complete(String name, long bytes, String sha256) throws IOException {
    Map<String, Object> message = message(name);
    if (bytes > 0) {
      // In JSON of protocol buffers a long is a string, and a zero is left out.
      message.put("size", Long.toString(bytes));
    }
    message.put("hash", "sha256:" + sha256);
    Map<?, ?> answer = call("FinalizeArtifact", message);
    return number(field(answer, "artifact_id", "artifactId"));
  }

  private Map<String, Object> message(String name) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("workflow_run_backend_id", access.runId());
    message.put("workflow_job_run_backend_id", access.jobId());
    message.put("name", name);
    return message;
  }

  private Map<?, ?> call(String method, Map<String, Object> message) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(access.origin().resolve(PATH + method))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + access.token())
            .header("User-Agent", "gate/" + Version.text())
            .POST(BodyPublishers.ofString(JsonWriter.compact(message)))
            .build();
    for (int tries = 1; ; tries++) {
      Reply reply = exchange.send(request, deadline.atMost(settings.requestTime()));
      switch (ServiceAnswer.of(method, reply)) {
        case ServiceAnswer.Done(Map<?, ?> fields) -> {
          if (!Boolean.TRUE.equals(fields.get("ok"))) {
            throw new UploadFailure("The artifact service did not answer " + method + " with ok.");
          }
          return fields;
        }
        case ServiceAnswer.Refused(String sentence) -> throw refused(sentence, reply, tries);
        case ServiceAnswer.Again(String why) -> {
          if (tries == TRIES) {
            throw new UploadFailure(
                method + " failed " + TRIES + " times, at last as " + why + ".");
          }
          backoff.beforeService(method, why, tries, reply);
        }
      }
    }
  }

  private static UploadFailure refused(String sentence, Reply reply, int tries) {
    String clause = sentence.substring(0, sentence.length() - 1);
    if (reply instanceof Reply.Answer answer && answer.status() == 409) {
      clause += ": a name can be used once in a run, by whatever job and attempt";
    }
    return new UploadFailure(
        clause
            + (tries > 1 ? "; an earlier try, which seemed to fail, may have got through." : "."));
  }

  private static @Nullable Object field(Map<?, ?> answer, String snake, String camel) {
    Object value = answer.get(snake);
    return value == null ? answer.get(camel) : value;
  }

  private static long number(@Nullable Object value) {
    try {
      return switch (value) {
        case String text -> Long.parseLong(text);
        case Double number -> number.longValue();
        case null, default -> 0;
      };
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
