package dev.tinyland.gate.cli;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.report.VerdictMarkdown;
import dev.tinyland.gate.runtime.report.VerdictText;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import org.jspecify.annotations.Nullable;

/** The forms in which a verdict is shown. */
enum VerdictFormat {
  TEXT,
  JSON,
  MARKDOWN;

  static VerdictFormat of(@Nullable String word) {
    if (word == null) {
      return TEXT;
    }
    return switch (word) {
      case "text" -> TEXT;
      case "json" -> JSON;
      case "markdown" -> MARKDOWN;
      default ->
          throw new UsageException("a verdict is printed as text, json or markdown, not " + word);
    };
  }

  String render(VerdictReport report) {
    return switch (this) {
      case TEXT -> VerdictText.of(report);
      case JSON -> Records.text(report);
      case MARKDOWN -> VerdictMarkdown.of(report);
    };
  }
}
