package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.VersionEvidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an incident leaves for the person who looks for its cause. */
final class RcaNotes {
  private static final RustfsVersion HEAL_IS_SAFER = RustfsVersion.beta(9);

  private RcaNotes() {}

  static List<Note> of(RcaEvidence evidence, Standing standing) {
    List<Note> notes = new ArrayList<>();
    // What was seen comes first, what is known of such a version last.
    LayoutNotes.add(evidence.s3(), evidence.disk(), notes);
    LogNotes.add(evidence.logs(), notes);
    ClusterNotes.add(evidence, notes);
    JobNotes.add(evidence.jobs(), evidence.logs(), notes);
    programs(evidence.programs(), notes);
    version(evidence.version(), notes);
    if (standing != Standing.PROVEN) {
      notes.add(
          Note.of(
              "restart-is-recovery",
              "workload",
              "A restart is a recovery action of an operator, and says nothing of the cause. “"
                  + Policy.RESTART_IS_RECOVERY.sentence()
                  + "”"));
    }
    return List.copyOf(notes);
  }

  private static void version(@Nullable VersionEvidence evidence, List<Note> notes) {
    String line = evidence == null ? null : evidence.version();
    RustfsVersion version = RustfsVersion.parse(line);
    notes.add(Note.of("version", subject(evidence), words(evidence, version)));
    if (version == null || version.before(HEAL_IS_SAFER)) {
      notes.add(
          Note.of(
              "admin-heal",
              "workload",
              "Never call admin heal. Before "
                  + HEAL_IS_SAFER.words()
                  + " a bucket heal takes a disk that is marked as faulty for one that lacks the"
                  + " bucket, and can remove the folder of the bucket, with all of its objects"
                  + " (rustfs/rustfs#4339)."));
    }
    notes.addAll(KnownDefect.notes(version));
  }

  private static String subject(@Nullable VersionEvidence evidence) {
    return evidence == null || evidence.pod() == null ? "workload" : "pod " + evidence.pod();
  }

  private static String words(@Nullable VersionEvidence evidence, @Nullable RustfsVersion version) {
    if (evidence == null) {
      return "It was not looked at, so that every known defect is named.";
    }
    StringBuilder words = new StringBuilder();
    if (version != null) {
      words.append("RustFS ").append(version.words()).append('.');
    } else if (evidence.version() != null) {
      words.append(Note.cut(evidence.version(), 100));
      words.append(" names no release, so that every known defect is named.");
    } else {
      words.append("It could not be asked: ").append(Unseen.why(evidence.unavailable()));
      words.append(" Every known defect is named.");
    }
    if (evidence.image() != null) {
      words.append(" Image: ").append(evidence.image()).append('.');
    }
    if (evidence.imageId() != null) {
      words.append(" On the node: ").append(evidence.imageId()).append('.');
    }
    return words.toString();
  }

  private static void programs(@Nullable ProgramsEvidence evidence, List<Note> notes) {
    if (evidence == null) {
      notes.add(Note.of("programs", "workload", "They were not looked at."));
      return;
    }
    String subject = evidence.pod() == null ? "workload" : "pod " + evidence.pod();
    StringBuilder words = new StringBuilder();
    if (evidence.unavailable() != null) {
      words
          .append("They could not be looked for: ")
          .append(Unseen.why(evidence.unavailable()))
          .append(' ');
    }
    named("In the image: ", evidence, Presence.YES, words);
    named("Not in the image: ", evidence, Presence.NO, words);
    named("Not known: ", evidence, Presence.UNKNOWN, words);
    List<String> subcommands = evidence.subcommands();
    words.append(
        subcommands == null
            ? "The subcommands of `rustfs` could not be asked."
            : "Subcommands of `rustfs`: " + String.join(", ", subcommands) + ".");
    words.append(" Nothing of administration was run.");
    notes.add(Note.of("programs", subject, words.toString()));
  }

  private static void named(
      String head, ProgramsEvidence evidence, Presence presence, StringBuilder words) {
    String before = head;
    for (ProgramsEvidence.Program program : evidence.programs()) {
      if (program.presence() == presence) {
        words.append(before).append(program.name());
        before = ", ";
      }
    }
    words.append(before.equals(head) ? "" : ". ");
  }
}
