package dev.tinyland.gate.runtime.s3;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys, and where they came from. What this prints as never holds a key.
 *
 * @param origin for example {@code TOFU_BACKEND_S3_*}
 */
public record S3Credentials(
    String accessKeyId, String secretAccessKey, @Nullable String sessionToken, String origin) {
  public S3Credentials {
    if (accessKeyId.isBlank() || secretAccessKey.isBlank()) {
      throw new IllegalArgumentException("anonymous requests are not made");
    }
  }

  @Override
  public String toString() {
    return "S3Credentials[" + origin + "]";
  }

  /** The text without any of the keys. */
  String redact(String text) {
    String redacted = text;
    for (String key : keys()) {
      redacted = redacted.replace(key, "***");
    }
    return redacted;
  }

  /** What must not come out anywhere. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(secretAccessKey, accessKeyId));
    if (sessionToken != null && !sessionToken.isBlank()) {
      keys.add(sessionToken);
    }
    return keys;
  }
}
