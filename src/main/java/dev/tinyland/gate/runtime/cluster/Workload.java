package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Deployment;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of deployments, pods and endpoint slices. */
final class Workload {
  private Workload() {}

  static Deployment deployment(Tree tree) {
    Long generation = tree.number("metadata", "generation");
    Long observed = tree.number("status", "observedGeneration");
    List<String> images = new ArrayList<>();
    for (Tree container : tree.items("spec", "template", "spec", "containers")) {
      images.add(container.required("image"));
    }
    return new Deployment(
        tree.required("metadata", "name"),
        tree.integer(1, "spec", "replicas"),
        tree.integer(0, "status", "readyReplicas"),
        tree.integer(0, "status", "availableReplicas"),
        generation == null ? 0 : generation,
        observed == null ? 0 : observed,
        List.copyOf(images),
        selector(tree.at("spec", "selector")));
  }

  /** A label selector as a query takes it. */
  static String selector(Tree selector) {
    List<String> terms = new ArrayList<>();
    for (Map.Entry<?, ?> label : selector.at("matchLabels").map().entrySet()) {
      terms.add(label.getKey() + "=" + label.getValue());
    }
    for (Tree expression : selector.items("matchExpressions")) {
      String key = expression.required("key");
      String values = "(" + String.join(",", expression.texts("values")) + ")";
      terms.add(
          switch (expression.required("operator")) {
            case "In" -> key + " in " + values;
            case "NotIn" -> key + " notin " + values;
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            default -> throw new Tree.LacksException("a known operator of the selector");
          });
    }
    if (terms.isEmpty()) {
      throw new Tree.LacksException("spec.selector");
    }
    return String.join(",", terms);
  }

  /** A pod that is being deleted has the phase {@code Terminating}, whatever it says itself. */
  static Pod pod(Tree tree, ClusterSettings settings) {
    String container = container(tree, settings);
    String phase = tree.text("status", "phase");
    Tree status = status(tree, container);
    String started = status.text("state", "running", "startedAt");
    return new Pod(
        tree.required("metadata", "name"),
        tree.required("metadata", "uid"),
        tree.has("metadata", "deletionTimestamp")
            ? "Terminating"
            : phase == null ? "Unknown" : phase,
        tree.text("spec", "nodeName"),
        container == null ? tree.text("status", "startTime") : started,
        condition(tree, "Ready"),
        container == null ? allRestarts(tree) : status.integer(0, "restartCount"),
        status.text("image"),
        status.text("imageID"),
        termination(status.at("lastState", "terminated")));
  }

  /** The container of the workload; null where it cannot be told among several. */
  static @Nullable String container(Tree pod, ClusterSettings settings) {
    List<Tree> containers = pod.items("spec", "containers");
    List<String> mounting = new ArrayList<>();
    for (Tree container : containers) {
      String name = container.required("name");
      if (name.equals(settings.container())
          || (settings.container() == null && containers.size() == 1)) {
        return name;
      }
      for (Tree mount : container.items("volumeMounts")) {
        String volume = mount.text("name");
        if (settings.dataRoot().equals(mount.text("mountPath"))
            && volume != null
            && isVolumeOfClaim(pod, volume, settings.claim())) {
          mounting.add(name);
        }
      }
    }
    return settings.container() == null && mounting.size() == 1 ? mounting.getFirst() : null;
  }

  private static boolean isVolumeOfClaim(Tree pod, String name, String claim) {
    for (Tree volume : pod.items("spec", "volumes")) {
      if (name.equals(volume.text("name"))) {
        return claim.equals(volume.text("persistentVolumeClaim", "claimName"));
      }
    }
    return false;
  }

  /** What tells one start of a container from the next. */
  static String start(Tree pod, @Nullable String container) {
    Tree status = status(pod, container);
    return pod.required("metadata", "uid")
        + " "
        + status.integer(0, "restartCount")
        + " "
        + status.text("containerID");
  }

  private static Tree status(Tree pod, @Nullable String container) {
    for (Tree status : pod.items("status", "containerStatuses")) {
      if (container != null && container.equals(status.text("name"))) {
        return status;
      }
    }
    return Tree.of(null);
  }

  private static int allRestarts(Tree pod) {
    int restarts = 0;
    for (Tree status : pod.items("status", "containerStatuses")) {
      restarts += status.integer(0, "restartCount");
    }
    return restarts;
  }

  private static @Nullable String termination(Tree terminated) {
    if (terminated.map().isEmpty()) {
      return null;
    }
    String reason = terminated.text("reason");
    String finished = terminated.text("finishedAt");
    return (reason == null ? "no reason" : reason)
        + ", exit code "
        + terminated.integer(0, "exitCode")
        + (finished == null ? "" : ", " + finished);
  }

  static boolean condition(Tree tree, String type) {
    for (Tree condition : tree.items("status", "conditions")) {
      if (type.equals(condition.text("type"))) {
        return "True".equals(condition.text("status"));
      }
    }
    return false;
  }

  /** A condition that is not told counts as ready, as for Kubernetes. */
  static boolean isReady(Tree endpoint) {
    return !Boolean.FALSE.equals(endpoint.flag("conditions", "ready"))
        && !Boolean.FALSE.equals(endpoint.flag("conditions", "serving"));
  }

  /** The endpoints of a slice. */
  static List<Endpoint> endpoints(Tree slice) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Tree endpoint : slice.items("endpoints")) {
      endpoints.add(
          new Endpoint(
              isReady(endpoint), endpoint.text("nodeName"), endpoint.text("targetRef", "uid")));
    }
    return endpoints;
  }

  /** A pod with two address families stands in two slices, and is one endpoint. */
  static List<Endpoint> distinct(List<List<Endpoint>> slices) {
    Map<String, Endpoint> byTarget = new LinkedHashMap<>();
    int unnamed = 0;
    for (List<Endpoint> slice : slices) {
      for (Endpoint endpoint : slice) {
        String uid = endpoint.targetUid();
        byTarget.merge(
            uid == null ? "#" + unnamed++ : uid,
            endpoint,
            (one, other) ->
                new Endpoint(one.ready() && other.ready(), one.node(), one.targetUid()));
      }
    }
    return List.copyOf(byTarget.values());
  }
}
