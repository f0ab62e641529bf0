package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.VersionEvidence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The version of the program in the pod, and its log. */
final class PodReader {
  private static final int MOST_LINES = 500;
  private static final int MOST_BYTES = 256 << 10;
  private static final int LONGEST_LINE = 1000;

  private final Cluster cluster;
  private final ClusterSettings settings;
  private final Redaction redaction;
  private final Moments moments;
  private final KubernetesReader reader;

  PodReader(Cluster cluster, ClusterSettings settings, Redaction redaction, Moments moments) {
    this.cluster = cluster;
    this.settings = settings;
    this.redaction = redaction;
    this.moments = moments;
    this.reader = new KubernetesReader(cluster, redaction, moments);
  }

  VersionEvidence version() {
    ChosenPod chosen = ChosenPod.find(reader, settings);
    Tree tree = chosen.pod();
    String name = chosen.name();
    String container = chosen.container();
    if (tree == null || name == null) {
      return new VersionEvidence(
          null, null, "no pod to ask: " + chosen.problem(), null, null, moments.now());
    }
    Pod pod = Workload.pod(tree, settings);
    if (container == null) {
      return new VersionEvidence(
          name, null, chosen.problem(), pod.image(), pod.imageId(), moments.now());
    }
    ExecReply reply =
        cluster.exec(settings.namespace(), name, container, PodCommand.rustfsVersion());
    Integer code = reply.exitCode();
    String first = reply.standardOutput().lines().findFirst().orElse("").strip();
    boolean told = reply.access() == Access.SEEN && code != null && code == 0 && !first.isEmpty();
    return new VersionEvidence(
        name,
        told ? redaction.line(first, 200) : null,
        told ? null : untold(reply),
        pod.image(),
        pod.imageId(),
        moments.now());
  }

  private String untold(ExecReply reply) {
    Integer code = reply.exitCode();
    String what = code == null ? String.valueOf(reply.detail()) : "exit code " + code;
    return redaction.line(reply.access() == Access.SEEN ? what : reply.access() + ", " + what, 300);
  }

  LogEvidence logs(Duration since, boolean previous) {
    long seconds = Math.max(1, since.toSeconds());
    ChosenPod chosen = ChosenPod.find(reader, settings);
    String pod = chosen.name();
    String container = chosen.container();
    if (pod == null || container == null) {
      return log(chosen, previous, seconds, chosen.access(), chosen.problem(), false, List.of());
    }
    Part<Reply.Answer> part =
        reader.text(
            "/api/v1/namespaces/"
                + settings.namespace()
                + "/pods/"
                + KubernetesReader.encode(pod)
                + "/log?container="
                + KubernetesReader.encode(container)
                + "&sinceSeconds="
                + seconds
                + "&tailLines="
                + MOST_LINES
                + "&limitBytes="
                + MOST_BYTES
                + (previous ? "&previous=true" : ""),
            MOST_BYTES);
    Reply.Answer answer = part.value();
    if (answer == null) {
      Access access = previous && isNoPrevious(part.detail()) ? Access.ABSENT : part.access();
      return log(chosen, previous, seconds, access, part.detail(), false, List.of());
    }
    return text(chosen, previous, seconds, answer);
  }

  /** The part of a line at the bound is left out: a piece of a secret has no form to know it by. */
  private LogEvidence text(ChosenPod chosen, boolean previous, long seconds, Reply.Answer answer) {
    String body = answer.body();
    boolean bounded = answer.cut() || body.getBytes(StandardCharsets.UTF_8).length >= MOST_BYTES;
    if (bounded && !body.endsWith("\n")) {
      body = body.substring(0, body.lastIndexOf('\n') + 1);
    }
    List<String> lines = redaction.lines(body, LONGEST_LINE);
    boolean cut = bounded || body.lines().count() >= MOST_LINES;
    return log(chosen, previous, seconds, Access.SEEN, null, cut, lines);
  }

  private static boolean isNoPrevious(@Nullable String detail) {
    return detail != null
        && detail.startsWith("HTTP 400")
        && detail.contains("previous terminated container");
  }

  private LogEvidence log(
      ChosenPod chosen,
      boolean previous,
      long seconds,
      Access access,
      @Nullable String detail,
      boolean cut,
      List<String> lines) {
    return new LogEvidence(
        settings.namespace(),
        chosen.name(),
        chosen.container(),
        previous,
        seconds,
        access,
        detail == null ? null : redaction.line(detail, 300),
        cut,
        lines,
        moments.now());
  }
}
