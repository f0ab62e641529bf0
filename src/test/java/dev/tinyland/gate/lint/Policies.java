package dev.tinyland.gate.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The policy of repositories that are written down in tests, and the day on which they are read.
 */
public final class Policies {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private Policies() {}

  /**
   * What the configuration among the files says, else the policy documents.
   *
   * @param profile as on the command line; null where it says none
   */
  public static Policy of(Map<String, String> files, @Nullable Profile profile) {
    for (String path : List.of(".github/gate.yml", ".github/gate.yaml")) {
      String text = files.get(path);
      if (text != null) {
        return of(path, text.getBytes(UTF_8), profile);
      }
    }
    return Policy.ofSeeds(profile == null ? Profile.QUARANTINE : profile);
  }

  /** What a configuration says, which is in order. */
  public static Policy of(String path, byte[] bytes, @Nullable Profile profile) {
    PolicyReader.Read read =
        PolicyReader.read(path, bytes, Linter.vocabulary(KnowledgeBaseReader.builtIn()));
    Assertions.assertThat(read.problems()).as(path).isEmpty();
    Policy policy = read.configuration().policy();
    return profile == null ? policy : policy.withProfile(profile);
  }
}
