package dev.tinyland.gate.lint;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.ConfiguredKnowledge;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lints repositories that are written down in a test. */
public final class Lints {
  private static final String CI = ".github/workflows/ci.yml";

  private Lints() {}

  /** The report on the files of a repository, all of them named. */
  public static Report of(Map<String, String> files, Profile profile, boolean allFiles) {
    List<Checkout.Read> named = new ArrayList<>();
    new TreeMap<>(files)
        .forEach((path, text) -> {
          if ((path.endsWith(".yml") || path.endsWith(".yaml"))
              && !path.startsWith(".github/gate.")) {
            named.add(Checkout.parse(path, bytes(text)));
          }
        });
    return of(files, named, profile, allFiles);
  }

  /** The same with the fixes of the findings and the ways to the surfaces. */
  public static Report withFixes(Map<String, String> files, Profile profile) {
    List<Checkout.Read> named = new ArrayList<>();
    new TreeMap<>(files).forEach((path, text) -> named.add(Checkout.parse(path, bytes(text))));
    Checkout checkout =
        new Checkout(path -> files.containsKey(path) ? bytes(files.getOrDefault(path, "")) : null);
    Linter.Settings settings =
        new Linter.Settings("0", ".", Policy.ofSeeds(profile), "main", false, Policies.TODAY);
    return new Linter(KnowledgeBaseReader.builtIn(), settings, true, true)
        .lint(checkout, named, List.of());
  }

  /** The report on some files of a repository; the others are there when a reference asks. */
  public static Report of(
      Map<String, String> files, List<Checkout.Read> named, Profile profile, boolean allFiles) {
    Policy policy = Policies.of(files, profile);
    Linter.Settings settings =
        new Linter.Settings("0", ".", policy, "main", allFiles, Policies.TODAY);
    Checkout checkout =
        new Checkout(path -> files.containsKey(path) ? bytes(files.getOrDefault(path, "")) : null);
    return new Linter(ConfiguredKnowledge.of(KnowledgeBaseReader.builtIn(), policy), settings)
        .lint(checkout, named, List.of());
  }

  /** The report on one workflow under quarantine. */
  public static Report workflow(String text) {
    return of(Map.of(CI, text), Profile.QUARANTINE, false);
  }

  /** The report on pages, scripts and files of configuration beside workflows and actions. */
  public static Report beside(Map<String, String> files, Policy policy) {
    List<Checkout.Read> named = new ArrayList<>();
    List<SourceFile> pages = new ArrayList<>();
    List<SourceFile> texts = new ArrayList<>();
    new TreeMap<>(files)
        .forEach((path, text) -> {
          if (path.endsWith(".yml")) {
            named.add(Checkout.parse(path, bytes(text)));
          } else {
            (path.endsWith(".md") ? pages : texts).add(new SourceFile(path, text));
          }
        });
    Linter.Settings settings = new Linter.Settings("0", ".", policy, "main", false, Policies.TODAY);
    Checkout checkout =
        new Checkout(path -> files.containsKey(path) ? bytes(files.getOrDefault(path, "")) : null);
    return new Linter(KnowledgeBaseReader.builtIn(), settings)
        .lint(checkout, named, new Linter.Beside(pages, texts), List.of());
  }

  /** What is found on one page: {@code error 3:1 attic push main}, the place and its text. */
  public static List<String> page(String text, Profile profile) {
    Map<String, String> files = Map.of("docs/page.md", text);
    List<String> found = new ArrayList<>();
    for (Finding finding : beside(files, Policy.ofSeeds(profile)).findings()) {
      Span span = finding.span();
      String line = text.lines().toList().get(span.line() - 1);
      boolean within = span.endLine() == span.line();
      int from = line.offsetByCodePoints(0, span.column() - 1);
      int to = within ? line.offsetByCodePoints(0, span.endColumn() - 1) : line.length();
      found.add(
          finding.level().word()
              + " "
              + span.line()
              + ":"
              + span.column()
              + " "
              + line.substring(from, to));
    }
    return found;
  }

  /** The report on a job with these steps, for a push and a pull request. */
  public static Report steps(String steps) {
    return workflow("on: [push, pull_request]\njobs:\n  a:\n    steps:\n" + steps.indent(6));
  }

  /**
   * What writes and where it can, for example {@code attic push main: push, pull_request}; what is
   * only possible has a question mark, what cannot be reached says so.
   */
  public static List<String> writes(Report report) {
    List<String> writes = new ArrayList<>();
    for (Surface surface : report.surfaces()) {
      Set<String> events = new LinkedHashSet<>();
      for (Cell cell : surface.reach()) {
        if (cell.can() != Cell.Can.NO) {
          events.add(cell.event() + (cell.can() == Cell.Can.MAYBE ? "?" : ""));
        }
      }
      String doubt = surface.state() == Surface.State.UNKNOWN ? " (unknown)" : "";
      writes.add(
          surface.what() + doubt + ": " + (events.isEmpty() ? "never" : String.join(", ", events)));
    }
    return writes;
  }

  /** The rules that found something, in order of place. */
  public static List<String> rules(Report report) {
    return report.findings().stream().map(Finding::rule).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
