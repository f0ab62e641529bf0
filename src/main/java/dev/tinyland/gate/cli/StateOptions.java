package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.policy.Sourced;
import dev.tinyland.gate.lint.policy.StateKey;
import dev.tinyland.gate.lint.policy.StateSection;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.runtime.check.Check;
import dev.tinyland.gate.runtime.check.LastEvidence;
import dev.tinyland.gate.runtime.check.StateSettings;
import dev.tinyland.gate.runtime.cluster.ClusterSettings;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.s3.S3Backend;
import dev.tinyland.gate.runtime.s3.S3Collector;
import dev.tinyland.gate.runtime.s3.S3Settings;
import dev.tinyland.gate.runtime.s3.S3SettingsException;
import dev.tinyland.gate.runtime.s3.S3Timeouts;
import dev.tinyland.gate.runtime.s3.WarmUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the state path works with: the policy documents, over them the configuration,
 * over it the variables and files of an operator, and over all the command line.
 *
 * @param s3 null for a check that does not ask S3
 * @param last earlier looks at the state objects
 * @param said the configuration where there is one
 * @param configuration its text; null where there is none
 */
record StateOptions(
    StateSettings settings,
    @Nullable S3Settings s3,
    List<StateObjectEvidence> last,
    StateSection said,
    @Nullable String configuration) {

  /**
   * Reads them.
   *
   * @param root where the configuration is looked for
   * @param asksS3 whether an endpoint and credentials have to be there
   * @throws UsageException with everything that is wrong
   */
  static StateOptions read(Arguments parsed, Terminal terminal, Path root, boolean asksS3)
      throws IOException {
    if (asksS3) {
      WarmUp.begin();
    }
    PolicyReader.Read read = configuration(parsed, root);
    StateSection said = read == null ? StateSection.EMPTY : read.configuration().state();
    Reader reader = new Reader(parsed, said, StateSettings.ofSeeds());
    S3Backend backend = asksS3 ? reader.backend(terminal.environment()) : null;
    StateSettings settings = reader.settings(backend);
    S3Settings s3 = backend == null ? null : reader.timed(backend.settings());
    List<StateObjectEvidence> last = reader.last();
    if (!reader.complaints.isEmpty()) {
      throw new UsageException(reader.complaints);
    }
    return new StateOptions(
        Objects.requireNonNull(settings), s3, last, said, read == null ? null : read.file().text());
  }

  private static PolicyReader.@Nullable Read configuration(Arguments parsed, Path root)
      throws IOException {
    Configured configured =
        Configured.of(
            Workspace.of(List.of(root)),
            null,
            OptionReader.file(parsed, "--config"),
            KnowledgeBaseReader.builtIn());
    List<String> complaints = new ArrayList<>();
    for (Problem problem : configured.problems()) {
      complaints.add(ConfigCommand.place(problem.span()) + ": " + ConfigCommand.message(problem));
    }
    if (!complaints.isEmpty()) {
      throw new UsageException(complaints);
    }
    return configured.read();
  }

  private static final class Reader {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Arguments parsed;
    private final StateSection said;
    private final StateSettings seeds;
    private final List<String> complaints = new ArrayList<>();

    Reader(Arguments parsed, StateSection said, StateSettings seeds) {
      this.parsed = parsed;
      this.said = said;
      this.seeds = seeds;
    }

    @Nullable S3Backend backend(Map<String, String> environment) throws IOException {
      String endpoint = said.text(StateKey.ENDPOINT);
      String region = said.text(StateKey.REGION);
      S3Backend.Fallback fallback = new S3Backend.Fallback(endpoint, region);
      Path file = OptionReader.file(parsed, "--backend-config");
      if (file != null && file.toString().indexOf('=') >= 0 && !Files.exists(file)) {
        // OpenTofu takes a pair there as well, and its value may be a key of S3.
        complaints.add("--backend-config takes a file, and no KEY=VALUE");
        return null;
      }
      try {
        return file == null
            ? S3Backend.of(environment, fallback)
            : S3Backend.of(file.toString(), Files.readString(file), environment, fallback);
      } catch (S3SettingsException e) {
        complaints.add(String.valueOf(e.getMessage()));
        return null;
      }
    }

    /** Null where something is wrong. */
    @Nullable StateSettings settings(@Nullable S3Backend backend) {
      Map<String, String> stacks = new LinkedHashMap<>();
      StateValues.stacks(said).forEach((stack, key) -> stacks.put(stack, key.value()));
      ClusterSettings cluster = cluster();
      String bucket = backend == null ? null : backend.bucket();
      if (bucket != null && !S3Collector.isName(bucket)) {
        complaints.add("the bucket of the backend, " + bucket + ", is no name of a bucket");
      }
      String key = backend == null ? null : backend.key();
      String ofStack = isDeepCheck() ? stacks.get(String.valueOf(parsed.positional())) : null;
      if (key != null && ofStack != null && !key.equals(ofStack)) {
        complaints.add(
            "the backend keeps its state under "
                + key
                + ", and the stack "
                + parsed.positional()
                + " is under "
                + ofStack);
      }
      Duration pause = time("--pause", seeds.pause());
      Duration since = time("--since", seeds.since());
      return cluster == null
          ? null
          : new StateSettings(
              stacks,
              bucket == null ? text(StateKey.BUCKET) : bucket,
              buckets(bucket),
              text(StateKey.STORAGE_NODE),
              cluster,
              pause,
              since);
    }

    private boolean isDeepCheck() {
      return parsed.command().equals(Check.DEEP_CHECK.command());
    }

    /** The bucket of the state is one of them, unless the configuration says which there are. */
    private List<String> buckets(@Nullable String ofBackend) {
      List<String> buckets = Sourced.values(StateValues.of(StateKey.BUCKETS, said));
      if (ofBackend == null || said.list(StateKey.BUCKETS) != null || buckets.contains(ofBackend)) {
        return buckets;
      }
      List<String> all = new ArrayList<>(buckets);
      all.set(0, ofBackend);
      return all;
    }

    private @Nullable ClusterSettings cluster() {
      Duration usual = seeds.cluster().timeout();
      Duration timeout = time("--timeout", usual);
      try {
        return new ClusterSettings(
            text(StateKey.NAMESPACE),
            text(StateKey.DEPLOYMENT),
            text(StateKey.SERVICE),
            text(StateKey.CLAIM),
            said.text(StateKey.CONTAINER),
            said.text(StateKey.SELECTOR),
            text(StateKey.DATA_ROOT),
            text(StateKey.ZFS_NAMESPACE),
            OptionReader.file(parsed, "--kubeconfig"),
            parsed.text("--kube-context"),
            min(timeout, usual),
            seeds.cluster().total());
      } catch (IllegalArgumentException e) {
        complaints.add(String.valueOf(e.getMessage()));
        return null;
      }
    }

    /** Of a key that has a default. */
    private String text(StateKey key) {
      return Objects.requireNonNull(StateValues.text(key, said));
    }

    S3Settings timed(S3Settings settings) {
      Duration whole = time("--timeout", settings.timeouts().request());
      return settings.withTimeouts(new S3Timeouts(min(CONNECT, whole), min(SILENCE, whole), whole));
    }

    List<StateObjectEvidence> last() throws IOException {
      String bundle = parsed.text("--last");
      if (bundle == null) {
        return List.of();
      }
      try {
        List<StateObjectEvidence> last = LastEvidence.of(Path.of(bundle));
        String stack = parsed.positional();
        if (isDeepCheck() && last.stream().noneMatch(one -> one.stack().equals(stack))) {
          complaints.add("--last " + bundle + ": it has no evidence of the stack " + stack);
        }
        return last;
      } catch (IllegalArgumentException e) {
        complaints.add("--last " + bundle + ": " + e.getMessage());
        return List.of();
      }
    }

    private Duration time(String option, Duration otherwise) {
      String text = parsed.text(option);
      if (text == null) {
        return otherwise;
      }
      Duration duration = Durations.parse(text);
      boolean nothing = duration != null && duration.isZero() && !option.equals("--pause");
      if (duration == null || nothing) {
        String complaint =
            option + " takes a length of time such as 500ms, 10s or 30m, not " + text;
        if (!complaints.contains(complaint)) {
          complaints.add(complaint);
        }
        return otherwise;
      }
      return duration;
    }

    private static Duration min(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }
  }
}
