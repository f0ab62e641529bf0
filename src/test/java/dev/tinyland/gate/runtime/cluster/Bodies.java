package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Asked;
import dev.tinyland.gate.runtime.cluster.ApiServer.Frame;
import dev.tinyland.gate.runtime.cluster.ApiServer.Session;
import java.util.Set;

/** Answers as a real API server gives them, for the workload of the policy documents. */
public final class Bodies {
  static final String NAMESPACE = "/api/v1/namespaces/nix-cache";
  static final String DEPLOYMENT =
      "/apis/apps/v1/namespaces/nix-cache/deployments/attic-rustfs-openebs";
  static final String PODS = NAMESPACE + "/pods";
  static final String POD_NAME = "attic-rustfs-openebs-6d5f7c9b8d-x2x7k";
  static final String POD = PODS + "/" + POD_NAME;
  static final String LOG = POD + "/log";
  static final String SLICES = "/apis/discovery.k8s.io/v1/namespaces/nix-cache/endpointslices";
  static final String SERVICE = NAMESPACE + "/services/attic-rustfs-openebs";
  static final String CLAIM = NAMESPACE + "/persistentvolumeclaims/attic-rustfs-openebs-data";
  static final String VOLUME = "/api/v1/persistentvolumes/pvc-1b2c";
  static final String CLASS = "/apis/storage.k8s.io/v1/storageclasses/openebs-bumble-zfs";
  static final String ZFS_NODES = "/apis/zfs.openebs.io/v1/namespaces/openebs/zfsnodes";
  static final String ZFS_VOLUMES = "/apis/zfs.openebs.io/v1/namespaces/openebs/zfsvolumes";
  static final String NODES = "/api/v1/nodes";
  static final String EVENTS = NAMESPACE + "/events";

  public static final String OK = "{\"metadata\":{},\"status\":\"Success\"}";

  private Bodies() {}

  /** One replica on one node, as the policy documents describe it. */
  static ApiServer healthy(ApiServer server) {
    return server
        .on(DEPLOYMENT, Answer.json(200, deployment(1)))
        .on(PODS, Answer.json(200, list("Pod", pod(POD_NAME, "pod-uid-1", 0))))
        .on(POD, Answer.json(200, pod(POD_NAME, "pod-uid-1", 0)))
        .on(SLICES, Answer.json(200, list("EndpointSlice", slice("pod-uid-1"))))
        .on(CLAIM, Answer.json(200, claim()))
        .on(VOLUME, Answer.json(200, volume()))
        .on(
            CLASS,
            Answer.json(
                200,
                """
                {"kind":"StorageClass","metadata":{"name":"openebs-bumble-zfs"},
                 "provisioner":"zfs.csi.openebs.io","parameters":{"poolname":"zfspv-pool"}}
                """))
        .on(
            ZFS_NODES,
            Answer.json(
                200,
                list(
                    "ZFSNode",
                    """
                    {"metadata":{"name":"bumble"},"pools":[{"name":"zfspv-pool","free":"1Ti"}]}
                    """)))
        .on(
            ZFS_VOLUMES,
            Answer.json(
                200,
                list(
                    "ZFSVolume",
                    """
                    {"metadata":{"name":"pvc-1b2c"},"spec":{"ownerNodeID":"bumble",
                     "poolName":"zfspv-pool","capacity":"53687091200"},"status":{"state":"Ready"}}
                    """)))
        .on(
            NODES,
            Answer.json(
                200,
                list("Node", node("bumble", "True"), node("honey", "True"), node("sting", "True"))))
        .on(EVENTS, Answer.json(200, list("Event")))
        .commands(
            folders(Set.of("/data", "/data/tofu-state", "/data/.rustfs.sys/buckets/tofu-state")));
  }

  /** A pod in which {@code test -d} finds these folders, and {@code rustfs} has a version. */
  static java.util.function.Function<Asked, Object> folders(Set<String> folders) {
    return asked ->
        switch (asked.command().getFirst()) {
          case "test" ->
              Session.of(new Frame(3, folders.contains(asked.command().get(2)) ? OK : exit(1)));
          case "rustfs" ->
              Session.of(
                  new Frame(1, "rustfs v1.0.0-beta.1\nbuild time : 2026-04-28\n"),
                  new Frame(3, OK));
          default -> Answer.json(400, status(400, "BadRequest", "no", "{}"));
        };
  }

  public static String exit(int code) {
    return "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"command terminated with non-zero"
        + " exit code\",\"reason\":\"NonZeroExitCode\",\"details\":{\"causes\":[{\"reason\":"
        + "\"ExitCode\",\"message\":\""
        + code
        + "\"}]}}";
  }

