package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.ConfigurationFile;
import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.policy.Configuration;
import dev.tinyland.gate.lint.policy.Origin;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.policy.Sourced;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.report.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a run: what the command line says, else the file, else the policy documents.
 *
 * @param read what the file says; null where there is none
 */
record Configured(Policy policy, PolicyReader.@Nullable Read read) {
  /**
   * Without a file this is the posture of the policy documents, found without a look at what reads
   * configurations.
   *
   * @param profile what the command line says, or null
   * @param named the file that the command line names, or null
   * @param builtIn what is known without a configuration
   */
  static Configured of(
      Workspace workspace, @Nullable Profile profile, @Nullable Path named, KnowledgeBase builtIn)
      throws IOException {
    ConfigurationFile file = ConfigurationFile.find(workspace, named);
    if (file == null) {
      return new Configured(Policy.ofSeeds(profile == null ? Profile.QUARANTINE : profile), null);
    }
    PolicyReader.Read read =
        PolicyReader.read(file.name(), file.read(), Linter.vocabulary(builtIn));
    return new Configured(withProfile(read.configuration(), profile).policy(), read);
  }

  static Configuration withProfile(Configuration configuration, @Nullable Profile profile) {
    return profile == null
        ? configuration
        : configuration.withProfile(new Sourced<>(profile, new Origin.Given("--profile")));
  }

  List<Problem> problems() {
    return read == null ? List.of() : read.problems();
  }
}
