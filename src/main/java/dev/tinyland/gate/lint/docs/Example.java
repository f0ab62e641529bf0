package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code block of a page that shows something to run.
 *
 * @param span of its content
 * @param judged every place in it that can write
 * @param unread why it could not be read although it names a writer, or null
 */
public record Example(Kind kind, Span span, List<Judged> judged, @Nullable Unread unread) {
  public Example {
    judged = List.copyOf(judged);
  }

  /** What it is, which decides how sure a finding is. */
  public enum Kind {
    /** A workflow with triggers of its own, or an action. */
    WHOLE,
    /** A part of a workflow: what starts it is not said. */
    FRAGMENT,
    /** Commands. */
    COMMANDS,
    /** Lines of a block that does not say what it is, and that read like commands. */
    UNSAID,
    /** Jobs of GitLab. */
    GITLAB
  }

  /** Something in the way of reading it. */
  public record Unread(Span span, String message) {}
}
