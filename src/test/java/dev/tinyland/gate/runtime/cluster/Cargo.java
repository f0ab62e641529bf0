package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;

/** Answers for the whole cluster of the policy documents, as an API server gives them. */
final class Cargo {
  static final String DEPLOYMENTS = "/apis/apps/v1/deployments";
  static final String STATEFUL_SETS = "/apis/apps/v1/statefulsets";
  static final String DAEMON_SETS = "/apis/apps/v1/daemonsets";
  static final String PODS = "/api/v1/pods";
  static final String SLICES = "/apis/discovery.k8s.io/v1/endpointslices";
  static final String CLASSES = "/apis/storage.k8s.io/v1/storageclasses";
  static final String CLAIMS = "/api/v1/persistentvolumeclaims";
  static final String VOLUMES = "/api/v1/persistentvolumes";

  private Cargo() {}

  /** The state path, a staging MinIO of two pods, and three storage classes. */
  static ApiServer loaded(ApiServer server) {
    return server
        .on(DEPLOYMENTS, list("Deployment", Bodies.deployment(1)))
        .on(
            STATEFUL_SETS,
            list(
                "StatefulSet",
                """
                {"metadata":{"name":"minio","namespace":"staging"},
                 "spec":{"replicas":2,"template":{"spec":{"containers":[
                   {"name":"minio","image":"quay.io/minio/minio:r1","args":["--key","hidden"],
                    "env":[{"name":"MINIO_ROOT_PASSWORD","value":"hidden"}]},
                   {"name":"copy","image":"quay.io/minio/minio:r1"}]}},
                  "volumeClaimTemplates":[{"metadata":{"name":"data"},
                   "spec":{"storageClassName":"local-path"}}]},
                 "status":{"replicas":2,"readyReplicas":1}}
                """))
        .on(
            DAEMON_SETS,
            list(
                "DaemonSet",
                """
                {"metadata":{"name":"longhorn-manager","namespace":"longhorn-system"},
                 "spec":{"template":{"spec":{"containers":[{"image":"longhornio/longhorn-manager"}],
                  "volumes":[{"name":"d","persistentVolumeClaim":{"claimName":"shared"}}]}}},
                 "status":{"desiredNumberScheduled":3,"numberReady":2}}
                """))
        .on(
            PODS,
            list(
                "Pod",
                owned("attic-rustfs-openebs-6d5f-x2x7k", "ReplicaSet", "attic-rustfs-openebs-6d5f"),
                owned("minio-0", "StatefulSet", "minio"),
                owned("minio-1", "StatefulSet", "minio")
                    .replace("\"uid\"", "\"deletionTimestamp\":\"2026-05-06T00:00:00Z\",\"uid\""),
                owned("rollout-6d5f-a", "ReplicaSet", "rollout-99"),
                """
                {"metadata":{"name":"alone","namespace":"staging"},
                 "spec":{"containers":[{"image":"a"}]},"status":{"phase":"Pending"}}
                """))
        .on(
            SLICES,
            list(
                "EndpointSlice",
                slice("minio", "\"minio-0\"", true),
                slice("minio", "\"minio-0\"", true),
                slice("minio", "\"minio-1\"", false),
                "{\"metadata\":{\"name\":\"loose\",\"namespace\":\"staging\"},"
                    + "\"endpoints\":[{\"addresses\":[\"10.0.0.1\"],\"conditions\":{}}]}"))
        .on(
            CLASSES,
            list(
                "StorageClass",
                "{\"metadata\":{\"name\":\"local-path\"},\"provisioner\":\"rancher.io/local-path\","
                    + "\"reclaimPolicy\":\"Delete\"}",
                "{\"metadata\":{\"name\":\"longhorn\"},\"provisioner\":\"driver.longhorn.io\","
                    + "\"parameters\":{\"numberOfReplicas\":\"3\"}}",
                "{\"metadata\":{\"name\":\"zfs\"},\"provisioner\":\"zfs.csi.openebs.io\","
                    + "\"parameters\":{\"poolname\":\"tank\",\"repl\":\"many\"}}"))
        .on(
            CLAIMS,
            list(
                "PersistentVolumeClaim",
                "{\"metadata\":{\"name\":\"data-minio-0\",\"namespace\":\"staging\"},"
                    + "\"spec\":{\"accessModes\":[\"ReadWriteOnce\"],\"volumeName\":\"pvc-1\","
                    + "\"storageClassName\":\"local-path\"},\"status\":{\"phase\":\"Bound\"}}",
                "{\"metadata\":{\"name\":\"waiting\",\"namespace\":\"staging\"}}"))
        .on(
            VOLUMES,
            list(
                "PersistentVolume",
                volume("pvc-1", "\"hostPath\":{\"path\":\"/opt\"}", "kubernetes.io/hostname", "In"),
                volume(
                    "pvc-2",
                    "\"csi\":{\"driver\":\"ebs.csi.aws.com\"}",
                    "topology.kubernetes.io/zone",
                    "In"),
                volume(
                    "pvc-3",
                    "\"csi\":{\"driver\":\"zfs.csi.openebs.io\"}",
                    "openebs.io/nodeid",
                    "NotIn")))
        .on(
            Bodies.NODES,
            list("Node", Bodies.node("bumble", "True"), Bodies.node("sting", "False")));
  }

  static Answer list(String kind, String... items) {
    return Answer.json(200, Bodies.list(kind, items));
  }

  static String owned(String name, String ownerKind, String ownerName) {
    return """
    {"metadata":{"name":"%s","namespace":"staging","uid":"u",
      "labels":{"pod-template-hash":"6d5f"},
      "ownerReferences":[{"kind":"Other","name":"o"},
       {"kind":"%s","name":"%s","controller":true}]},
     "spec":{"nodeName":"bumble","containers":[{"name":"c","image":"i:1"}],
      "volumes":[{"name":"a","persistentVolumeClaim":{"claimName":"data-%s"}},
       {"name":"b","configMap":{"name":"x"}},{"name":"c","hostPath":{"path":"/x"}},
       {"name":"d","projected":{}},{"name":"e","emptyDir":{}}]},
     "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}
    """
        .formatted(name, ownerKind, ownerName, name);
  }

  private static String slice(String service, String pod, boolean ready) {
    return """
    {"metadata":{"name":"%s-x","namespace":"staging",
      "labels":{"kubernetes.io/service-name":"%s"}},
     "ports":[{"name":"http","port":9000}],
     "endpoints":[{"conditions":{"ready":%s},"nodeName":"bumble",
      "targetRef":{"kind":"Pod","name":%s}}]}
    """
        .formatted(service, service, ready, pod);
  }

  private static String volume(String name, String source, String key, String operator) {
    return """
    {"metadata":{"name":"%s"},"spec":{"capacity":{"storage":"1Gi"},"storageClassName":"local-path",
      %s,"nodeAffinity":{"required":{"nodeSelectorTerms":[{"matchExpressions":[
       {"key":"%s","operator":"%s","values":["bumble"]}]}]}}}}
    """
        .formatted(name, source, key, operator);
  }
}
