package dev.tinyland.gate.files;

import java.util.List;

/** Which files are pages, and which are scripts or configuration that may name a host. */
final class TextFiles {
  private static final List<String> TEXTS =
      List.of(".sh", ".bash", ".zsh", ".envrc", ".bazelrc", ".tf", ".tofu", ".hcl", ".tfvars");

  private TextFiles() {}

  static boolean isPage(String name) {
    return name.endsWith(".md") || name.endsWith(".markdown");
  }

  /** {@code .gitlab-ci.yml} and {@code deploy.gitlab-ci.yml}. */
  static boolean isGitlab(String name) {
    return name.endsWith(".gitlab-ci.yml") || name.endsWith(".gitlab-ci.yaml");
  }

  /** {@code build.sh}, {@code .envrc}, {@code .bazelrc.ci}, {@code backend.hcl} and their like. */
  static boolean isText(String name) {
    if (name.startsWith(".bazelrc")) {
      return true;
    }
    for (String ending : TEXTS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
