package dev.tinyland.gate.runtime.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A defect of RustFS that looks like a divergence, or makes one worse.
 *
 * @param issue the number of the issue, or of the change that ends it, in the tracker of RustFS
 * @param from the first version that it was seen in; null for all
 * @param before the first version without it; null where none is known
 * @param what it does, as one or more sentences
 */
record KnownDefect(
    int issue, @Nullable RustfsVersion from, @Nullable RustfsVersion before, String what) {
  private static final String NAME = "known-defect";
  private static final String TRACKER = "rustfs/rustfs#";

  static final List<KnownDefect> ALL =
      List.of(
          new KnownDefect(
              2651,
              null,
              RustfsVersion.beta(4),
              "Two slow walks of the scanner take a healthy disk offline: the list goes empty,"
                  + " buckets are not found and objects answer 5xx until the process starts anew."
                  + " /health/ready stays 200 (#2658)."),
          new KnownDefect(
              3418,
              null,
              RustfsVersion.beta(9),
              "Without a local disk that answers, list-buckets is 200 with an empty list instead of"
                  + " an error."),
          new KnownDefect(
              4339,
              null,
              RustfsVersion.beta(9),
              "A bucket heal can remove the folder of a bucket, with all of its objects, while a"
                  + " disk is marked as faulty."),
          new KnownDefect(
              5938,
              RustfsVersion.beta(10),
              null,
              "A disk that was marked as faulty once stays so until the process starts anew, while"
                  + " every health endpoint is green."),
          new KnownDefect(
              2686,
              null,
              null,
              "A healthy virtual disk is marked as faulty under read load, and requests answer 500"
                  + " until the container starts anew."),
          new KnownDefect(
              2601,
              null,
              null,
              "The pod is ready while every request answers 500 (FaultyDisk, ErasureWriteQuorum)."),
          new KnownDefect(
              2807,
              null,
              null,
              "Reads answer that the storage resources are insufficient for them."),
          new KnownDefect(6727, null, null, "CreateBucket answers 404 NoSuchBucket."),
          new KnownDefect(
              6575,
              null,
              null,
              "Folders of objects without `xl.meta` are seen by neither S3 nor heal."),
          new KnownDefect(
              3296, null, null, "There is no tool for a recovery while the server is off."),
          new KnownDefect(
              1610,
              null,
              null,
              "In a versioned bucket a state lock that was released once is refused with 412 for"
                  + " ever."));

  /** Those that a version has, or may have; all of them for one that is not known. */
  static List<KnownDefect> of(@Nullable RustfsVersion version) {
    List<KnownDefect> defects = new ArrayList<>();
    for (KnownDefect defect : ALL) {
      if (version == null || defect.concerns(version)) {
        defects.add(defect);
      }
    }
    return defects;
  }

  private boolean concerns(RustfsVersion version) {
    boolean late = from == null || !version.before(from);
    return late && (before == null || version.before(before));
  }

  /** A note on each that a release ended, and one on all others. */
  static List<Note> notes(@Nullable RustfsVersion version) {
    List<Note> notes = new ArrayList<>();
    StringBuilder others = new StringBuilder();
    for (KnownDefect defect : of(version)) {
      if (defect.before != null) {
        String end = " Concerns versions before " + defect.before.words() + ".";
        notes.add(Note.of(NAME, TRACKER + defect.issue, defect.what + end));
      } else {
        others.append(others.isEmpty() ? "" : ", ").append(defect.issue);
      }
    }
    if (!others.isEmpty()) {
      notes.add(
          Note.of(
              NAME,
              "rustfs/rustfs",
              "Issues of which no ending release is known, and which look like this too: "
                  + others
                  + "."));
    }
    return notes;
  }
}
