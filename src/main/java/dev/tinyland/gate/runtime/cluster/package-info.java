/**
 * What a cluster says of the workload, read only. Nothing here creates, changes or deletes: every
 * request is a GET, and the two commands that are run in a pod are {@code test -d} and {@code
 * rustfs --version}. The client library is known to {@code Fabric8Cluster}, {@code Fabric8Exec} and
 * {@code ClusterFinder} alone.
 */
@NullMarked
package dev.tinyland.gate.runtime.cluster;

import org.jspecify.annotations.NullMarked;
