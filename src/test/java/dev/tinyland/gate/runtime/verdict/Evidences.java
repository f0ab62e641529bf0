package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence to judge, with as little to say as a test allows. */
public final class Evidences {
  public static final String BUCKET = "tofu-state";
  static final String AT = "2026-05-19T08:30:00Z";

  private Evidences() {}

  static Attempt attempt(String operation, Outcome outcome) {
    return switch (outcome) {
      case OK -> attempt(operation, outcome, 200, null);
      case NOT_FOUND -> attempt(operation, outcome, 404, null);
      case CONFLICT -> attempt(operation, outcome, 412, "PreconditionFailed");
      case DENIED -> attempt(operation, outcome, 403, "AccessDenied");
      case NOT_IMPLEMENTED -> attempt(operation, outcome, 501, "NotImplemented");
      case REJECTED -> attempt(operation, outcome, 400, "InvalidRequest");
      case SERVER_ERROR -> attempt(operation, outcome, 500, "InternalError");
      case NOT_OF_THIS_KIND, CUT -> attempt(operation, outcome, 200, null);
      case DNS, UNREACHABLE, TIMEOUT, TLS, OTHER -> attempt(operation, outcome, null, null);
    };
  }

  static Attempt attempt(
      String operation, Outcome outcome, @Nullable Integer status, @Nullable String code) {
    return new Attempt(operation, BUCKET, 1, outcome, status, code, "r1", 12, AT, null);
  }

  static Attempt gone(String operation, String code) {
    return attempt(operation, Outcome.NOT_FOUND, 404, code);
  }

  static S3Evidence.BucketView view(Attempt head, @Nullable Attempt confirmation) {
    return new S3Evidence.BucketView(BUCKET, head, confirmation);
  }

  static S3Evidence.BucketView found() {
    return view(attempt("head-bucket", Outcome.OK), null);
  }

  static S3Evidence.BucketView missing() {
    return view(attempt("head-bucket", Outcome.NOT_FOUND), gone("list-objects", "NoSuchBucket"));
  }

  static S3Evidence.Sample listed(int number, S3Evidence.BucketView view, String... names) {
    return new S3Evidence.Sample(
        number, attempt("list-buckets", Outcome.OK), List.of(names), "gate", List.of(view));
  }

  static S3Evidence.Sample unlisted(int number, Attempt list, S3Evidence.BucketView view) {
    return new S3Evidence.Sample(number, list, null, null, List.of(view));
  }

  static S3Evidence s3(S3Evidence.Sample... samples) {
    return new S3Evidence(
        "http://127.0.0.1:9000",
        "us-east-1",
        "TOFU_BACKEND_S3_*",
        List.of(BUCKET),
        List.of(samples));
  }

  public static S3Evidence coherent() {
    return s3(listed(1, found(), BUCKET), listed(2, found(), BUCKET));
  }

  public static S3Evidence divergent() {
    return s3(listed(1, missing()), listed(2, missing()));
  }

  public static S3Evidence unreachable(Outcome outcome) {
    var view = view(attempt("head-bucket", outcome), null);
    return s3(
        unlisted(1, attempt("list-buckets", outcome), view),
        unlisted(2, attempt("list-buckets", outcome), view));
  }

  public static DiskEvidence disk(Presence data, Presence metadata) {
    return new DiskEvidence(
        "nix-cache",
        "rustfs-0",
        "u1",
        "rustfs",
        "/data",
        true,
        null,
        List.of(),
        List.of(new DiskEvidence.Marker(BUCKET, probe(data), probe(metadata))));
  }

  private static DiskEvidence.Probe probe(Presence presence) {
    return new DiskEvidence.Probe("/data/x", presence, null, null, AT);
  }

  public static ClusterEvidence cluster() {
    return cluster(1, List.of(pod("u1", 0)), 1, "bumble");
  }

  static ClusterEvidence.Pod pod(String uid, int restarts) {
    return new ClusterEvidence.Pod(
        "rustfs-" + uid, uid, "Running", "bumble", AT, true, restarts, null, null, null);
  }

