package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.report.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns parsed options into what a command needs. Everything that is wrong is said at once, with
 * what would have been right.
 */
final class OptionReader {
  private final Arguments parsed;
  private final List<String> complaints = new ArrayList<>();

  private OptionReader(Arguments parsed) {
    this.parsed = parsed;
  }

  static LintOptions lint(Arguments parsed) {
    OptionReader reader = new OptionReader(parsed);
    List<Format> formats = new ArrayList<>();
    for (String word : parsed.texts("--format")) {
      Format format = reader.reportFormat(word);
      if (format != null) {
        formats.add(format);
      }
    }
    List<LintOptions.Output> outputs = reader.outputs();
    // With files only, the terminal still gets the text.
    LintOptions options =
        reader.options(formats.isEmpty() ? List.of(Format.TEXT) : formats, outputs);
    reader.contradictions(options);
    reader.done();
    return options;
  }

  static LintOptions reach(Arguments parsed) {
    OptionReader reader = new OptionReader(parsed);
    String word = parsed.text("--format");
    Format unsaid = parsed.has("--surface") ? Format.MERMAID : Format.TEXT;
    Format format = word == null ? unsaid : reader.known(word);
    LintOptions options = reader.options(List.of(format == null ? unsaid : format), List.of());
    reader.done();
    return options;
  }

  private LintOptions options(List<Format> formats, List<LintOptions.Output> outputs) {
    return new LintOptions(
        parsed.positionals(),
        knownProfile(parsed.text("--profile")),
        formats,
        outputs,
        level(parsed.text("--fail-on")),
        branch(parsed.text("--default-branch")),
        parsed.has("--all-files"),
        parsed.has("--witness"),
        named("--config"),
        baseline(),
        parsed.has("--show-suppressed"),
        fix(parsed.text("--fix")),
        parsed.command().equals(Commands.REACH.name()),
        parsed.text("--surface"));
  }

  private void contradictions(LintOptions options) {
    if (options.fix() != null && options.baseline() != null) {
      complaints.add("--fix mends what a baseline passes over too: give one of them");
    }
    if (options.fix() == FixMode.DRY_RUN && parsed.has("--format")) {
      complaints.add(
          "--fix=dry-run prints a patch; --output FORMAT=FILE writes a report beside it");
    }
    if (options.fix() != null && options.paths().contains("-")) {
      complaints.add("--fix rewrites files; standard input is none");
    }
  }

  private void done() {
    if (!complaints.isEmpty()) {
      throw new UsageException(complaints);
    }
  }

  private List<LintOptions.Output> outputs() {
    List<LintOptions.Output> outputs = new ArrayList<>();
    for (String pair : parsed.texts("--output")) {
      int equals = pair.indexOf('=');
      if (equals < 0 || equals == pair.length() - 1) {
        complaints.add("--output takes FORMAT=FILE, not " + pair);
        continue;
      }
      Format format = reportFormat(pair.substring(0, equals));
      if (format != null) {
        outputs.add(new LintOptions.Output(format, Path.of(pair.substring(equals + 1))));
      }
    }
    return outputs;
  }

  private @Nullable FixMode fix(@Nullable String word) {
    try {
      return word == null ? null : FixMode.parse(word);
    } catch (UsageException e) {
      complaints.addAll(e.complaints());
      return null;
    }
  }

  private @Nullable Format known(String word) {
    Format format = Format.parse(word);
    if (format == null) {
      complaints.add(noFormat(word));
    }
    return format;
  }

  private @Nullable Format reportFormat(String word) {
    Format format = known(word);
    if (format == Format.MERMAID) {
      complaints.add(
          "a report is no graph: text, json, sarif, github or markdown; `gate reach --surface ID`"
              + " prints a graph");
      return null;
    }
    return format;
  }

  private @Nullable Path named(String option) {
    try {
      return file(parsed, option);
    } catch (UsageException e) {
      complaints.addAll(e.complaints());
      return null;
    }
  }

  /** An empty name is what an unset variable leaves, and would mean the current folder. */
  static @Nullable Path file(Arguments parsed, String option) {
    String name = parsed.text(option);
    if (name != null && name.isBlank()) {
      throw new UsageException(option + " takes a file");
    }
    return name == null ? null : Path.of(name);
  }

  private LintOptions.@Nullable Baselining baseline() {
    Path file = named("--baseline");
    boolean update = parsed.has("--update-baseline");
    if (!parsed.has("--baseline") && update) {
      complaints.add("--update-baseline needs --baseline FILE");
    }
    return file == null ? null : new LintOptions.Baselining(file, update);
  }

  static Format format(String word) {
    Format format = Format.parse(word);
    if (format == null) {
      throw new UsageException(noFormat(word));
    }
    return format;
  }

  private static String noFormat(String word) {
    return "there is no format " + word + ": text, json, sarif, github or markdown";
  }

  private @Nullable Profile knownProfile(@Nullable String word) {
    try {
      return profile(word);
    } catch (UsageException e) {
      complaints.addAll(e.complaints());
      return null;
    }
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
  private @Nullable String branch(@Nullable String name) {
    if (name != null && name.isBlank()) {
      complaints.add("--default-branch takes the name of a branch");
    }
    return name;
  }

  private Level level(@Nullable String word) {
    if (word == null) {
      return Level.ERROR;
    }
    for (Level level : Level.values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    complaints.add("there is no level " + word + ": error, warning or note");
    return Level.ERROR;
  }
}
