package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Root;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The four stacks whose state is protected, and how a repository shows that it holds it. */
final class ProtectedState {
  /** The operation that has to come before a change: "the deep RustFS state authority guard". */
  static final String GUARD = "tofu-state-authority-deep-check";

  static final List<String> STACKS =
      List.of("attic", "arc-runners", "gitlab-runners", "runner-dashboard");

  private static final Map<String, String> KEYS =
      Map.of(
          "attic", "attic/terraform.tfstate",
          "arc-runners", "arc-runners/terraform.tfstate",
          "gitlab-runners", "tinyland-infra/gitlab-runners/terraform.tfstate",
          "runner-dashboard", "tinyland-infra/runner-dashboard/terraform.tfstate");

  /** Where one of these stands, the S3 state of GloriousFlywheel is at work. */
  private static final List<String> SIGNS =
      List.of(
          "TOFU_BACKEND_S3_",
          "tofu-state-authority",
          "tofu-state-ha-readiness",
          "tofu_state_authority",
          "bucket=tofu-state",
          "bucket: tofu-state",
          "bucket = \"tofu-state\"",
          "s3://tofu-state",
          "tinyland-infra/gitlab-runners/",
          "tinyland-infra/runner-dashboard/");

  private ProtectedState() {}

  /** The key of the state of a stack. */
  static String key(String stack) {
    return KEYS.getOrDefault(stack, "");
  }

  /** The stack whose state has the key, or null. */
  static @Nullable String stackOfKey(String key) {
    for (String stack : STACKS) {
      if (key.equals(key(stack))) {
        return stack;
      }
    }
    return null;
  }

  static boolean showsIn(List<Root> roots) {
    for (Root root : roots) {
      if (showsIn(root.file().text())) {
        return true;
      }
    }
    return false;
  }

  static boolean showsIn(String text) {
    for (String sign : SIGNS) {
      if (text.contains(sign)) {
        return true;
      }
    }
    return false;
  }
}