  /** As many replicas and endpoints, on as many nodes, all of them well. */
  static ClusterEvidence cluster(
      int replicas, List<ClusterEvidence.Pod> pods, int endpoints, String... storage) {
    List<ClusterEvidence.Endpoint> ready =
        java.util.stream.IntStream.range(0, endpoints)
            .mapToObj(i -> new ClusterEvidence.Endpoint(true, "node" + i, "u" + i))
            .toList();
    List<ClusterEvidence.ZfsNode> nodes =
        java.util.stream.Stream.of(storage)
            .map(name -> new ClusterEvidence.ZfsNode(name, List.of("tank")))
            .toList();
    return new ClusterEvidence(
        "kubeconfig",
        Access.SEEN,
        seen(
            new ClusterEvidence.Deployment(
                "attic-rustfs-openebs",
                replicas,
                replicas,
                replicas,
                3,
                3,
                List.of(),
                "app=rustfs")),
        seen(pods),
        seen(ready),
        seen(claim(replicas > 1 ? "ReadWriteMany" : "ReadWriteOnce", List.of(storage))),
        unseen(Access.FORBIDDEN),
        seen(nodes),
        seen(List.of()),
        seen(List.of()),
        seen(List.of()),
        AT);
  }

  static ClusterEvidence.Claim claim(String mode, List<String> nodes) {
    return new ClusterEvidence.Claim(
        "attic-rustfs-openebs-data",
        "Bound",
        List.of(mode),
        "openebs-bumble-zfs",
        "50Gi",
        "pvc-1",
        "zfs.csi.openebs.io",
        nodes);
  }

  static <T> Part<T> seen(T value) {
    return new Part<>(Access.SEEN, null, value);
  }

  static <T> Part<T> unseen(Access access) {
    return new Part<>(access, "not today", null);
  }

  /** No part of it was seen. */
  public static ClusterEvidence noCluster(Access access) {
    return new ClusterEvidence(
        "none",
        access,
        unseen(access),
        unseen(access),
        unseen(access),
        unseen(access),
        unseen(access),
        unseen(access),
        unseen(access),
        unseen(access),
        unseen(access),
        AT);
  }

  public static StateObjectEvidence.Body body(
      StateObjectEvidence.Shape shape, long serial, String lineage) {
    return new StateObjectEvidence.Body(shape, null, null, null, 4, serial, lineage, 3, "1.10.0");
  }

  static StateObjectEvidence object(
      Attempt head,
      @Nullable Attempt get,
      @Nullable Attempt confirmation,
      @Nullable Long announced,
      @Nullable Long read,
      StateObjectEvidence.@Nullable Body body) {
    return new StateObjectEvidence(
        "attic",
        BUCKET,
        "attic/terraform.tfstate",
        head,
        get,
        confirmation,
        announced,
        read,
        "e1",
        null,
        null,
        body);
  }

  public static StateObjectEvidence object(StateObjectEvidence.Body body) {
    return object(
        attempt("head-object", Outcome.OK),
        attempt("get-object", Outcome.OK),
        null,
        100L,
        100L,
        body);
  }

  public static StateObjectEvidence state() {
    return object(body(StateObjectEvidence.Shape.PLAIN, 7, "aa"));
  }

  public static StateObjectEvidence emptyState() {
    return object(
        attempt("head-object", Outcome.OK),
        attempt("get-object", Outcome.OK),
        null,
        0L,
        0L,
        new StateObjectEvidence.Body(
            StateObjectEvidence.Shape.EMPTY, null, null, null, null, null, null, null, null));
  }

  static WriteProofEvidence proof(
      List<Attempt> attempts,
      @Nullable Boolean readBack,
      @Nullable Boolean conditional,
      @Nullable Boolean gone,
      boolean leftBehind) {
    return new WriteProofEvidence(
        BUCKET,
        ".gloriousflywheel/state-authority-probe/1",
        attempts,
        readBack,
        conditional,
        gone,
        leftBehind);
  }

  public static WriteProofEvidence proved() {
    return proof(
        List.of(
            attempt("put-object", Outcome.OK),
            attempt("get-object", Outcome.OK),
            attempt("put-object-if-absent", Outcome.CONFLICT),
            attempt("delete-object", Outcome.OK),
            gone("get-object", "NoSuchKey")),
        true,
        true,
        true,
        false);
  }

  public static VersioningEvidence versioning(VersioningEvidence.Status status) {
    return new VersioningEvidence(BUCKET, attempt("get-bucket-versioning", Outcome.OK), status);
  }

  public static GuardEvidence guard() {
    return new GuardEvidence(
        cluster(),
        cluster(),
        coherent(),
        disk(Presence.YES, Presence.YES),
        List.of(state()),
        List.of(),
        proved());
  }

  static List<String> names(Verdict verdict) {
    return verdict.reasons().stream().map(Verdict.Reason::name).toList();
  }

  static String first(Verdict verdict) {
    return verdict.reasons().getFirst().name();
  }
}
