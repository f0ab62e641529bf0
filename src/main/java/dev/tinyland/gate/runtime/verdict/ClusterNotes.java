package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Event;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import java.util.List;

/** Restarts and warnings of the workload. */
final class ClusterNotes {
  /** Of each kind; the evidence has them all. */
  static final int MOST = 12;

  private ClusterNotes() {}

  static void add(RcaEvidence evidence, List<Note> notes) {
    String restart = Restart.between(evidence.before(), evidence.after(), evidence.disk());
    if (restart != null) {
      notes.add(
          Note.of(
              "restart",
              "workload",
              restart + " It was while this run looked: what agrees after it proves nothing."));
    }
    ClusterEvidence cluster = evidence.cluster();
    if (cluster == null) {
      return;
    }
    restarts(cluster, notes);
    events(cluster, notes);
  }

  private static void restarts(ClusterEvidence cluster, List<Note> notes) {
    List<Pod> pods = cluster.pods().value();
    if (cluster.pods().access() != Access.SEEN || pods == null) {
      return;
    }
    int count = 0;
    for (Pod pod : pods) {
      if (pod.restarts() == 0 && pod.lastTermination() == null) {
        continue;
      }
      count++;
      if (count <= MOST) {
        String last = pod.lastTermination() == null ? "not known" : pod.lastTermination();
        String since = pod.startedAt() == null ? "not started" : "started " + pod.startedAt();
        notes.add(
            Note.of(
                "pod-restarts",
                "pod " + pod.name(),
                "Restarts: " + pod.restarts() + ", last end: " + last + "; " + since + "."));
      }
    }
    more("pod-restarts", count, "pods", notes);
  }

  private static void events(ClusterEvidence cluster, List<Note> notes) {
    List<Event> events = cluster.events().value();
    if (cluster.events().access() != Access.SEEN || events == null) {
      notes.add(
          Note.of(
              "event",
              "events",
              "They were not seen: "
                  + Unseen.words(cluster.events().access(), cluster.events().detail())));
      return;
    }
    int count = 0;
    for (Event event : events) {
      if (!event.type().equals("Warning")) {
        continue;
      }
      count++;
      if (count <= MOST) {
        String last = event.lastSeen() == null ? "" : ", last " + event.lastSeen();
        notes.add(
            Note.of(
                "event", event.reason(), event.count() + " times" + last + ": " + event.message()));
      }
    }
    more("event", count, "warnings", notes);
    if (count == 0) {
      notes.add(Note.of("event", "events", events.size() + " seen, no warning among them."));
    }
  }

  static void more(String name, int count, String what, List<Note> notes) {
    if (count > MOST) {
      notes.add(Note.of(name, what, count - MOST + " more are in the evidence."));
    }
  }
}
