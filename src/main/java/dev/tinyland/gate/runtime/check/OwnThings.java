package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.IntentEvidence;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import dev.tinyland.gate.runtime.s3.S3Collector;
import java.io.IOException;

/**
 * What a run makes in the object store. Its name is kept before the first request about it, so that
 * an operator finds what a run that was killed has left.
 */
final class OwnThings {
  private OwnThings() {}

  static ScratchEvidence bucket(S3Collector s3, Recorder recorder) throws IOException {
    String bucket = s3.scratchName();
    recorder.add(Kind.INTENT, new IntentEvidence("create-bucket", bucket));
    return s3.createScratch(bucket);
  }

  static WriteProofEvidence proof(String bucket, S3Collector s3, Recorder recorder)
      throws IOException {
    String key = S3Collector.probeKey();
    recorder.add(Kind.INTENT, new IntentEvidence("put-object", bucket + "/" + key));
    return s3.writeProof(bucket, key);
  }
}
