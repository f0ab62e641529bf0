package dev.tinyland.gate.docs;

import dev.tinyland.gate.lint.policy.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of {@code docs/rules}. Under {@code ## Examples} each {@code ###} heading begins an
 * example: blocks whose first line is a comment with the path ({@code yaml}, {@code sh} and the
 * like with a {@code #}, {@code markdown} with one of HTML, and four backticks around it), then a
 * {@code text} block with the findings, or a line that begins with {@code Passes.} or {@code Passes
 * this rule;}. A heading that ends with {@code (profile downstream)} chooses the profile; else it
 * is the first one that the page lists.
 */
record RulePage(Path file, List<String> lines, List<Example> examples) {
  static final List<String> SECTIONS =
      List.of("## What it finds", "## Why", "## Examples", "## How to mend it");

  /** Languages of blocks that are files of an example. */
  private static final Set<String> FILES = Set.of("yaml", "markdown", "sh", "hcl", "bazelrc");

  private static final Pattern PROFILES = Pattern.compile("Profiles?: ([a-z, ]+?) ·");
  private static final Pattern IN_HEADING = Pattern.compile("\\(profile ([a-z]+)\\)$");
  private static final Pattern OTHER_RULE = Pattern.compile("Passes this rule; `([a-z-]+)`.*");

  RulePage {
    lines = List.copyOf(lines);
    examples = List.copyOf(examples);
  }

  static RulePage read(Path file) {
    List<String> lines = Pages.read(file).lines().toList();
    return new RulePage(file, lines, new Reader(file, lines).examples());
  }

  String title() {
    return lines.getFirst();
  }

  /** The line under the title: level, profiles, suppression, version. */
  String facts() {
    return lines.size() > 2 ? lines.get(2) : "";
  }

  List<Profile> profiles() {
    return profiles(file, lines);
  }

  /** The page with other texts in the blocks of its failing examples, in order. */
  String withFindings(List<String> texts) {
    List<String> changed = new ArrayList<>(lines);
    List<Example.Fails> failing = new ArrayList<>();
    for (Example example : examples) {
      if (example.verdict() instanceof Example.Fails fails) {
        failing.add(fails);
      }
    }
    // From the end, so that the places before stay right.
    for (int i = failing.size() - 1; i >= 0; i--) {
      List<String> block = changed.subList(failing.get(i).firstLine(), failing.get(i).endLine());
      block.clear();
      block.addAll(texts.get(i).lines().toList());
    }
    return String.join("\n", changed) + "\n";
  }

  private static List<Profile> profiles(Path file, List<String> lines) {
    Matcher matcher = PROFILES.matcher(lines.size() > 2 ? lines.get(2) : "");
    List<Profile> profiles = new ArrayList<>();
    if (matcher.find()) {
      for (String word : matcher.group(1).split(",")) {
        profiles.add(profile(file, word.strip()));
      }
    }
    if (profiles.isEmpty()) {
      throw new AssertionError(file + ": the third line has to name the profiles");
    }
    return profiles;
  }

  private static Profile profile(Path file, String word) {
    Profile profile = Profile.parse(word);
    if (profile == null) {
      throw new AssertionError(file + ": there is no profile " + word);
    }
    return profile;
  }

  /** Collects the examples line by line. */
  private static final class Reader {
    private final Path file;
    private final List<String> lines;
    private final List<Example> examples = new ArrayList<>();
    private String heading = "";
    private Map<String, String> files = new LinkedHashMap<>();
    private Example.@Nullable Verdict verdict;

    Reader(Path file, List<String> lines) {
      this.file = file;
      this.lines = lines;
    }

    List<Example> examples() {
      boolean inExamples = false;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith("## ")) {
          finish();
          inExamples = line.equals("## Examples");
        } else if (inExamples && line.startsWith("### ")) {
          finish();
          heading = line.substring("### ".length());
        } else if (line.startsWith("```")) {
          String fence = line.startsWith("````") ? "````" : "```";
          int end = closing(i, fence);
          if (inExamples) {
            block(line.substring(fence.length()), i + 1, end);
          }
          i = end;
        } else if (inExamples && line.startsWith("Passes")) {
          conclude(passing(line));
        }
      }
      finish();
      return examples;
    }

    private void block(String language, int from, int end) {
      String text = String.join("\n", lines.subList(from, end)) + (from == end ? "" : "\n");
      if (language.equals("text")) {
        conclude(new Example.Fails(text, from, end));
      } else if (FILES.contains(language)) {
        files.put(path(from, language), text);
      } else {
        throw new AssertionError(where(from) + ": an example has no " + language + " blocks");
      }
    }

    private String path(int from, String language) {
      String first = lines.get(from);
      String open = language.equals("markdown") ? "<!-- " : "# ";
      String close = language.equals("markdown") ? " -->" : "";
      boolean named = first.startsWith(open) && first.endsWith(close);
      String path = named ? first.substring(open.length(), first.length() - close.length()) : "";
      if (path.isEmpty() || path.contains(" ")) {
        throw new AssertionError(where(from) + ": the first line has to be a comment with a path");
      }
      return path;
    }

    private Example.Verdict passing(String line) {
      Matcher other = OTHER_RULE.matcher(line);
      if (other.matches()) {
        return new Example.LeftTo(other.group(1));
      }
      if (!line.startsWith("Passes.")) {
        throw new AssertionError(file + ": what does `" + line + "` say?");
      }
      return new Example.Passes();
    }

    private void conclude(Example.Verdict found) {
      if (verdict != null) {
        throw new AssertionError(file + ": two verdicts on example " + heading);
      }
      verdict = found;
    }

    private void finish() {
      if (!heading.isEmpty()) {
        Example.Verdict found = verdict;
        if (found == null || files.isEmpty()) {
          throw new AssertionError(file + ": example " + heading + " lacks a file or a verdict");
        }
        Matcher named = IN_HEADING.matcher(heading);
        Profile profile =
            named.find() ? profile(file, named.group(1)) : profiles(file, lines).getFirst();
        examples.add(new Example(heading, profile, files, found));
      }
      heading = "";
      files = new LinkedHashMap<>();
      verdict = null;
    }

    private int closing(int opening, String fence) {
      for (int i = opening + 1; i < lines.size(); i++) {
        if (lines.get(i).equals(fence)) {
          return i;
        }
      }
      throw new AssertionError(where(opening) + ": this block is not closed");
    }

    private String where(int index) {
      return file + ":" + (index + 1);
    }
  }
}
