package dev.tinyland.gate.lab;

import dev.tinyland.gate.runtime.cluster.ClusterCollector;
import dev.tinyland.gate.runtime.cluster.ClusterSettings;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.nar.NarCheck;
import dev.tinyland.gate.runtime.nar.NarOptions;
import dev.tinyland.gate.runtime.nar.NarProgress;
import dev.tinyland.gate.runtime.s3.Pause;
import dev.tinyland.gate.runtime.s3.S3Backend;
import dev.tinyland.gate.runtime.s3.S3Collector;
import dev.tinyland.gate.runtime.s3.S3Settings;
import dev.tinyland.gate.runtime.verdict.GuardEvidence;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The collectors, set up by nothing but the variables that the lab prints. */
final class Looks {
  static final List<String> BUCKETS = List.of("tofu-state", "attic");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T05:00:00Z"), ZoneOffset.UTC);

  private Looks() {}

  static S3Settings settings(Lab lab) {
    return S3Backend.of(lab.environment()).settings();
  }

  static S3Collector s3(Lab lab) {
    return new S3Collector(settings(lab), CLOCK);
  }

  static ClusterCollector cluster(Lab lab) {
    return ClusterCollector.open(
        ClusterSettings.defaults(), lab.environment(), Lab.secrets(), CLOCK);
  }

  /** All that a guard of these stacks looks at. */
  static GuardEvidence guard(Lab lab, List<String> stacks, Pause pause) {
    try (S3Collector s3 = s3(lab);
        ClusterCollector cluster = cluster(lab)) {
      ClusterEvidence before = cluster.collect();
      S3Evidence sampled = s3.sample(BUCKETS, 2, pause);
      DiskEvidence disk = cluster.disk(BUCKETS);
      List<StateObjectEvidence> objects = new ArrayList<>();
      for (String stack : stacks) {
        objects.add(s3.stateObject(stack, LabStates.BUCKET, LabStates.key(stack)));
      }
      return new GuardEvidence(
          before,
          cluster.collect(),
          sampled,
          disk,
          objects,
          List.of(),
          s3.writeProof(LabStates.BUCKET));
    }
  }

  static NarEvidence nar(Lab lab) throws IOException, InterruptedException {
    Map<String, String> given = lab.environment();
    NarOptions options =
        NarOptions.of(
            String.valueOf(given.get("LAB_CACHE")),
            List.of(String.valueOf(given.get("LAB_STORE_HASH"))),
            List.of(String.valueOf(given.get("LAB_PUBLIC_KEY"))));
    return NarCheck.run(options, null, NarProgress.NONE, CLOCK).getFirst();
  }
}
