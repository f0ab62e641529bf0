package dev.tinyland.gate.runner;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which run this is, from the runner's variables and the payload of its event.
 *
 * @param workspace where paths of the inputs begin; absolute
 * @param apiUrl where the REST API is, for example {@code https://api.github.com}
 * @param serverUrl the host's pages, for example {@code https://github.com}
 * @param repository {@code owner/name}
 * @param runAttempt from 1
 * @param sha the commit to show results on: the head of a pull request, not its merge
 * @param pullRequest its number, or null where the event is of none
 * @param fork whether the pull request comes from another repository, so that the token only reads
 */
public record RunContext(
    Path workspace,
    String apiUrl,
    String serverUrl,
    String repository,
    String runId,
    int runAttempt,
    String job,
    String sha,
    @Nullable Integer pullRequest,
    boolean fork) {

  /** A variable that is missing leaves its part empty; a payload that is no JSON, the event's. */
  public static RunContext of(Map<String, String> environment) throws IOException {
    Map<?, ?> event = event(environment.getOrDefault("GITHUB_EVENT_PATH", ""));
    Map<?, ?> pull = map(event.get("pull_request"));
    Map<?, ?> head = map(pull.get("head"));
    String repository = environment.getOrDefault("GITHUB_REPOSITORY", "");
    Object from = map(head.get("repo")).get("full_name");
    return new RunContext(
        Path.of(environment.getOrDefault("GITHUB_WORKSPACE", "")).toAbsolutePath().normalize(),
        environment.getOrDefault("GITHUB_API_URL", ""),
        environment.getOrDefault("GITHUB_SERVER_URL", ""),
        repository,
        environment.getOrDefault("GITHUB_RUN_ID", ""),
        attempt(environment.getOrDefault("GITHUB_RUN_ATTEMPT", "")),
        environment.getOrDefault("GITHUB_JOB", ""),
        head.get("sha") instanceof String sha ? sha : environment.getOrDefault("GITHUB_SHA", ""),
        pull.get("number") instanceof Double number ? number.intValue() : null,
        !pull.isEmpty() && !repository.equals(from));
  }

  private static int attempt(String text) {
    try {
      return Math.max(1, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static Map<?, ?> event(String file) throws IOException {
    if (file.isEmpty() || !Files.isRegularFile(Path.of(file))) {
      return Map.of();
    }
    try {
      return map(JsonReader.read(Files.readString(Path.of(file))));
    } catch (JsonSyntaxException e) {
      return Map.of();
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
