package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Marker;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which folders of buckets the volume of the pod has. Two folders of known truth come first; a
 * command that does not end with 0 or 1, or of which the server does not tell the end, says
 * nothing; and all of it counts only if the container at the end is the one of the beginning.
 */
final class DiskProbe {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final String METADATA = "/.rustfs.sys/buckets/";
  private static final String NOT_ASKED = "not asked: the disk cannot be seen";

  private final Cluster cluster;
  private final ClusterSettings settings;
  private final Redaction redaction;
  private final Moments moments;

  DiskProbe(Cluster cluster, ClusterSettings settings, Redaction redaction, Moments moments) {
    this.cluster = cluster;
    this.settings = settings;
    this.redaction = redaction;
    this.moments = moments;
  }

  DiskEvidence probe(List<String> buckets) {
    for (String bucket : buckets) {
      if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
        throw new IllegalArgumentException(
            "A bucket has a name of 3 to 63 lower-case letters, digits, `-` and `.`.");
      }
    }
    KubernetesReader reader = new KubernetesReader(cluster, redaction, moments);
    ChosenPod chosen = ChosenPod.find(reader, settings);
    String pod = chosen.name();
    String container = chosen.container();
    if (chosen.problem() != null || pod == null || container == null) {
      String problem = "no pod to ask: " + chosen.access() + ", " + chosen.problem();
      return evidence(chosen, problem, List.of(), unknown(buckets));
    }

    Probe root = ask(pod, container, settings.dataRoot());
    Probe nowhere =
        ask(pod, container, settings.dataRoot() + "/.gate-nonexistent-" + UUID.randomUUID());
    List<Probe> controls = List.of(root, nowhere);
    String broken = brokenControl(root, nowhere);
    if (broken != null) {
      return evidence(chosen, broken, controls, unknown(buckets));
    }
    List<Marker> markers = new ArrayList<>();
    for (String bucket : buckets) {
      markers.add(
          new Marker(
              bucket,
              ask(pod, container, settings.dataRoot() + "/" + bucket),
              ask(pod, container, settings.dataRoot() + METADATA + bucket)));
    }
    return evidence(chosen, changed(reader, chosen, pod, container), controls, markers);
  }

  private static @Nullable String brokenControl(Probe root, Probe nowhere) {
    for (Probe probe : List.of(root, nowhere)) {
      if (probe.presence() == Presence.UNKNOWN) {
        return "a folder of known truth could not be tested: " + probe.detail();
      }
    }
    if (root.presence() == Presence.NO) {
      return "the data root is no folder in this container";
    }
    return nowhere.presence() == Presence.YES
        ? "a folder that cannot exist was said to be there"
        : null;
  }

  /** Why what was seen is not of one container; null where it is. */
  private @Nullable String changed(
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

  private Probe ask(String pod, String container, String path) {
    if (moments.over()) {
      return new Probe(
          path,
          Presence.UNKNOWN,
          null,
          "not asked: the time for the cluster was over",
          moments.now());
    }
    ExecReply reply = cluster.exec(settings.namespace(), pod, container, PodCommand.isFolder(path));
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

  private @Nullable String detail(ExecReply reply) {
    String detail = reply.detail();
    String said = reply.standardError().strip();
    if (reply.access() != Access.SEEN) {
      return redaction.line(reply.access() + ", " + detail, 300);
    }
    String both = said.isEmpty() ? detail : detail == null ? said : detail + ": " + said;
    return both == null ? null : redaction.line(both, 300);
  }

  private List<Marker> unknown(List<String> buckets) {
    List<Marker> markers = new ArrayList<>();
    for (String bucket : buckets) {
      markers.add(
          new Marker(
              bucket,
              notAsked(settings.dataRoot() + "/" + bucket),
              notAsked(settings.dataRoot() + METADATA + bucket)));
    }
    return markers;
  }

  private Probe notAsked(String path) {
    return new Probe(path, Presence.UNKNOWN, null, NOT_ASKED, moments.now());
  }

  private DiskEvidence evidence(
      ChosenPod chosen, @Nullable String problem, List<Probe> controls, List<Marker> markers) {
    return new DiskEvidence(
        settings.namespace(),
        chosen.name(),
        chosen.uid(),
        chosen.container(),
        settings.dataRoot(),
        problem == null,
        problem == null ? null : redaction.line(problem, 400),
        controls,
        markers);
  }
}
