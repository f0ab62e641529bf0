package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.report.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns parsed options into what a command needs; says what would have been right. */
final class OptionReader {
  private OptionReader() {}

  static LintOptions lint(Arguments parsed) {
    List<Format> formats = new ArrayList<>();
    for (String word : parsed.texts("--format")) {
      formats.add(reportFormat(word));
    }
    List<LintOptions.Output> outputs = new ArrayList<>();
    for (String pair : parsed.texts("--output")) {
      int equals = pair.indexOf('=');
      if (equals < 0 || equals == pair.length() - 1) {
        throw new UsageException("--output takes FORMAT=FILE, not " + pair);
      }
      outputs.add(
          new LintOptions.Output(
              reportFormat(pair.substring(0, equals)), Path.of(pair.substring(equals + 1))));
    }
    if (fix(parsed) != null && fix(parsed) == FixMode.DRY_RUN && !formats.isEmpty()) {
      throw new UsageException(
          "--fix=dry-run prints a patch; --output FORMAT=FILE writes a report beside it");
    }
    // With files only, the terminal still gets the text.
    return options(parsed, formats.isEmpty() ? List.of(Format.TEXT) : formats, outputs);
  }

  static LintOptions reach(Arguments parsed) {
    String word = parsed.text("--format");
    Format unsaid = parsed.has("--surface") ? Format.MERMAID : Format.TEXT;
    return options(parsed, List.of(word == null ? unsaid : format(word)), List.of());
  }

  private static LintOptions options(
      Arguments parsed, List<Format> formats, List<LintOptions.Output> outputs) {
    return new LintOptions(
        parsed.positionals(),
        profile(parsed.text("--profile")),
        formats,
        outputs,
        level(parsed.text("--fail-on")),
        branch(parsed.text("--default-branch")),
        parsed.has("--all-files"),
        parsed.has("--witness"),
        file(parsed, "--config"),
        baseline(parsed),
        parsed.has("--show-suppressed"),
        fix(parsed),
        parsed.command().equals(Commands.REACH.name()),
        parsed.text("--surface"));
  }

  private static @Nullable FixMode fix(Arguments parsed) {
    String word = parsed.text("--fix");
    return word == null ? null : FixMode.parse(word);
  }

  private static Format reportFormat(String word) {
    Format format = format(word);
    if (format == Format.MERMAID) {
      throw new UsageException(
          "a report is no graph: text, json, sarif, github or markdown; `gate reach --surface ID`"
              + " prints a graph");
    }
    return format;
  }

  /** An empty name is what an unset variable leaves, and would mean the current folder. */
  static @Nullable Path file(Arguments parsed, String option) {
    String name = parsed.text(option);
    if (name != null && name.isBlank()) {
      throw new UsageException(option + " takes a file");
    }
    return name == null ? null : Path.of(name);
  }

  private static LintOptions.@Nullable Baselining baseline(Arguments parsed) {
    Path file = file(parsed, "--baseline");
    boolean update = parsed.has("--update-baseline");
    if (file == null && update) {
      throw new UsageException("--update-baseline needs --baseline FILE");
    }
    return file == null ? null : new LintOptions.Baselining(file, update);
  }

  static Format format(String word) {
    Format format = Format.parse(word);
    if (format == null) {
      throw new UsageException(
          "there is no format " + word + ": text, json, sarif, github or markdown");
    }
    return format;
  }

  static @Nullable Profile profile(@Nullable String word) {
    if (word == null) {
      return null;
    }
    Profile profile = Profile.parse(word);
    if (profile == null) {
      throw new UsageException("there is no profile " + word + ": quarantine or downstream");
    }
    return profile;
  }

  /** An empty name is what an unset variable leaves, and matches no ref. */
  private static @Nullable String branch(@Nullable String name) {
    if (name != null && name.isBlank()) {
      throw new UsageException("--default-branch takes the name of a branch");
    }
    return name;
  }

  private static Level level(@Nullable String word) {
    if (word == null) {
      return Level.ERROR;
    }
    for (Level level : Level.values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    throw new UsageException("there is no level " + word + ": error, warning or note");
  }
}
