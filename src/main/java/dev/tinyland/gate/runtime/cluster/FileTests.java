package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code test} says of paths in a pod. A command that does not end with 0 or 1, or of which
 * the server does not tell the end, says nothing.
 */
final class FileTests {
  private final Cluster cluster;
  private final ClusterSettings settings;
  private final Redaction redaction;
  private final Moments moments;

  FileTests(Cluster cluster, ClusterSettings settings, Redaction redaction, Moments moments) {
    this.cluster = cluster;
    this.settings = settings;
    this.redaction = redaction;
    this.moments = moments;
  }

  /**
   * Asks one thing.
   *
   * @param path that the command is about
   */
  Probe ask(String pod, String container, String path, PodCommand command) {
    if (moments.over()) {
      return new Probe(
          path,
          Presence.UNKNOWN,
          null,
          "not asked: the time for the cluster was over",
          moments.now());
    }
    ExecReply reply = cluster.exec(settings.namespace(), pod, container, command);
    Integer code = reply.exitCode();
    Presence presence =
        reply.access() != Access.SEEN || code == null
            ? Presence.UNKNOWN
            : switch (code) {
              case 0 -> Presence.YES;
              case 1 -> Presence.NO;
              default -> Presence.UNKNOWN;
            };
    return new Probe(path, presence, code, detail(reply), moments.now());
  }

  /**
   * Why these two do not come out as they have to; null where they do.
   *
   * @param there a path that has to be there
   * @param nowhere a path that cannot be there
   * @param missing in words, that the first one is not
   */
  static @Nullable String brokenControl(Probe there, Probe nowhere, String missing) {
    for (Probe probe : List.of(there, nowhere)) {
      if (probe.presence() == Presence.UNKNOWN) {
        return "a folder of known truth could not be tested: " + probe.detail();
      }
    }
    if (there.presence() == Presence.NO) {
      return missing;
    }
    return nowhere.presence() == Presence.YES
        ? "a folder that cannot exist was said to be there"
        : null;
  }

  /** Why what was seen is not of one container; null where it is. */
  @Nullable String changed(
      KubernetesReader reader, ChosenPod chosen, String pod, String container) {
    Part<String> after =
        reader.object(
            "/api/v1/namespaces/" + settings.namespace() + "/pods/" + KubernetesReader.encode(pod),
            "Pod",
            tree ->
                tree.has("metadata", "deletionTimestamp")
                    ? "being deleted"
                    : Workload.start(tree, container));
    if (after.value() == null) {
      return "the pod could not be looked at again: " + after.access() + ", " + after.detail();
    }
    return after.value().equals(chosen.start())
        ? null
        : "the pod or its container was replaced while its disk was looked at";
  }

  private @Nullable String detail(ExecReply reply) {
    String detail = reply.detail();
    String said = reply.standardError().strip();
    if (reply.access() != Access.SEEN) {
      return redaction.line(reply.access() + ", " + detail, 300);
    }
    String both = said.isEmpty() ? detail : detail == null ? said : detail + ": " + said;
    return both == null ? null : redaction.line(both, 300);
  }
}
