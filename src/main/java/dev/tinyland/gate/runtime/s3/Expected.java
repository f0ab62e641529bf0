package dev.tinyland.gate.runtime.s3;

/** What a good answer has to look like, so that a page of HTML with 200 is none. */
enum Expected {
  /** {@code ListAllMyBucketsResult} with an owner. */
  BUCKETS,
  /** {@code ListBucketResult}. */
  OBJECTS,
  /** {@code VersioningConfiguration}. */
  VERSIONING,
  /** The ETag of an object. */
  OBJECT,
  /** Nothing but the marks of S3. */
  NOTHING;

  boolean keepsBody() {
    return this == BUCKETS || this == OBJECTS || this == VERSIONING;
  }
}
