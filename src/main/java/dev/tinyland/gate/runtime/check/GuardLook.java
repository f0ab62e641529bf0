package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.s3.S3Collector;
import java.io.IOException;
import java.util.List;

/** What the guard of the state path looks at, in the order of the policy. */
final class GuardLook {
  private GuardLook() {}

  /**
   * Looks at everything, also after something was red, but writes into no bucket that S3 did not
   * show both times: a write and a delete are a load on a path that may be about to fail.
   *
   * @param versioning whether the bucket is asked for it
   */
  static void look(Run run, boolean versioning) throws IOException {
    Question question = run.question();
    String bucket = run.settings().bucket();
    Recorder recorder = run.recorder();
    S3Collector s3 = run.open().objectStore();
    recorder.add(Kind.CLUSTER_BEFORE, run.open().cluster().collect());
    BucketLooks.look(List.of(bucket), run);
    for (String stack : question.stacks()) {
      String key = run.settings().key(stack);
      recorder.add(Kind.STATE_OBJECT, s3.stateObject(stack, bucket, key, question.body()));
    }
    if (versioning) {
      recorder.add(Kind.VERSIONING, s3.versioning(bucket));
    }
    if (BucketLooks.areSteady(recorder.all(Kind.S3, S3Evidence.class), bucket)) {
      recorder.add(Kind.WRITE_PROOF, OwnThings.proof(bucket, s3, recorder));
    }
    recorder.add(Kind.CLUSTER_AFTER, run.open().cluster().collect());
  }
}
