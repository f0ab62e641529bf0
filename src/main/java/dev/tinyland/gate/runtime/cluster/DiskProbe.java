package dev.tinyland.gate.runtime.cluster;

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
  private final FileTests tests;

  DiskProbe(Cluster cluster, ClusterSettings settings, Redaction redaction, Moments moments) {
    this.cluster = cluster;
    this.settings = settings;
    this.redaction = redaction;
    this.moments = moments;
    this.tests = new FileTests(cluster, settings, redaction, moments);
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
    String broken =
        FileTests.brokenControl(root, nowhere, "the data root is no folder in this container");
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
    return evidence(chosen, tests.changed(reader, chosen, pod, container), controls, markers);
  }

  private Probe ask(String pod, String container, String path) {
    return tests.ask(pod, container, path, PodCommand.isFolder(path));
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