  static String deployment(int replicas) {
    return """
    {"kind":"Deployment","apiVersion":"apps/v1",
     "metadata":{"name":"attic-rustfs-openebs","namespace":"nix-cache","generation":4},
     "spec":{"replicas":%d,"selector":{"matchLabels":{"app":"attic-rustfs-openebs","tier":"s3"}},
      "template":{"spec":{"containers":[{"name":"rustfs","image":"rustfs/rustfs:1.0.0-beta.1"}]}}},
     "status":{"replicas":%d,"readyReplicas":%d,"availableReplicas":%d,"observedGeneration":4}}
    """
        .formatted(replicas, replicas, replicas, replicas);
  }

  static String pod(String name, String uid, int restarts) {
    return """
    {"kind":"Pod","apiVersion":"v1","metadata":{"name":"%s","namespace":"nix-cache","uid":"%s"},
     "spec":{"nodeName":"bumble","containers":[{"name":"rustfs","image":"rustfs/rustfs:1.0.0-beta.1",
       "volumeMounts":[{"name":"data","mountPath":"/data"}]}],
      "volumes":[{"name":"data","persistentVolumeClaim":{"claimName":"attic-rustfs-openebs-data"}}]},
     "status":{"phase":"Running","startTime":"2026-05-06T00:57:00Z",
      "conditions":[{"type":"Ready","status":"True"}],
      "containerStatuses":[{"name":"rustfs","ready":true,"restartCount":%d,
       "image":"rustfs/rustfs:1.0.0-beta.1","imageID":"rustfs/rustfs@sha256:0f0f",
       "containerID":"containerd://c%d","state":{"running":{"startedAt":"2026-05-06T00:58:53Z"}},
       "lastState":%s}]}}
    """
        .formatted(
            name,
            uid,
            restarts,
            restarts,
            restarts == 0
                ? "{}"
                : "{\"terminated\":{\"reason\":\"OOMKilled\",\"exitCode\":137,"
                    + "\"finishedAt\":\"2026-05-06T00:58:50Z\"}}");
  }

  static String slice(String... uids) {
    StringBuilder endpoints = new StringBuilder();
    for (String uid : uids) {
      endpoints
          .append(endpoints.isEmpty() ? "" : ",")
          .append("{\"addresses\":[\"10.42.0.9\"],\"conditions\":{\"ready\":true},")
          .append("\"nodeName\":\"bumble\",\"targetRef\":{\"kind\":\"Pod\",\"uid\":\"")
          .append(uid)
          .append("\"}}");
    }
    return "{\"metadata\":{\"name\":\"s\"},\"addressType\":\"IPv4\",\"endpoints\":["
        + endpoints
        + "]}";
  }

  static String claim() {
    return """
    {"kind":"PersistentVolumeClaim","metadata":{"name":"attic-rustfs-openebs-data"},
     "spec":{"accessModes":["ReadWriteOnce"],"storageClassName":"openebs-bumble-zfs",
      "volumeName":"pvc-1b2c"},
     "status":{"phase":"Bound","accessModes":["ReadWriteOnce"],"capacity":{"storage":"50Gi"}}}
    """;
  }

  static String volume() {
    return """
    {"kind":"PersistentVolume","metadata":{"name":"pvc-1b2c"},
     "spec":{"csi":{"driver":"zfs.csi.openebs.io"},"nodeAffinity":{"required":{"nodeSelectorTerms":
      [{"matchExpressions":[{"key":"openebs.io/nodeid","operator":"In","values":["bumble"]}]}]}}}}
    """;
  }

  static String node(String name, String ready) {
    return "{\"metadata\":{\"name\":\""
        + name
        + "\"},\"spec\":{},\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\""
        + ready
        + "\"}]}}";
  }

  static String event(String object, String message, String last) {
    return "{\"metadata\":{\"name\":\"e\"},\"involvedObject\":{\"kind\":\"Pod\",\"name\":\""
        + object
        + "\"},\"type\":\"Warning\",\"reason\":\"BackOff\",\"message\":\""
        + message
        + "\",\"count\":3,\"lastTimestamp\":\""
        + last
        + "\"}";
  }

  static String list(String kind, String... items) {
    return "{\"kind\":\""
        + kind
        + "List\",\"metadata\":{},\"items\":["
        + String.join(",", items)
        + "]}";
  }

  public static Answer forbidden(String what) {
    return Answer.json(
        403,
        status(
            403,
            "Forbidden",
            what + " is forbidden: User \\\"reader\\\" cannot list resource \\\"" + what + "\\\"",
            "{\"kind\":\"" + what + "\"}"));
  }

  public static Answer absent(String kind, String name) {
    return Answer.json(
        404,
        status(
            404,
            "NotFound",
            kind + " \\\"" + name + "\\\" not found",
            "{\"name\":\"" + name + "\",\"kind\":\"" + kind + "\"}"));
  }

  public static Answer unauthorized() {
    return Answer.json(401, status(401, "Unauthorized", "Unauthorized", "{}"));
  }

  public static String status(int code, String reason, String message, String details) {
    return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\""
        + message
        + "\",\"reason\":\""
        + reason
        + "\",\"details\":"
        + details
        + ",\"code\":"
        + code
        + "}";
  }
}
