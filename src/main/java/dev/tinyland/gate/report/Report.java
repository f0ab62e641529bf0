package dev.tinyland.gate.report;

import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * Everything a lint run has to say.
 *
 * @param root the scanned root as the user named it
 * @param files how many files were looked at
 * @param rules the rules that ran, for formats that carry a rule table
 * @param sources the files that findings point into, by path, for snippets and fingerprints
 * @param historical how many examples were passed over because their page says that it only tells
 *     what once was
 * @param remarks what makes the run weaker than it would be without a configuration, one a line
 */
public record Report(
    String version,
    String root,
    String profile,
    int files,
    List<Surface> surfaces,
    List<Finding> findings,
    List<Problem> problems,
    List<RuleInfo> rules,
    Map<String, SourceFile> sources,
    int historical,
    List<String> remarks) {
  public Report {
    surfaces = List.copyOf(surfaces);
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    rules = List.copyOf(rules);
    sources = Map.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /** A report on files without historical pages, of which nothing is to be remarked. */
  public Report(
      String version,
      String root,
      String profile,
      int files,
      List<Surface> surfaces,
      List<Finding> findings,
      List<Problem> problems,
      List<RuleInfo> rules,
      Map<String, SourceFile> sources) {
    this(version, root, profile, files, surfaces, findings, problems, rules, sources, 0, List.of());
  }

  /** The same with other findings. */
  public Report withFindings(List<Finding> others) {
    return new Report(
        version,
        root,
        profile,
        files,
        surfaces,
        others,
        problems,
        rules,
        sources,
        historical,
        remarks);
  }

  /** The same with other surfaces. */
  public Report withSurfaces(List<Surface> others) {
    return new Report(
        version,
        root,
        profile,
        files,
        others,
        findings,
        problems,
        rules,
        sources,
        historical,
        remarks);
  }

  /** Findings of a level that nothing suppresses. */
  public long count(Level level) {
    return findings.stream().filter(f -> f.suppressed() == null && f.level() == level).count();
  }

  /** How many findings nothing suppresses. */
  public int open() {
    int open = 0;
    for (Finding finding : findings) {
      open += finding.suppressed() == null ? 1 : 0;
    }
    return open;
  }

  /** Whether there is nothing to say: everything was read, and no finding counts. */
  public boolean isClean() {
    return problems.isEmpty() && open() == 0;
  }

  public long suppressed() {
    return findings.stream().filter(f -> f.suppressed() != null).count();
  }
}
