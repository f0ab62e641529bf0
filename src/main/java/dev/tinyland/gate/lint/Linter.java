package dev.tinyland.gate.lint;

import dev.tinyland.gate.lint.docs.Documentation;
import dev.tinyland.gate.lint.passage.Passage;
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
import dev.tinyland.gate.lint.surface.Ways;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlEdits;
import dev.tinyland.gate.lint.yaml.YamlNode;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lints files that were read: walk, reach, rules, report. No I/O but what references ask for. */
public final class Linter {
  private final KnowledgeBase knowledge;
  private final Settings settings;
  private final boolean fixes;
  private final boolean ways;

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
    this(knowledge, settings, false, false);
  }

  /**
   * @param fixes whether findings are to carry their fix
   * @param ways whether surfaces are to carry the way to them
   */
  public Linter(KnowledgeBase knowledge, Settings settings, boolean fixes, boolean ways) {
    this.knowledge = knowledge;
    this.settings = settings;
    this.fixes = fixes;
    this.ways = ways;
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

  /**
   * What is read beside workflows and actions.
   *
   * @param pages Markdown
   * @param texts scripts and configuration that may name a host
   * @param gitlab pipelines of GitLab
   */
  public record Beside(List<SourceFile> pages, List<SourceFile> texts, List<SourceFile> gitlab) {
    public static final Beside NONE = new Beside(List.of(), List.of());

    public Beside(List<SourceFile> pages, List<SourceFile> texts) {
      this(pages, texts, List.of());
    }

    public Beside {
      pages = List.copyOf(pages);
      texts = List.copyOf(texts);
      gitlab = List.copyOf(gitlab);
    }

    int count() {
      return pages.size() + texts.size() + gitlab.size();
    }
  }

  /** Which pages and which other texts have to be looked at, by their bytes. */
  public record Looks(Predicate<byte[]> pages, Predicate<byte[]> texts, Predicate<byte[]> gitlab) {}

  /** What to look at beside workflows and actions. */
  public static Looks beside(KnowledgeBase knowledge, Policy policy) {
    BesideReader reader = new BesideReader(policy, knowledge);
    return new Looks(reader::pageCanMatter, reader::textCanMatter, reader::gitlabCanMatter);
  }

  /** Judges the named files; others are read from the checkout when a reference leads there. */
  public Report lint(Checkout checkout, List<Checkout.Read> named, List<Problem> problems) {
    return lint(checkout, named, Beside.NONE, problems);
  }

  /** The same, with what is to be read beside them. */
  public Report lint(
      Checkout checkout, List<Checkout.Read> named, Beside beside, List<Problem> problems) {
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
    Walk walk = new Walk(checkout, knowledge, settings.policy().confirmTokens());
    List<Walked> walked = walk(walk, judge, roots);
    List<Found> found = new ArrayList<>();
    List<Judge.Draft> drafts = new ArrayList<>();
    for (Walked each : walked) {
      found.add(each.found());
      drafts.addAll(each.drafts());
    }
    List<Judged> judged = judge.numbered(drafts);
    List<Problem> unreadable = unreadable(checkout, found);
    BesideReader others = new BesideReader(settings.policy(), knowledge);
    Documentation docs = others.documentation(beside, walk, judge);
    List<Passage> passages = others.passages(checkout, beside.texts());
    passages.addAll(docs.passages());
    Analysis analysis =
        new Analysis(settings.policy(), reach, judged, roots, found, unreadable, docs, passages);
    List<Finding> all = Rules.check(analysis);
    if (fixes) {
      all = Rules.withFixes(all, analysis, path -> edits(checkout, path));
    }
    Map<String, SourceFile> sources = sources(checkout, beside, all);
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
        named.size() + beside.count(),
        ways ? withWays(judged, checkout) : surfaces(judged),
        findings,
        problems,
        Rules.infos(),
        sources,
        docs.historical(),
        Levels.remarks(settings.policy()));
  }

  private static @Nullable YamlEdits edits(Checkout checkout, String path) {
    Checkout.Read read = checkout.known(path);
    YamlNode root = read == null ? null : read.document().root();
    return read == null || root == null || !read.problems().isEmpty()
        ? null
        : new YamlEdits(read.file(), root);
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

  private static List<Surface> withWays(List<Judged> judged, Checkout checkout) {
    List<Surface> surfaces = new ArrayList<>();
    for (Judged each : judged) {
      surfaces.add(Ways.added(each, checkout));
    }
    return surfaces;
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
  private static Map<String, SourceFile> sources(
      Checkout checkout, Beside beside, List<Finding> findings) {
    Map<String, SourceFile> sources = new HashMap<>();
    for (SourceFile page : beside.pages()) {
      sources.put(page.path(), page);
    }
    for (SourceFile text : beside.texts()) {
      sources.put(text.path(), text);
    }
    for (SourceFile pipeline : beside.gitlab()) {
      sources.put(pipeline.path(), pipeline);
    }
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
