package dev.tinyland.gate.github;

import dev.tinyland.gate.render.Annotation;
import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as annotations: what nothing suppresses, and what could not be read. */
final class Notes {
  private static final int MOST_TITLE = 255;

  /** GitHub says 64 KB, which may mean the smaller one. */
  private static final int MOST_MESSAGE_BYTES = 64_000;

  private Notes() {}

  /**
   * All that have a place in the repository, the worst first, then by place.
   *
   * @param workspace the folder that holds the repository
   */
  static List<Note> of(Report report, Path workspace) {
    List<Note> notes = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.suppressed() == null) {
        add(
            notes,
            workspace,
            finding.level(),
            finding.span(),
            finding.rule(),
            Annotation.text(finding));
      }
    }
    for (Problem problem : report.problems()) {
      String message = Visible.line(problem.message());
      add(notes, workspace, Level.ERROR, problem.span(), "could not be read", message);
    }
    notes.sort(
        Comparator.comparing(Note::level)
            .thenComparing(Note::path)
            .thenComparingInt(Note::line)
            .thenComparing(Note::title)
            .thenComparing(Note::message));
    return notes;
  }

  private static void add(
      List<Note> notes, Path workspace, Level level, Span span, String title, String message) {
    String path = inRepository(span.path(), workspace);
    if (path == null) {
      return;
    }
    boolean oneLine = span.line() == span.endLine();
    notes.add(
        new Note(
            level,
            path,
            span.line(),
            span.endLine(),
            oneLine ? span.column() : null,
            oneLine ? span.endColumn() : null,
            cut(Visible.line(title), MOST_TITLE),
            cutToBytes(message)));
  }

  /** The path from the repository's root, with slashes; null for one that leads out of it. */
  static @Nullable String inRepository(String path, Path workspace) {
    Path inside;
    try {
      Path normal = Path.of(path).normalize();
      inside =
          normal.isAbsolute() && normal.startsWith(workspace)
              ? workspace.relativize(normal)
              : normal;
    } catch (InvalidPathException e) {
      return null;
    }
    boolean outside = inside.isAbsolute() || inside.startsWith("..") || inside.toString().isEmpty();
    return outside ? null : inside.toString().replace('\\', '/');
  }

  private static String cutToBytes(String message) {
    if (message.getBytes(StandardCharsets.UTF_8).length <= MOST_MESSAGE_BYTES) {
      return message;
    }
    // No character takes more than three bytes for each of its units.
    return cut(message, MOST_MESSAGE_BYTES / 3);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    boolean split = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, split ? end - 1 : end) + "…";
  }
}
