package dev.tinyland.gate.runtime.cluster;

/**
 * All that gate can do to a cluster: read a path, and run one of the commands of {@link PodCommand}
 * in a container. There is no other verb. Neither method throws for what a server or a network
 * does; nothing is tried twice.
 */
interface Cluster extends AutoCloseable {
  /** How it was found: {@code in-cluster}, {@code kubeconfig}, or why it was not. */
  String context();

  /**
   * GET.
   *
   * @param path with its query, from the root of the API
   * @param limit in bytes; a longer answer is cut
   */
  Reply get(String path, int limit);

  /** Runs the command and waits for its end, without standard input and without a terminal. */
  ExecReply exec(String namespace, String pod, String container, PodCommand command);

  /** Closes the connections. */
  @Override
  void close();
}
