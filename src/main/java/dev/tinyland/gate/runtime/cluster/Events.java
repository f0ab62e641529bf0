package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Event;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of the workload: its own objects', and those of pods that are gone. */
final class Events {
  private static final int MOST = 50;

  private Events() {}

  /** An event and what it is about. */
  private record About(String object, Event event) {}

  /** The newest first; when there are more of them than are kept, the detail says so. */
  static Part<List<Event>> read(
      KubernetesReader reader, ClusterSettings settings, Redaction redaction) {
    Part<List<About>> all =
        reader.list(
            "/api/v1/namespaces/" + settings.namespace() + "/events",
            "Event",
            tree -> about(tree, redaction));
    if (all.value() == null) {
      return new Part<>(all.access(), all.detail(), null);
    }
    List<Event> ours = new ArrayList<>();
    for (About about : all.value()) {
      if (isOurs(about.object(), settings)) {
        ours.add(about.event());
      }
    }
    ours.sort(Comparator.comparing(Events::when).reversed());
    return ours.size() <= MOST
        ? new Part<>(Access.SEEN, null, List.copyOf(ours))
        : new Part<>(
            Access.SEEN,
            "the newest " + MOST + " of " + ours.size(),
            List.copyOf(ours.subList(0, MOST)));
  }

  private static boolean isOurs(String object, ClusterSettings settings) {
    return object.equals(settings.deployment())
        || object.startsWith(settings.deployment() + "-")
        || object.equals(settings.service())
        || object.equals(settings.claim());
  }

  private static About about(Tree tree, Redaction redaction) {
    String kind = tree.text("involvedObject", "kind");
    String name = tree.text("involvedObject", "name");
    String type = tree.text("type");
    String reason = tree.text("reason");
    String message = tree.raw("message");
    String subject = (kind == null ? "object" : kind) + " " + (name == null ? "" : name) + ": ";
    return new About(
        name == null ? "" : name,
        new Event(
            type == null ? "Unknown" : type,
            reason == null ? "" : reason,
            redaction.line(subject + (message == null ? "" : message), 300),
            count(tree),
            lastSeen(tree)));
  }

  private static int count(Tree tree) {
    return Math.max(tree.integer(1, "count"), tree.integer(1, "series", "count"));
  }

  /** Older and newer reporters fill different fields. */
  private static @Nullable String lastSeen(Tree tree) {
    String last = tree.text("series", "lastObservedTime");
    last = last == null ? tree.text("lastTimestamp") : last;
    last = last == null ? tree.text("eventTime") : last;
    return last == null ? tree.text("metadata", "creationTimestamp") : last;
  }

  private static String when(Event event) {
    String seen = event.lastSeen();
    return seen == null ? "" : seen;
  }
}
