package dev.tinyland.gate.github;

import dev.tinyland.gate.github.ApiFailure.Kind;
import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.render.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * Reads what GitHub answered instead of what was asked for (GitHub Docs, "Troubleshooting the REST
 * API" and "Rate limits for the REST API").
 */
final class Refusals {
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_BYTES = 1 << 16;

  /** What GitHub wants to be left alone for where it names no time. */
  private static final Duration UNNAMED = Duration.ofSeconds(60);

  private Refusals() {}

  static ApiFailure of(GitHubConnectorResponse answer, String token) {
    int status = answer.statusCode();
    String said = said(answer, token);
    String what = "HTTP " + status + (said.isEmpty() ? "" : ": " + said);
    Duration retryAfter = retryAfter(answer.header("Retry-After"));
    if (status == 429 || status == 403) {
      return limited(answer, status, said, what, retryAfter);
    }
    if (status >= 500) {
      return new ApiFailure(Kind.UNCERTAIN, what, retryAfter);
    }
    return switch (status) {
      case 401 -> new ApiFailure(Kind.REFUSED, what);
      case 404 -> new ApiFailure(Kind.MISSING, what);
      default -> new ApiFailure(Kind.FINAL, what);
    };
  }

  /** Which of two limits it is, or, for 403, that it is none. */
  private static ApiFailure limited(
      GitHubConnectorResponse answer,
      int status,
      String said,
      String what,
      @Nullable Duration retryAfter) {
    if (retryAfter != null) {
      return new ApiFailure(Kind.TOO_EARLY, what, retryAfter);
    }
    if ("0".equals(answer.header("X-RateLimit-Remaining"))) {
      return new ApiFailure(Kind.FINAL, what + " (no requests are left for this hour)");
    }
    boolean secondary =
        status == 429
            || answer.header("gh-limited-by") != null
            || said.toLowerCase(Locale.ROOT).contains("secondary rate");
    return secondary
        ? new ApiFailure(Kind.TOO_EARLY, what, UNNAMED)
        : new ApiFailure(Kind.REFUSED, what);
  }

  /** Seconds; GitHub sends no dates here. Null where it is missing or something else. */
  private static @Nullable Duration retryAfter(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      return Duration.ofSeconds(Math.max(0, Integer.parseInt(header.trim())));
    } catch (NumberFormatException e) {
      return UNNAMED;
    }
  }

  /**
   * The message of the answer as a short line without a period; empty for anything that is not
   * GitHub's.
   */
  private static String said(GitHubConnectorResponse answer, String token) {
    String body;
    try (InputStream in = answer.bodyStream()) {
      body = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
    try {
      Object message = JsonReader.read(body) instanceof Map<?, ?> map ? map.get("message") : null;
      return message instanceof String text ? shortened(text.replace(token, "***")) : "";
    } catch (JsonSyntaxException e) {
      return "";
    }
  }

  private static String shortened(String text) {
    String whole = Visible.line(text.strip());
    String line = whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
    if (line.length() <= MOST_CHARACTERS) {
      return line;
    }
    boolean split = Character.isHighSurrogate(line.charAt(MOST_CHARACTERS - 1));
    return line.substring(0, split ? MOST_CHARACTERS - 1 : MOST_CHARACTERS) + "…";
  }
}
