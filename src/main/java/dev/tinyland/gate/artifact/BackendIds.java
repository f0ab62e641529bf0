package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids by which the service knows the run and the job; they stand in the runtime token. */
record BackendIds(String run, String job) {
  private static final String SCOPE = "Actions.Results";

  /**
   * Reads the claim {@code scp} of a JSON web token: names parted by spaces, one of them {@code
   * Actions.Results:<run>:<job>}. Null where the token is none or holds no such scope.
   */
  static @Nullable BackendIds of(String token) {
    if (!isHeaderText(token)) {
      return null;
    }
    int start = token.indexOf('.') + 1;
    int end = token.indexOf('.', start);
    if (start == 0 || end < 0) {
      return null;
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.substring(start, end));
      Object json = JsonReader.read(new String(claims, UTF_8));
      return json instanceof Map<?, ?> map && map.get("scp") instanceof String scopes
          ? among(scopes)
          : null;
    } catch (IllegalArgumentException | JsonSyntaxException e) {
      return null;
    }
  }

  private static @Nullable BackendIds among(String scopes) {
    for (String scope : scopes.split(" ", -1)) {
      String[] parts = scope.split(":", -1);
      if (parts[0].equals(SCOPE)) {
        return parts.length == 3 ? new BackendIds(parts[1], parts[2]) : null;
      }
    }
    return null;
  }

  /** Anything else, a line break above all, cannot stand in a header. */
  private static boolean isHeaderText(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }
}
