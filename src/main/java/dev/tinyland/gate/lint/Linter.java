package dev.tinyland.gate.lint;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.program.CodeReferences;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.rule.Analysis;
import dev.tinyland.gate.lint.rule.Levels;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.lint.rule.Suppressing;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Judge;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.surface.Walk;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Lints files that were read: walk, reach, rules, report. No I/O but what references ask for. */
public final class Linter {
  private final KnowledgeBase knowledge;
  private final Settings settings;

  /**
   * What a run is told.
   *
   * @param defaultBranch short name
   * @param allFiles whether files that cannot matter are walked too
   * @param today decides which suppressions have ended
   */
  public record Settings(
      String version,
      String root,
      Policy policy,
      String defaultBranch,
      boolean allFiles,
      LocalDate today) {}

  public Linter(KnowledgeBase knowledge, Settings settings) {
    this.knowledge = knowledge;
    this.settings = settings;
  }

  /** What a configuration may name. */
  public static PolicyReader.Vocabulary vocabulary(KnowledgeBase builtIn) {
    return new PolicyReader.Vocabulary(Rules.infos(), builtIn::knows);
  }

  /** Whether a file of this path and text has to be parsed at all. */
  public static BiPredicate<String, String> canMatter(KnowledgeBase knowledge, Checkout checkout) {
    Relevance relevance = new Relevance(knowledge);
    CodeReferences code = new CodeReferences(checkout, knowledge::mentionsAnything);
    return (path, text) -> relevance.canMatter(path, text, code);
  }

  /** Judges the named files; others are read from the checkout when a reference leads there. */
  public Report lint(Checkout checkout, List<Checkout.Read> named, List<Problem> problems) {
    checkout.addAll(named);
    Set<String> relevant = new Relevance(knowledge).relevant(checkout, named);
    List<Root> roots = new ArrayList<>();
    for (Checkout.Read each : named) {
      if (!settings.allFiles() && !relevant.contains(each.file().path())) {
        continue;
      }
      Checkout.Read read = checkout.parsed(each);
      if (read.workflow() != null) {
        roots.add(new Root.OfWorkflow(read.workflow()));
      } else if (read.action() != null) {
        roots.add(new Root.OfAction(read.action()));
      }
    }
    Reach reach = new Reach(settings.defaultBranch());
    Judge judge = new Judge(reach);
    List<Walked> walked = walk(new Walk(checkout, knowledge), judge, roots);
    List<Found> found = new ArrayList<>();
    List<Judge.Draft> drafts = new ArrayList<>();
    for (Walked each : walked) {
      found.add(each.found());
      drafts.addAll(each.drafts());
    }
    List<Judged> judged = judge.numbered(drafts);
    List<Problem> unreadable = unreadable(checkout, found);
    Analysis analysis = new Analysis(settings.policy(), reach, judged, roots, found, unreadable);
    List<Finding> all = Rules.check(analysis);
    Map<String, SourceFile> sources = sources(checkout, all);
    List<SourceFile> commented = Suppressing.commented(sources.values());
    List<Finding> findings =
        commented.isEmpty()
            ? all
            : Suppressing.apply(
                all, settings.policy(), commented, called(checkout, named), settings.today());
    return new Report(
        settings.version(),
        settings.root(),
        settings.policy().profile().word(),
        named.size(),
        surfaces(judged),
        findings,
        problems,
        Rules.infos(),
        sources,
        Levels.remarks(settings.policy()));
  }

  /** The files that were only read because a named one leads there. */
  private static Set<String> called(Checkout checkout, List<Checkout.Read> named) {
    Set<String> called = new HashSet<>();
    for (Checkout.Read read : checkout.all()) {
      called.add(read.file().path());
    }
    for (Checkout.Read read : named) {
      called.remove(read.file().path());
    }
    return called;
  }

  /** What came of one root. */
  private record Walked(Found found, List<Judge.Draft> drafts) {}

  /** Roots have nothing to do with each other, so they are walked on all processors. */
  private static List<Walked> walk(Walk walk, Judge judge, List<Root> roots) {
    return Workers.map(
        roots.size(),
        i -> {
          Root root = roots.get(i);
          Found found =
              switch (root) {
                case Root.OfWorkflow(Workflow workflow) -> walk.workflow(workflow);
                case Root.OfAction(Action action) -> walk.action(action);
              };
          return new Walked(found, judge.drafts(root, found));
        });
  }

  private static List<Surface> surfaces(List<Judged> judged) {
    List<Surface> surfaces = new ArrayList<>();
    for (Judged each : judged) {
      surfaces.add(each.surface());
    }
    return surfaces;
  }

  /** What could not be read, each place once: a called file is walked from every caller. */
  private static List<Problem> unreadable(Checkout checkout, List<Found> found) {
    Set<Problem> all = new LinkedHashSet<>();
    for (Checkout.Read read : checkout.all()) {
      all.addAll(read.problems());
    }
    for (Found each : found) {
      all.addAll(each.problems());
    }
    return List.copyOf(all);
  }

  /** The files that were read, and the scripts that findings point into. */
  private static Map<String, SourceFile> sources(Checkout checkout, List<Finding> findings) {
    Map<String, SourceFile> sources = new HashMap<>();
    for (Checkout.Read read : checkout.all()) {
      sources.put(read.file().path(), read.file());
    }
    for (Finding finding : findings) {
      addSource(finding.span().path(), checkout, sources);
      for (Related related : finding.related()) {
        addSource(related.span().path(), checkout, sources);
      }
    }
    return sources;
  }

  private static void addSource(String path, Checkout checkout, Map<String, SourceFile> sources) {
    Checkout.Located located = sources.containsKey(path) ? null : checkout.located(path);
    if (located != null) {
      sources.put(path, located.file());
    }
  }
}
