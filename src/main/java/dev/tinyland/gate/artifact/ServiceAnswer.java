package dev.tinyland.gate.artifact;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reply of the artifact service means. */
sealed interface ServiceAnswer {
  /** The call was carried out; the fields may be in snake_case or camelCase. */
  record Done(Map<?, ?> fields) implements ServiceAnswer {}

  /** It may go well later. */
  record Again(String why) implements ServiceAnswer {}

  /** It will not go well. */
  record Refused(String sentence) implements ServiceAnswer {}

  /**
   * Judges by status first: what is refused with a 4xx stays refused, whatever else comes with it.
   *
   * @param method for the sentence
   */
  static ServiceAnswer of(String method, Reply reply) {
    return switch (reply) {
      case Reply.Lost lost -> new Again(lost.why());
      case Reply.Answer answer -> of(method, answer);
    };
  }

  private static ServiceAnswer of(String method, Reply.Answer answer) {
    Map<?, ?> json = json(answer.body());
    if (answer.good() && json != null) {
      return new Done(json);
    }
    String message =
        json != null && json.get("msg") instanceof String text ? UploadFailure.quote(text) : "";
    if (message.contains("insufficient usage")) {
      return new Refused(
          "The storage for artifacts of this account is used up: delete old artifacts and wait"
              + " until GitHub has counted again, which it does every 6 to 12 hours.");
    }
    String said = answer.status() + (message.isEmpty() ? "" : " (" + message + ")");
    boolean refused = answer.status() >= 400 && answer.status() < 500;
    if (answer.passing() || (json == null && !refused)) {
      return new Again("the service answered " + said + (json == null ? " without JSON" : ""));
    }
    return new Refused("The artifact service refused " + method + " with " + said + ".");
  }

  private static @Nullable Map<?, ?> json(String body) {
    try {
      return JsonReader.read(body) instanceof Map<?, ?> map ? map : null;
    } catch (JsonSyntaxException e) {
      return null;
    }
  }
}
