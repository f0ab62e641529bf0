package dev.tinyland.gate.docs;

import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.Policies;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.ConfiguredKnowledge;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One example of a rule's page: a little repository and what gate says of it.
 *
 * @param heading as on the page, without its {@code ###}
 * @param files text by path, as the fenced blocks show them
 * @param verdict what the page says gate does
 */
record Example(String heading, Profile profile, Map<String, String> files, Verdict verdict) {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBaseReader.builtIn();

  Example {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** What a page says about an example. */
  sealed interface Verdict {}

  /**
   * The findings of the rule, as the terminal shows them.
   *
   * @param firstLine index of the first line between the fences
   * @param endLine index of the closing fence
   */
  record Fails(String text, int firstLine, int endLine) implements Verdict {}

  /** Not one finding of any rule that nothing suppresses. */
  record Passes() implements Verdict {}

  /** No finding of this rule, and some of the other. */
  record LeftTo(String otherRule) implements Verdict {}

  /** Lints the files under a profile, in memory. */
  Report lint(Profile under) {
    List<Checkout.Read> named = new ArrayList<>();
    List<SourceFile> pages = new ArrayList<>();
    List<SourceFile> texts = new ArrayList<>();
    List<SourceFile> gitlab = new ArrayList<>();
    files.forEach((path, text) -> {
      if (path.startsWith(".github/gate.")) {
        return;
      }
      if (path.endsWith(".gitlab-ci.yml")) {
        gitlab.add(new SourceFile(path, text));
      } else if (path.endsWith("ml")) {
        named.add(Checkout.parse(path, bytes(text)));
      } else {
        (path.endsWith(".md") ? pages : texts).add(new SourceFile(path, text));
      }
    });
    Checkout checkout =
        new Checkout(path -> {
          String text = files.get(path);
          return text == null ? null : bytes(text);
        });
    Policy policy = Policies.of(files, under);
    Linter.Settings settings =
        new Linter.Settings("0.0.0", ".", policy, "main", false, Policies.TODAY);
    return new Linter(ConfiguredKnowledge.of(KNOWLEDGE, policy), settings, true, true)
        .lint(checkout, named, new Linter.Beside(pages, texts, gitlab), List.of());
  }

  /** The findings of one rule as the terminal shows them, without the closing count. */
  static String shown(Report report, String rule) {
    Report only =
        new Report(
            report.version(),
            report.root(),
            report.profile(),
            report.files(),
            report.surfaces(),
            ofRule(report, rule),
            report.problems(),
            report.rules(),
            report.sources());
    String text = Renderers.of(Format.TEXT).render(only, RenderOptions.DEFAULTS).strip();
    int lastLine = text.lastIndexOf('\n');
    return lastLine < 0 ? "" : text.substring(0, lastLine).stripTrailing() + "\n";
  }

  static List<Finding> ofRule(Report report, String rule) {
    return report.findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  static List<Finding> counting(Report report) {
    return report.findings().stream().filter(finding -> finding.suppressed() == null).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
