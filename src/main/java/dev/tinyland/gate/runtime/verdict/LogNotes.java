package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the logs hold, counted: a line is shown only where it is short, and else a part of it. */
final class LogNotes {
  /** Code points of a line that is shown. */
  static final int EXCERPT = 160;

  private static final int BEFORE = 40;

  private LogNotes() {}

  static void add(List<LogEvidence> logs, List<Note> notes) {
    if (logs.isEmpty()) {
      notes.add(Note.of("log", "log", "It was not looked at."));
    }
    for (LogEvidence log : logs) {
      String subject = subject(log);
      if (log.access() != Access.SEEN) {
        notes.add(
            Note.of(
                "log", subject, "It was not seen: " + Unseen.words(log.access(), log.detail())));
        continue;
      }
      boolean found = false;
      for (LogSignature.Kind kind : LogSignature.Kind.values()) {
        found |= counted(log, kind, subject, notes);
      }
      if (!found) {
        notes.add(Note.of("log", subject, "No line holds a known signature, of " + read(log)));
      }
    }
  }

  private static boolean counted(
      LogEvidence log, LogSignature.Kind kind, String subject, List<Note> notes) {
    int count = 0;
    int first = 0;
    int last = 0;
    String excerpt = "";
    Set<LogSignature> found = EnumSet.noneOf(LogSignature.class);
    int number = 0;
    for (String line : log.lines()) {
      number++;
      boolean here = false;
      for (LogSignature signature : LogSignature.find(line)) {
        if (signature.kind() == kind) {
          if (count == 0 && !here) {
            excerpt = excerpt(line, signature.at(line));
          }
          here = true;
          found.add(signature);
        }
      }
      if (here) {
        count++;
        first = first == 0 ? number : first;
        last = number;
      }
    }
    if (count == 0) {
      return false;
    }
    StringBuilder words = new StringBuilder();
    words.append(count).append(count == 1 ? " line" : " lines");
    words.append(count == 1 ? ", number " : ", the first ").append(first);
    words.append(count == 1 ? "" : ", the last " + last).append(": ");
    String comma = "";
    for (LogSignature signature : found) {
      words.append(comma).append(signature.token());
      comma = ", ";
    }
    words.append(". Of ").append(read(log)).append(" The first: ").append(excerpt);
    notes.add(Note.of("log-" + kind.word(), subject, words.toString()));
    return true;
  }

  private static String subject(LogEvidence log) {
    String of = log.pod() == null ? "log" : "log of " + log.pod();
    String container = log.container() == null ? "" : "/" + log.container();
    return of + container + (log.previous() ? ", before its last restart" : "");
  }

  private static String read(LogEvidence log) {
    String read = log.lines().size() + " lines of the last " + log.sinceSeconds() + " s";
    return log.cut() ? read + ", and there were more." : read + ".";
  }

  /** The part of a line around an index. */
  static String excerpt(String line, int index) {
    if (line.codePointCount(0, line.length()) <= EXCERPT) {
      return line;
    }
    int back = Math.min(BEFORE, line.codePointCount(0, index));
    int start = line.offsetByCodePoints(index, -back);
    String part = Note.cut(line.substring(start), EXCERPT);
    return start == 0 ? part : "…" + part;
  }
}
