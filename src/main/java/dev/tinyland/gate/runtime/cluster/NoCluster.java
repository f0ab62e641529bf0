package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;

/**
 * A cluster that cannot be asked.
 *
 * @param context why not, in words
 */
record NoCluster(Access access, String context) implements Cluster {
  @Override
  public Reply get(String path, int limit) {
    return new Reply.Silence(access, context);
  }

  @Override
  public ExecReply exec(String namespace, String pod, String container, PodCommand command) {
    return ExecReply.failed(access, context);
  }

  @Override
  public void close() {}
}
