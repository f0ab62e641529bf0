package dev.tinyland.gate.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What becomes of the pod of RustFS while somebody looks: hooks for tests. Requests that are about
 * the pod are counted: lists that hold it, the pod itself, its log and commands in it.
 */
public final class LabPod {
  static final String NAME = "attic-rustfs-openebs-6d5f7c9b8d-x2x7k";
  static final String NAMESPACE = "nix-cache";

  private static final int NEVER = Integer.MAX_VALUE;

  private final AtomicInteger requests = new AtomicInteger();
  private volatile int goneAt = NEVER;
  private volatile int restartAt = NEVER;
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile Runnable watcher = () -> {};

  LabPod() {}

  /** The API has no such pod from the n-th of the next requests about it, counted from 1. */
  public void goneFrom(int request) {
    goneAt = requests.get() + request;
  }

  /** The container has been restarted at the n-th of the next requests about it. */
  public void restartFrom(int request) {
    restartAt = requests.get() + request;
  }

  /** Restarts the container now. */
  public void restart() {
    restarts.incrementAndGet();
  }

  /** The pod is there again. */
  public void back() {
    goneAt = NEVER;
  }

  /** From now on each request about it waits until this has run. */
  public void beforeEach(Runnable other) {
    watcher = other;
  }

  /** How many requests were about it. */
  public int requests() {
    return requests.get();
  }

  /**
   * @return whether the pod is there for this request
   */
  boolean request() {
    int number = requests.incrementAndGet();
    watcher.run();
    if (number >= restartAt) {
      restartAt = NEVER;
      restart();
    }
    return number < goneAt;
  }

  int restarts() {
    return restarts.get();
  }

  /** As it is now. */
  JsonNode now(JsonNode pod) {
    int seen = restarts.get();
    ObjectNode changed = pod.deepCopy();
    if (seen > 0 && changed.at("/status/containerStatuses/0") instanceof ObjectNode status) {
      status.put("restartCount", seen);
      status.put("containerID", "containerd://attic-rustfs-openebs-" + seen);
      status
          .putObject("lastState")
          .putObject("terminated")
          .put("reason", "Error")
          .put("exitCode", 137)
          .put("finishedAt", status.at("/state/running/startedAt").asText());
    }
    return changed;
  }
}
