package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.Manifest;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.Pieces;
import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import dev.tinyland.gate.runtime.nar.NarCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The course of each check: which pieces a finished run of it leaves, and in which order. A bundle
 * that holds another course was not written by such a run, whatever its pieces say.
 */
final class Course {
  /** {@link ScratchLook} looks at most so often at the disk for one thing. */
  private static final int DISK_LOOKS = 3;

  private static final String STORE_HASH = "--store-hash=";

  private final List<String> kinds;
  private int at;
  private @Nullable String fault;

  private Course(List<String> kinds) {
    this.kinds = kinds;
  }

  /**
   * Why the pieces are not those of a finished run of the check, one sentence each; empty if they
   * are.
   *
   * @param question what was asked
   */
  static List<String> faults(Check check, Question question, Manifest manifest, Pieces pieces)
      throws IOException {
    List<String> kinds = new ArrayList<>();
    for (Manifest.Entry entry : manifest.files()) {
      kinds.add(entry.kind());
    }
    Course course = new Course(kinds);
    course.one(Kind.QUESTION);
    boolean compared = course.any(Kind.LAST_STATE_OBJECT, Integer.MAX_VALUE) > 0;
    switch (check) {
      case DEEP_CHECK -> course.guard(question.stacks().size(), false);
      case READINESS -> course.guard(question.stacks().size(), true);
      case RCA -> course.analysis(question.scratchProbe());
      case INVENTORY -> course.one(Kind.INVENTORY);
    }
    course.end();
    List<String> faults = new ArrayList<>();
    if (course.fault != null) {
      faults.add(course.fault);
    }
    boolean last = manifest.arguments().stream().anyMatch(word -> word.startsWith("--last="));
    if (last != compared) {
      faults.add("the earlier evidence that --last names is not what it was compared with");
    }
    if (!areNumbered(pieces.all(Kind.S3, S3Evidence.class))) {
      faults.add("the looks at S3 are not the first and the second of one run");
    }
    return faults;
  }

  /** The same of a run that asks no question: some pieces of one kind, and nothing else. */
  static List<String> faults(String kind, Manifest manifest) {
    for (Manifest.Entry entry : manifest.files()) {
      if (!entry.kind().equals(kind)) {
        return List.of(Visible.line(entry.path()) + " is no piece of such a run");
      }
    }
    return List.of();
  }

  /** The same of a look at a cache: one piece for each path, and one for all that were named. */
  static List<String> ofPaths(Manifest manifest, List<NarEvidence> seen) {
    List<String> faults = new ArrayList<>(faults(NarCheck.KIND, manifest));
    Set<String> hashes = new HashSet<>();
    for (NarEvidence one : seen) {
      if (!hashes.add(one.storeHash())) {
        faults.add(Visible.line(one.storeHash()) + " is there twice");
      }
    }
    for (String word : manifest.arguments()) {
      if (word.startsWith(STORE_HASH) && !isAsked(word, seen)) {
        faults.add(Visible.line(word) + " was asked, and is not there");
      }
    }
    return faults;
  }

  /** A path may have been given with its name, and with its folder. */
  private static boolean isAsked(String word, List<NarEvidence> seen) {
    for (NarEvidence one : seen) {
      if (one.asked() && word.contains(one.storeHash())) {
        return true;
      }
    }
    return false;
  }

  private void guard(int stacks, boolean versioning) {
    one(Kind.CLUSTER_BEFORE);
    buckets();
    for (int i = 0; i < stacks; i++) {
      one(Kind.STATE_OBJECT);
    }
    if (versioning) {
      one(Kind.VERSIONING);
    }
    if (any(Kind.INTENT, 1) > 0) {
      one(Kind.WRITE_PROOF);
    }
    one(Kind.CLUSTER_AFTER);
  }

  private void analysis(boolean scratch) {
    one(Kind.CLUSTER_BEFORE);
    one(Kind.LOG);
    any(Kind.LOG, 1);
    one(Kind.VERSION);
    one(Kind.PROGRAMS);
    one(Kind.JOBS);
    buckets();
    if (scratch) {
      one(Kind.INTENT);
      one(Kind.SCRATCH);
      if (any(Kind.SCRATCH_DISK_THERE, DISK_LOOKS) > 0) {
        one(Kind.INTENT);
        one(Kind.SCRATCH_PROOF);
        one(Kind.SCRATCH);
        one(Kind.SCRATCH);
        one(Kind.SCRATCH_DISK_GONE);
        any(Kind.SCRATCH_DISK_GONE, DISK_LOOKS - 1);
      }
    }
    one(Kind.CLUSTER_AFTER);
  }

  private void buckets() {
    one(Kind.S3);
    one(Kind.DISK);
    one(Kind.S3);
  }

  private void one(String kind) {
    if (any(kind, 1) == 0 && fault == null) {
      fault = "piece " + (at + 1) + " is not of the kind " + kind + ", which comes there";
    }
  }

  private int any(String kind, int most) {
    int found = 0;
    while (fault == null && found < most && at < kinds.size() && kinds.get(at).equals(kind)) {
      found++;
      at++;
    }
    return found;
  }

  private void end() {
    if (fault == null && at < kinds.size()) {
      fault = "piece " + (at + 1) + " comes after the last one of such a run";
    }
  }

  private static boolean areNumbered(List<S3Evidence> looks) {
    int number = 0;
    for (S3Evidence look : looks) {
      for (Sample sample : look.samples()) {
        number++;
        if (sample.number() != number) {
          return false;
        }
      }
    }
    return true;
  }
}
