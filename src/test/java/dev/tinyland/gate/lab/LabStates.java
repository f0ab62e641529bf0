package dev.tinyland.gate.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.runtime.s3.States;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The states of the four protected stacks, with secrets in them that nobody may ever see. */
public final class LabStates {
  /** The bucket of all states. */
  public static final String BUCKET = "tofu-state";

  /** What every secret that is planted in the lab starts with. */
  public static final String CANARY = "lab-canary-";

  private static final Map<String, String> KEYS = keys();

  private LabStates() {}

  /** By stack, the key of its state. */
  public static Map<String, String> all() {
    return KEYS;
  }

  static String key(String stack) {
    String key = KEYS.get(stack);
    if (key == null) {
      throw new IllegalArgumentException("no protected stack is called " + stack);
    }
    return key;
  }

  /** A state with a lineage and an output of its own. */
  static byte[] body(String stack) {
    return States.PLAIN
        .replace(States.LINEAGE, UUID.nameUUIDFromBytes(stack.getBytes(UTF_8)).toString())
        .replace(States.CANARY, CANARY + stack)
        .getBytes(UTF_8);
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("attic", "attic/terraform.tfstate");
    keys.put("arc-runners", "arc-runners/terraform.tfstate");
    keys.put("gitlab-runners", "tinyland-infra/gitlab-runners/terraform.tfstate");
    keys.put("runner-dashboard", "tinyland-infra/runner-dashboard/terraform.tfstate");
    return keys;
  }
}
