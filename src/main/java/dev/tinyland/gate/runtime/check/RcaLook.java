package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.cluster.ClusterCollector;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.Recorder;
import java.io.IOException;
import java.util.List;

/**
 * What the analysis of the bucket index looks at: everything that a restart would wipe away. It
 * only reads, unless it was asked for the probe.
 */
final class RcaLook {
  private RcaLook() {}

  static void look(Run run) throws IOException {
    ClusterCollector cluster = run.open().cluster();
    Recorder recorder = run.recorder();
    ClusterEvidence before = cluster.collect();
    recorder.add(Kind.CLUSTER_BEFORE, before);
    // The logs first: they roll on while everything else is asked.
    recorder.add(Kind.LOG, cluster.logs(run.settings().since(), false));
    if (hasRestarted(before)) {
      recorder.add(Kind.LOG, cluster.logs(run.settings().since(), true));
    }
    recorder.add(Kind.VERSION, cluster.version());
    recorder.add(Kind.PROGRAMS, cluster.programs());
    recorder.add(Kind.JOBS, cluster.jobs());
    BucketLooks.look(run.question().buckets(), run);
    if (run.question().scratchProbe()) {
      ScratchLook.look(run);
    }
    recorder.add(Kind.CLUSTER_AFTER, cluster.collect());
  }

  private static boolean hasRestarted(ClusterEvidence cluster) {
    List<ClusterEvidence.Pod> pods = cluster.pods().value();
    return pods != null && pods.stream().anyMatch(pod -> pod.restarts() > 0);
  }
}
