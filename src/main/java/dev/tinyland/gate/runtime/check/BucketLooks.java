package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence.BucketView;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import java.io.IOException;
import java.util.List;

/** Two looks at the buckets with one at the disk in between: list, head, disk, head, list. */
final class BucketLooks {
  private static final int SAMPLES = 2;

  private BucketLooks() {}

  static void look(List<String> buckets, Run run) throws IOException {
    for (int number = 1; number <= SAMPLES; number++) {
      if (number > 1) {
        run.recorder().add(Kind.DISK, run.open().cluster().disk(buckets));
        run.watch().await();
      }
      run.recorder().add(Kind.S3, run.open().objectStore().look(buckets, number));
    }
  }

  /** Whether S3 named and found the bucket in every look so far. */
  static boolean areSteady(List<S3Evidence> looks, String bucket) {
    if (looks.isEmpty()) {
      return false;
    }
    for (S3Evidence look : looks) {
      for (Sample sample : look.samples()) {
        if (sample.listed() == null
            || !sample.listed().contains(bucket)
            || !found(sample, bucket)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean found(Sample sample, String bucket) {
    for (BucketView view : sample.buckets()) {
      if (view.bucket().equals(bucket)) {
        return view.head().ok();
      }
    }
    return false;
  }
}
