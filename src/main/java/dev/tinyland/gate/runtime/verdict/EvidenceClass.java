package dev.tinyland.gate.runtime.verdict;

/**
 * The names of what evidence can amount to, the weightiest first.
 *
 * <p>The question of every check is whether this path can hold OpenTofu state now. A class is
 * refuted where something that was seen answers no; a server that says "no such bucket" or answers
 * 5xx has answered. It is undecided where the answer could still be yes, because what would decide
 * it was not seen: no S3 server answered, or it refused to say (credentials), or the look was cut
 * short. Both stop a mutation. What is open about a cause does not make a verdict undecided: {@code
 * absent-unconfirmed} is refuted, as OpenTofu finds no bucket whatever the disk holds.
 */
public enum EvidenceClass {
  BUCKET_INDEX_DIVERGENCE(
      "bucket-index-divergence",
      Standing.REFUTED,
      "S3 says that the bucket does not exist while its folder is on the disk.",
      Policy.RCA_BEFORE_RESTART,
      NextSafeStep.DIVERGENCE),
  DATA_LOST_METADATA_LEFT(
      "data-lost-metadata-left",
      Standing.REFUTED,
      "The data folder of the bucket is gone and only its metadata folder is left; take it for a"
          + " loss.",
      Policy.API_IS_AUTHORITY,
      NextSafeStep.LOSS),
  LOST(
      "lost",
      Standing.REFUTED,
      "The bucket has to be there, and neither S3 nor the disk has it.",
      Policy.API_IS_AUTHORITY,
      NextSafeStep.LOSS),
  STATE_EMPTY(
      "state-empty",
      Standing.REFUTED,
      "The state object has no byte; OpenTofu takes that for no state and would create everything"
          + " anew.",
      Policy.FAILS_CLOSED,
      NextSafeStep.STATE_OBJECT),
  STATE_MISSING(
      "state-missing",
      Standing.REFUTED,
      "The state object is not there; OpenTofu takes that for no state and would create everything"
          + " anew.",
      Policy.S3_PROOFS,
      NextSafeStep.STATE_OBJECT),
  BUCKET_MISSING(
      "bucket-missing",
      Standing.REFUTED,
      "S3 says that the bucket does not exist.",
      Policy.API_IS_AUTHORITY,
      NextSafeStep.LOSS),
  LINEAGE_CHANGED(
      "lineage-changed",
      Standing.REFUTED,
      "The lineage is not that of the last evidence: this is another state.",
      Policy.FAILS_CLOSED,
      NextSafeStep.STATE_OBJECT),
  SERIAL_LOWER(
      "serial-lower",
      Standing.REFUTED,
      "The serial is lower than that of the last evidence: an older state has come back.",
      Policy.ERRORED_STATE,
      NextSafeStep.STATE_OBJECT),
  STATE_TRUNCATED(
      "state-truncated",
      Standing.REFUTED,
      "Fewer bytes arrived than were announced.",
      Policy.GUARD_CHECKS,
      NextSafeStep.STATE_OBJECT),
  STATE_LENGTH_DIFFERS(
      "state-length-differs",
      Standing.REFUTED,
      "The length that was announced is not the length that arrived.",
      Policy.GUARD_CHECKS,
      NextSafeStep.STATE_OBJECT),
  STATE_MALFORMED(
      "state-malformed",
      Standing.REFUTED,
      "The body is not exactly one JSON value with every key once.",
      Policy.GUARD_CHECKS,
      NextSafeStep.STATE_OBJECT),
  NOT_A_STATE(
      "not-a-state",
      Standing.REFUTED,
      "The body is JSON, but no OpenTofu state.",
      Policy.GUARD_CHECKS,
      NextSafeStep.STATE_OBJECT),
  STATE_UNKNOWN_VERSION(
      "state-unknown-version",
      Standing.REFUTED,
      "The state is of a version that is not known.",
      Policy.GUARD_CHECKS,
      NextSafeStep.STATE_OBJECT),
  OBJECT_DIVERGENCE(
      "object-divergence",
      Standing.REFUTED,
      "HEAD and GET of the same key contradict each other.",
      Policy.S3_PROOFS,
      NextSafeStep.BACKEND),
  BACKEND_ERROR(
      "backend-error",
      Standing.REFUTED,
      "The server was reached and answered that it cannot.",
      Policy.FAILS_CLOSED,
      NextSafeStep.BACKEND),
  FLAPPING(
      "flapping",
      Standing.REFUTED,
      "The server contradicted itself between two looks.",
      Policy.FAILS_CLOSED,
      NextSafeStep.DIVERGENCE),
  HEAD_DIVERGENCE(
      "head-divergence",
      Standing.REFUTED,
      "One request finds the bucket while head-bucket does not.",
      Policy.S3_PROOFS,
      NextSafeStep.BACKEND),
  LIST_INCOMPLETE(
      "list-incomplete",
      Standing.REFUTED,
      "head-bucket finds the bucket while list-buckets lacks it: a key that sees only a part, or a"
          + " fault of the list.",
      Policy.S3_PROOFS,
      NextSafeStep.BACKEND),
  ABSENT_UNCONFIRMED(
      "absent-unconfirmed",
      Standing.REFUTED,
      "S3 does not have the bucket, and what would tell a divergence from a loss was not seen; it"
          + " is called neither.",
      Policy.API_IS_AUTHORITY,
      NextSafeStep.DIVERGENCE),
  DISK_VIEW_MISMATCH(
      "disk-view-mismatch",
      Standing.REFUTED,
      "S3 shows the bucket while the disk lacks its folder: a wrong pod, volume or root, or a stale"
          + " list.",
      Policy.DISK_IS_EVIDENCE,
      NextSafeStep.DISK),
  METADATA_MARKER_MISSING(
      "metadata-marker-missing",
      Standing.REFUTED,
      "The metadata folder of the bucket is missing: versioning, locks and policies fall back to"
          + " none without a word.",
      Policy.DISK_IS_EVIDENCE,
      NextSafeStep.DISK),
  READ_BACK_DIFFERS(
      "read-back-differs",
      Standing.REFUTED,
      "What was read is not what was written.",
      Policy.S3_PROOFS,
      NextSafeStep.BACKEND),
  VERSIONED_LOCK_IGNORED(
      "versioned-lock-ignored",
      Standing.REFUTED,
      "The bucket is versioned and accepts a second create of the same key: two runs can hold one"
          + " lockfile, and the lock of another run is overwritten and then deleted without a word.",
      Policy.NO_LOCKING,
      NextSafeStep.LOCKING),
  CREATE_NOT_EXCLUSIVE(
      "create-not-exclusive",
      Standing.REFUTED,
      "A second create of the same key was not refused, so that a lockfile locks nothing.",
      Policy.NO_LOCKING,
      NextSafeStep.LOCKING),
  NOT_DELETED(
      "not-deleted",
      Standing.REFUTED,
      "The probe object is still there after its delete.",
      Policy.S3_PROOFS,
      NextSafeStep.CLEAN_UP),
  SCRATCH_NOT_FOUND(
      "scratch-not-found",
      Standing.REFUTED,
      "The scratch bucket was made, and S3 said after that that there is none.",
      Policy.SCRATCH_PROBE,
      NextSafeStep.DIVERGENCE),
  SCRATCH_NOT_LISTED(
      "scratch-not-listed",
      Standing.REFUTED,
      "The scratch bucket was made, and list-buckets lacks it.",
      Policy.SCRATCH_PROBE,
      NextSafeStep.DIVERGENCE),
  SCRATCH_NOT_CREATED(
      "scratch-not-created",
      Standing.REFUTED,
      "S3 did not make a bucket under a name that it has not; none was made by this run.",
      Policy.SCRATCH_PROBE,
      NextSafeStep.BACKEND),
  SCRATCH_MARKER_MISSING(
      "scratch-marker-missing",
      Standing.REFUTED,
      "S3 made the scratch bucket, and the disk lacks a folder of it.",
      Policy.SCRATCH_MARKERS,
      NextSafeStep.DISK),
  SCRATCH_MARKER_LEFT(
      "scratch-marker-left",
      Standing.REFUTED,
      "A folder of the scratch bucket is still on the disk after its delete.",
      Policy.SCRATCH_MARKERS,
      NextSafeStep.DISK),
  SCRATCH_MARKER_UNSEEN(
      "scratch-marker-unseen",
      Standing.REFUTED,
      "The folders of the scratch bucket had to be seen to come and to go, and were not seen.",
      Policy.SCRATCH_MARKERS,
      NextSafeStep.SEE_MORE),
  SCRATCH_NOT_DELETED(
      "scratch-not-deleted",
      Standing.REFUTED,
      "The scratch bucket is still there after its delete.",
      Policy.SCRATCH_PROBE,
      NextSafeStep.CLEAN_UP_BUCKET),
  WORKLOAD_ABSENT(
      "workload-absent",
      Standing.REFUTED,
      "The deployment, or every pod of it, is not there.",
      Policy.GUARD_CHECKS,
      NextSafeStep.WORKLOAD),
  WORKLOAD_NOT_READY(
      "workload-not-ready",
      Standing.REFUTED,
      "Not every replica that was asked for is ready.",
      Policy.GUARD_CHECKS,
      NextSafeStep.WORKLOAD),
  NO_READY_ENDPOINT(
      "no-ready-endpoint",
      Standing.REFUTED,
      "The service has no ready endpoint.",
      Policy.GUARD_CHECKS,
      NextSafeStep.WORKLOAD),
  CLAIM_NOT_BOUND(
      "claim-not-bound",
      Standing.REFUTED,
      "The claim of the data volume is not bound.",
      Policy.GUARD_CHECKS,
      NextSafeStep.WORKLOAD),
  COHERENT_AFTER_RESTART(
      "coherent-after-restart",
      Standing.REFUTED,
      "Everything agrees, but the workload restarted while it was looked at, and that does not"
          + " count.",
      Policy.RESTART_DOES_NOT_COUNT,
      NextSafeStep.WAIT_AND_RCA),
  UNVERSIONED(
      "unversioned",
      Standing.REFUTED,
      "The bucket keeps no versions of its objects.",
      Policy.NO_VERSIONING,
      NextSafeStep.HIGH_AVAILABILITY),
  POSTURE_DIFFERS(
      "posture-differs",
      Standing.REFUTED,
      "This is not the known interim posture.",
      Policy.RED_STOPS_MUTATION,
      NextSafeStep.POSTURE),
  NOT_HA(
      "not-ha",
      Standing.REFUTED,
      "The requirements of a state authority are not met.",
      Policy.STRICT_IS_RED,
      NextSafeStep.HIGH_AVAILABILITY),
  CANDIDATE_MISSING(
      "candidate-missing",
      Standing.REFUTED,
      "A live candidate was asked for, and there is none.",
      Policy.INVENTORY_IS_EVIDENCE,
      NextSafeStep.CANDIDATE),
  STEP_RED(
      "step-red",
      Standing.REFUTED,
      "A step of the canary does not hold.",
      Policy.CANARY_MEANS,
      NextSafeStep.CANARY),
  CREDENTIALS(
      "credentials",
      Standing.UNDECIDED,
      "The server refused these credentials; nothing follows for the bucket.",
      Policy.CREDENTIALS,
      NextSafeStep.CREDENTIALS),
  CREDENTIALS_SCOPE(
      "credentials-scope",
      Standing.UNDECIDED,
      "These credentials may not list the buckets, which is one of the proofs.",
      Policy.S3_PROOFS,
      NextSafeStep.CREDENTIALS),
  UNREACHABLE(
      "unreachable",
      Standing.UNDECIDED,
      "No S3 server gave an answer.",
      Policy.FAILS_CLOSED,
      NextSafeStep.CONNECTION),
  LEFT_BEHIND(
      "left-behind",
      Standing.UNDECIDED,
      "The probe object may still be there.",
      Policy.S3_PROOFS,
      NextSafeStep.CLEAN_UP),
  SCRATCH_LEFT_BEHIND(
      "scratch-left-behind",
      Standing.UNDECIDED,
      "The scratch bucket may still be there, or may yet appear.",
      Policy.SCRATCH_PROBE,
      NextSafeStep.CLEAN_UP_BUCKET),
  STATE_UNCONFIRMED(
      "state-unconfirmed",
      Standing.UNDECIDED,
      "HEAD did not find the state object, and no GET has confirmed it.",
      Policy.S3_PROOFS,
      NextSafeStep.SEE_MORE),
  STATE_TOO_LARGE(
      "state-too-large",
      Standing.UNDECIDED,
      "The body is larger than what is read.",
      Policy.GUARD_CHECKS,
      NextSafeStep.SEE_MORE),
  STATE_NOT_READ(
      "state-not-read",
      Standing.UNDECIDED,
      "The state object is there; its body was not read.",
      Policy.GUARD_CHECKS,
      NextSafeStep.SEE_MORE),
  STATE_NOT_COMPARABLE(
      "state-not-comparable",
      Standing.UNDECIDED,
      "The last evidence cannot be compared with this one.",
      Policy.FAILS_CLOSED,
      NextSafeStep.SEE_MORE),
  LOCK_UNPROVED(
      "lock-unproved",
      Standing.UNDECIDED,
      "Whether a second create is refused was not seen in this state of versioning.",
      Policy.NO_LOCKING,
      NextSafeStep.SEE_MORE),
  WORKLOAD_STALE(
      "workload-stale",
      Standing.UNDECIDED,
      "The status of the deployment is about an older generation.",
      Policy.GUARD_CHECKS,
      NextSafeStep.SEE_MORE),
  WORKLOAD_UNSEEN(
      "workload-unseen",
      Standing.UNDECIDED,
      "The workload could not be seen.",
      Policy.GUARD_CHECKS,
      NextSafeStep.SEE_MORE),
  VERSIONING_UNKNOWN(
      "versioning-unknown",
      Standing.UNDECIDED,
      "The bucket could not be asked for its versioning.",
      Policy.NO_VERSIONING,
      NextSafeStep.SEE_MORE),
  POSTURE_UNSEEN(
      "posture-unseen",
      Standing.UNDECIDED,
      "Not all of the posture could be seen.",
      Policy.RED_STOPS_MUTATION,
      NextSafeStep.SEE_MORE),
  INVENTORY_UNSEEN(
      "inventory-unseen",
      Standing.UNDECIDED,
      "Not everything that could be a candidate was seen.",
      Policy.INVENTORY_CLASSIFIES,
      NextSafeStep.INVENTORY),
  CANDIDATE_UNCLEAR(
      "candidate-unclear",
      Standing.UNDECIDED,
      "An object store that lacks nothing as far as it was seen, and not all of it was seen.",
      Policy.TWO_ENDPOINTS,
      NextSafeStep.INVENTORY),
  STEP_UNDECIDED(
      "step-undecided",
      Standing.UNDECIDED,
      "A step of the canary could not decide.",
      Policy.CANARY_ORDER,
      NextSafeStep.CANARY),
  NOT_OBSERVED(
      "not-observed",
      Standing.UNDECIDED,
      "It was not looked at, or not as often as it has to be.",
      Policy.FAILS_CLOSED,
      NextSafeStep.SEE_MORE),
  EVIDENCE_INCOMPLETE(
      "evidence-incomplete",
      Standing.UNDECIDED,
      "The evidence is not all there, or not what was written.",
      Policy.FAILS_CLOSED,
      NextSafeStep.SEE_MORE),
  COHERENT_API_ONLY(
      "coherent-api-only",
      Standing.PROVEN,
      "S3 shows the bucket; the disk was not seen in full.",
      Policy.API_IS_AUTHORITY,
      NextSafeStep.GO_ON),
  COHERENT(
      "coherent",
      Standing.PROVEN,
      "S3 and the disk both show the bucket.",
      Policy.API_IS_AUTHORITY,
      NextSafeStep.GO_ON),
  ABSENT(
      "absent",
      Standing.PROVEN,
      "Neither S3 nor the disk has the bucket, and none is expected.",
      Policy.NONE,
      NextSafeStep.GO_ON),
  STATE_READABLE(
      "state-readable",
      Standing.PROVEN,
      "The body is one state of version 4.",
      Policy.GUARD_CHECKS,
      NextSafeStep.GO_ON),
  STATE_ENCRYPTED(
      "state-encrypted",
      Standing.PROVEN,
      "The body is one encrypted state; its resources were not seen.",
      Policy.GUARD_CHECKS,
      NextSafeStep.GO_ON),
  WRITE_PROVED(
      "write-proved",
      Standing.PROVEN,
      "An object of our own was written, read back, not overwritten by a second create, and"
          + " deleted.",
      Policy.S3_PROOFS,
      NextSafeStep.GO_ON),
  VERSIONED_LOCK_HELD(
      "versioned-lock-held",
      Standing.PROVEN,
      "The bucket is versioned and refused a second create of the same key. That a create after a"
          + " delete still works was not tried here: some servers answer 412 for ever after one.",
      Policy.NO_LOCKING,
      NextSafeStep.GO_ON),
  SCRATCH_PROVED(
      "scratch-proved",
      Standing.PROVEN,
      "A bucket of our own was created, listed, written, read, deleted, and confirmed absent after"
          + " that.",
      Policy.SCRATCH_PROBE,
      NextSafeStep.GO_ON),
  WORKLOAD_READY(
      "workload-ready",
      Standing.PROVEN,
      "Every replica and at least one endpoint is ready, which says nothing about the buckets.",
      Policy.GUARD_CHECKS,
      NextSafeStep.GO_ON),
  HA_READY(
      "ha-ready",
      Standing.PROVEN,
      "Every requirement of a state authority is met.",
      Policy.STRICT_IS_RED,
      NextSafeStep.GO_ON),
  INTERIM_POSTURE(
      "interim-posture",
      Standing.PROVEN,
      "This is exactly the known interim posture, and no high availability.",
      Policy.INTERIM_IS_ONE_REPLICA,
      NextSafeStep.GO_ON),
  LIVE_CANDIDATE(
      "live-candidate",
      Standing.PROVEN,
      "Ready endpoints on two nodes, and storage that is not one node's: a thing to write a contract"
          + " for, and never a proof.",
      Policy.CONTRACT_FIRST,
      NextSafeStep.GO_ON),
  NO_LIVE_CANDIDATE(
      "no-live-candidate",
      Standing.PROVEN,
      "No object store in this cluster is a live candidate.",
      Policy.NO_CANDIDATE_IS_EVIDENCE,
      NextSafeStep.GO_ON),
  INTERIM_ONLY(
      "interim-only",
      Standing.PROVEN,
      "The current state path: interim_only, and never the final authority.",
      Policy.INTERIM_ALLOWED_USE,
      NextSafeStep.GO_ON),
  CONDITIONAL_DISTRIBUTED(
      "conditional-distributed",
      Standing.PROVEN,
      "A distributed object store: conditional.",
      Policy.DISTRIBUTED_IS_CONDITIONAL,
      NextSafeStep.GO_ON),
  CONDITIONAL_RUSTFS(
      "conditional-rustfs",
      Standing.PROVEN,
      "RustFS that is not the current state path: conditional, where it is replicated.",
      Policy.RUSTFS_IS_CONDITIONAL,
      NextSafeStep.GO_ON),
  CONDITIONAL_S3(
      "conditional-s3",
      Standing.PROVEN,
      "Another S3 endpoint: conditional.",
      Policy.ANOTHER_ENDPOINT,
      NextSafeStep.GO_ON),
  CACHE_SURFACE(
      "cache-surface",
      Standing.PROVEN,
      "An Attic or Bazel cache, or the object store of one: rejected as the final authority.",
      Policy.CACHE_IS_REJECTED,
      NextSafeStep.GO_ON),
  LOCAL_STORAGE(
      "local-storage",
      Standing.PROVEN,
      "Storage of the path of one node, and no object store: rejected as the final authority.",
      Policy.LOCAL_PATH_IS_REJECTED,
      NextSafeStep.GO_ON),
  NODE_VOLUMES(
      "node-volumes",
      Standing.PROVEN,
      "Volumes of one node each, and no object store.",
      Policy.NO_SINGLE_VOLUME,
      NextSafeStep.GO_ON),
  REPLICATED_STORAGE(
      "replicated-storage",
      Standing.PROVEN,
      "Volumes with copies on several nodes, and no object store.",
      Policy.INVENTORY_CLASSIFIES,
      NextSafeStep.GO_ON),
  OTHER_STORAGE(
      "other-storage",
      Standing.PROVEN,
      "Storage of which it is not known where it keeps its copies, and no object store.",
      Policy.INVENTORY_CLASSIFIES,
      NextSafeStep.GO_ON),
  CANARY_GREEN(
      "canary-green",
      Standing.PROVEN,
      "The state path is coherent now, and every step of the canary holds.",
      Policy.CANARY_IS_NO_HA,
      NextSafeStep.GO_ON);

  private final String word;
  private final Standing standing;
  private final String meaning;
  private final Policy policy;
  private final NextSafeStep step;

  EvidenceClass(String word, Standing standing, String meaning, Policy policy, NextSafeStep step) {
    this.word = word;
    this.standing = standing;
    this.meaning = meaning;
    this.policy = policy;
    this.step = step;
  }

  /** The name in reports, for example {@code bucket-index-divergence}. */
  public String word() {
    return word;
  }

  /** How it usually stands; a few findings say otherwise, with the reason in their Javadoc. */
  public Standing standing() {
    return standing;
  }

  /** One sentence. */
  public String meaning() {
    return meaning;
  }

  public Policy policy() {
    return policy;
  }

  public NextSafeStep step() {
    return step;
  }
}
