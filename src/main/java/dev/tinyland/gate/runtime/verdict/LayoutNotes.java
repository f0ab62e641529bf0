package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Marker;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the folders on the disk say. All buckets at once point to a server that does not trust its
 * disk; one among others points elsewhere.
 */
final class LayoutNotes {
  private static final String NAME = "disk-layout";

  private LayoutNotes() {}

  static void add(@Nullable S3Evidence s3, @Nullable DiskEvidence disk, List<Note> notes) {
    if (disk == null) {
      notes.add(Note.of(NAME, "disk", "It was not looked at."));
      return;
    }
    String subject = disk.pod() == null ? "disk" : "pod " + disk.pod() + ", " + disk.root();
    if (!disk.available()) {
      notes.add(Note.of(NAME, subject, "It was not seen: " + Unseen.why(disk.unavailable())));
      return;
    }
    StringBuilder words = new StringBuilder();
    for (Presence presence : Presence.values()) {
      folders("Data", presence, disk, words);
      folders("Metadata", presence, disk, words);
    }
    notes.add(Note.of(NAME, subject, words.toString().strip()));
    if (s3 != null) {
      scope(s3, disk, notes);
    }
  }

  private static void folders(
      String what, Presence presence, DiskEvidence disk, StringBuilder words) {
    List<String> buckets = new ArrayList<>();
    for (Marker marker : disk.markers()) {
      var probe = what.equals("Data") ? marker.data() : marker.metadata();
      if (probe.presence() == presence) {
        buckets.add(marker.bucket());
      }
    }
    if (!buckets.isEmpty()) {
      String state =
          switch (presence) {
            case YES -> "there";
            case NO -> "missing";
            case UNKNOWN -> "not seen";
          };
      words.append(what).append(" folder ").append(state).append(": ");
      words.append(String.join(", ", buckets)).append(". ");
    }
  }

  /** Only buckets that S3 lacks by all of its answers while their data folder is there. */
  private static void scope(S3Evidence s3, DiskEvidence disk, List<Note> notes) {
    List<String> absent = new ArrayList<>();
    List<String> found = new ArrayList<>();
    boolean empty = false;
    for (Marker marker : disk.markers()) {
      boolean here = false;
      boolean lacking = false;
      for (Sample sample : s3.samples()) {
        BucketLook look = BucketLook.of(sample, marker.bucket());
        here |= look.listed() == BucketLook.Listed.YES || look.there() == BucketLook.Head.YES;
        lacking |= look.absent();
        empty |= look.absent() && look.emptyList();
      }
      if (here) {
        found.add(marker.bucket());
      } else if (lacking && marker.data().presence() == Presence.YES) {
        absent.add(marker.bucket());
      }
    }
    if (absent.isEmpty()) {
      return;
    }
    String lacks = "S3 lacks " + String.join(", ", absent) + ", and the data is on the disk. ";
    boolean all = empty && found.isEmpty();
    String scope =
        empty
            ? (all ? "The list" : "In one look the list")
                + " names no bucket at all: the server may take its disk for faulty, which it"
                + " keeps in memory only. Preserve its logs before anything is restarted."
            : "The list names other buckets: a quorum that was not reached, a key that sees only a"
                + " part, or a bucket that is truly lost.";
    String name =
        all
            ? "scope: all-buckets"
            : absent.size() == 1 ? "scope: one-bucket" : "scope: some-buckets";
    notes.add(Note.of(NAME, name, lacks + scope));
  }
}
