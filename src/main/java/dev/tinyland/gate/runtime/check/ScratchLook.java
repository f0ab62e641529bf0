package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.s3.S3Collector;
import java.io.IOException;
import java.util.List;

/**
 * A bucket of our own: made after it was proved absent, looked at by the API and on the disk,
 * written and read once, deleted, and looked at again. Only what this run saw itself make is
 * deleted.
 */
final class ScratchLook {
  /** How often the disk is looked at for what the API has done; each look is evidence. */
  private static final int LOOKS = 3;

  private ScratchLook() {}

  static void look(Run run) throws IOException {
    Recorder recorder = run.recorder();
    S3Collector s3 = run.open().objectStore();
    ScratchEvidence made = OwnThings.bucket(s3, recorder);
    recorder.add(Kind.SCRATCH, made);
    if (!Boolean.TRUE.equals(made.done())) {
      return;
    }
    String bucket = made.bucket();
    disk(bucket, Presence.YES, Kind.SCRATCH_DISK_THERE, run);
    recorder.add(Kind.SCRATCH_PROOF, OwnThings.proof(bucket, s3, recorder));
    recorder.add(Kind.SCRATCH, s3.observeScratch(bucket));
    recorder.add(Kind.SCRATCH, s3.deleteScratch(bucket));
    disk(bucket, Presence.NO, Kind.SCRATCH_DISK_GONE, run);
  }

  /** Looks until both folders are as they should be, and a bounded number of times. */
  private static void disk(String bucket, Presence hoped, String kind, Run run) throws IOException {
    for (int look = 1; look <= LOOKS; look++) {
      if (look > 1) {
        run.watch().await();
      }
      DiskEvidence disk = run.open().cluster().disk(List.of(bucket));
      run.recorder().add(kind, disk);
      if (!disk.available() || isAs(hoped, disk)) {
        return;
      }
    }
  }

  private static boolean isAs(Presence hoped, DiskEvidence disk) {
    for (DiskEvidence.Marker marker : disk.markers()) {
      if (marker.data().presence() != hoped || marker.metadata().presence() != hoped) {
        return false;
      }
    }
    return true;
  }
}
