/**
 * What a cluster says of the workload, read only. Nothing here creates, changes or deletes: every
 * request is a GET, and the two commands that are run in a pod are {@code test -d} and {@code
 * rustfs --version}.
 *
 * <p>The client library is known to {@code Fabric8Cluster}, {@code Fabric8Exec}, {@code
 * ClusterFinder} and {@code Kubeconfig} alone.
 */
@NullMarked
package dev.tinyland.gate.runtime.cluster;

import org.jspecify.annotations.NullMarked;
