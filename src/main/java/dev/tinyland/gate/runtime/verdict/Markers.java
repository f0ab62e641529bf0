package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one bucket: the last two columns of the evidence matrix. Without a disk, or where
 * a control came out wrong, both are unknown.
 */
record Markers(Presence data, Presence metadata) {
  static Markers of(@Nullable DiskEvidence disk, String bucket) {
    if (disk != null && disk.available()) {
      for (DiskEvidence.Marker marker : disk.markers()) {
        if (marker.bucket().equals(bucket)) {
          return new Markers(marker.data().presence(), marker.metadata().presence());
        }
      }
    }
    return new Markers(Presence.UNKNOWN, Presence.UNKNOWN);
  }

  boolean both() {
    return data == Presence.YES && metadata == Presence.YES;
  }

  String words() {
    return "On the disk: data folder " + word(data) + ", metadata folder " + word(metadata) + ".";
  }

  private static String word(Presence presence) {
    return switch (presence) {
      case YES -> "there";
      case NO -> "missing";
      case UNKNOWN -> "not seen";
    };
  }
}
