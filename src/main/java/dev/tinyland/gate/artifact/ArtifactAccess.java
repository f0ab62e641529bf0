package dev.tinyland.gate.artifact;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether this step can upload artifacts. */
public sealed interface ArtifactAccess {
  /**
   * It can.
   *
   * @param origin scheme, host and port of the service
   * @param token a secret: the runner hides it in logs
   * @param runId the run, as the service names it
   * @param jobId the job, as the service names it
   */
  record Available(URI origin, String token, String runId, String jobId) implements ArtifactAccess {
    /** Without the token. */
    @Override
    public String toString() {
      return "Available[" + origin + "]";
    }
  }

  /**
   * It cannot.
   *
   * @param reason one sentence for the operator
   */
  record Unavailable(String reason) implements ArtifactAccess {}

  /** From the variables {@code ACTIONS_RUNTIME_TOKEN}, {@code ACTIONS_RESULTS_URL} and server. */
  static ArtifactAccess of(Map<String, String> environment) {
    String token = environment.getOrDefault("ACTIONS_RUNTIME_TOKEN", "");
    String results = environment.getOrDefault("ACTIONS_RESULTS_URL", "");
    String server = environment.getOrDefault("GITHUB_SERVER_URL", "");
    if (token.isEmpty()) {
      return new Unavailable(
          "Artifacts cannot be uploaded here: there is no ACTIONS_RUNTIME_TOKEN, which GitHub gives"
              + " to container and JavaScript actions but not to `run` steps.");
    }
    if (results.isEmpty()) {
      return new Unavailable(
          "Artifacts cannot be uploaded here: there is no ACTIONS_RESULTS_URL, so the host has no"
              + " artifact service of the current kind.");
    }
    if (!server.isEmpty() && !hasService(server)) {
      return new Unavailable(
          "Artifacts cannot be uploaded here: GITHUB_SERVER_URL is neither github.com nor a ghe.com"
              + " host, and GitHub Enterprise Server has no artifact service of the current kind.");
    }
    URI origin = origin(results);
    if (origin == null) {
      return new Unavailable(
          "Artifacts cannot be uploaded here: ACTIONS_RESULTS_URL is no http or https address.");
    }
    BackendIds ids = BackendIds.of(token);
    if (ids == null) {
      return new Unavailable(
          "Artifacts cannot be uploaded here: ACTIONS_RUNTIME_TOKEN is no token of a job with the"
              + " scope Actions.Results.");
    }
    return new Available(origin, token, ids.run(), ids.job());
  }

  private static boolean hasService(String server) {
    try {
      String host = new URI(server).getHost();
      String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
      return name.equals("github.com") || name.endsWith(".ghe.com") || name.endsWith(".localhost");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The address without its path, which the service's clients ignore. */
  private static @Nullable URI origin(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
        return null;
      }
      return new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
