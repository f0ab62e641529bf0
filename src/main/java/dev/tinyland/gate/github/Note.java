package dev.tinyland.gate.github;

import dev.tinyland.gate.report.Level;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHCheckRun.AnnotationLevel;
import org.kohsuke.github.GHCheckRunBuilder.Annotation;

/**
 * One annotation of a check run.
 *
 * @param path relative to the repository
 * @param column null where the place takes more than one line: GitHub refuses columns then
 * @param title at most 255 characters
 * @param message plain text of one or more lines, at most 64 KB
 */
record Note(
    Level level,
    String path,
    int line,
    int endLine,
    @Nullable Integer column,
    @Nullable Integer endColumn,
    String title,
    String message) {

  Annotation annotation() {
    return new Annotation(path, line, endLine, shown(level), message)
        .withTitle(title)
        .withStartColumn(column)
        .withEndColumn(endColumn);
  }

  private static AnnotationLevel shown(Level level) {
    return switch (level) {
      case ERROR -> AnnotationLevel.FAILURE;
      case WARNING -> AnnotationLevel.WARNING;
      case NOTE -> AnnotationLevel.NOTICE;
    };
  }
}
