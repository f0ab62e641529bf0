package dev.tinyland.gate.runtime.check;

/** The kinds of the pieces in a bundle, as the manifest names them. */
final class Kind {
  static final String QUESTION = "question";
  static final String CLUSTER_BEFORE = "cluster-before";
  static final String CLUSTER_AFTER = "cluster-after";
  static final String S3 = "s3";
  static final String DISK = "disk";
  static final String STATE_OBJECT = "state-object";
  static final String LAST_STATE_OBJECT = "last-state-object";
  static final String VERSIONING = "versioning";
  static final String WRITE_PROOF = "write-proof";
  static final String VERSION = "version";
  static final String PROGRAMS = "programs";
  static final String JOBS = "jobs";
  static final String LOG = "log";
  static final String SCRATCH = "scratch";
  static final String SCRATCH_PROOF = "scratch-proof";
  static final String SCRATCH_DISK_THERE = "scratch-disk-there";
  static final String SCRATCH_DISK_GONE = "scratch-disk-gone";
  static final String INVENTORY = "inventory";
  static final String STEP = "step";
  static final String INTENT = "intent";
  static final String CLEAN_UP = "clean-up";

  private Kind() {}
}
