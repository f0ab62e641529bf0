package dev.tinyland.gate.files;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The default branch as a clone or the event of a run knows it. */
public final class DefaultBranch {
  private static final String PREFIX = "ref: refs/remotes/origin/";

  private DefaultBranch() {}

  /** What {@code origin/HEAD} points to, or null where the clone does not say. */
  public static @Nullable String ofClone(Path root) {
    Path head = root.resolve(".git/refs/remotes/origin/HEAD");
    if (!Files.isRegularFile(head)) {
      return null;
    }
    try {
      String text = Files.readString(head).strip();
      return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** {@code repository.default_branch} of the event's payload, or null where it does not say. */
  public static @Nullable String ofEvent(Path payload) throws IOException {
    if (!Files.isRegularFile(payload)) {
      return null;
    }
    try {
      Object event = JsonReader.read(Files.readString(payload));
      Object repository = event instanceof Map<?, ?> map ? map.get("repository") : null;
      Object branch = repository instanceof Map<?, ?> map ? map.get("default_branch") : null;
      return branch instanceof String name ? name : null;
    } catch (JsonSyntaxException e) {
      return null;
    }
  }
}
