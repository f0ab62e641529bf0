package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.Policies;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lints files that are written down in a test. */
public final class Lints {
  private Lints() {}

  /** The report on one workflow, with {@code main} as the default branch. */
  public static Report workflow(Profile profile, String yaml) {
    return file(profile, ".github/workflows/w.yml", yaml);
  }

  /** The report on one action definition. */
  public static Report action(Profile profile, String yaml) {
    return file(profile, ".github/actions/a/action.yml", yaml);
  }

  /** The report on one file. */
  public static Report file(Profile profile, String path, String yaml) {
    return linter(profile).lint(new Checkout(other -> null), List.of(parse(path, yaml)), List.of());
  }

  private static Linter linter(Profile profile) {
    Linter.Settings settings =
        new Linter.Settings("test", ".", Policy.ofSeeds(profile), "main", true, Policies.TODAY);
    return new Linter(KnowledgeBaseReader.builtIn(), settings);
  }

  private static Checkout.Read parse(String path, String yaml) {
    return Checkout.parse(path, yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** The verdicts of the first write that a workflow reaches through other files, each once. */
  public static String canThrough(String workflow, Map<String, String> others) {
    Checkout.Read read = parse(".github/workflows/w.yml", workflow);
    Checkout checkout =
        new Checkout(path -> {
          String text = others.get(path);
          return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        });
    Report report = linter(Profile.QUARANTINE).lint(checkout, List.of(read), List.of());
    Set<String> can = new LinkedHashSet<>();
    for (Cell cell : report.surfaces().getFirst().reach()) {
      can.add(cell.can().name().toLowerCase(Locale.ROOT));
    }
    return String.join(" ", can);
  }

  /** The ids of the rules that were broken, in order of place. */
  public static List<String> rules(Report report) {
    List<String> rules = new ArrayList<>();
    for (Finding finding : report.findings()) {
      rules.add(finding.rule());
    }
    return rules;
  }

  /** The cells of the first write: {@code event ref trust: can}, in order. */
  public static List<String> cells(String yaml) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : workflow(Profile.QUARANTINE, yaml).surfaces().getFirst().reach()) {
      cells.add(
          cell.event()
              + " "
              + cell.ref()
              + " "
              + cell.trust()
              + ": "
              + cell.can().name().toLowerCase(Locale.ROOT));
    }
    return cells;
  }

  /** The verdicts of the first write on its scenarios, each once, in order of first appearance. */
  public static String can(String yaml) {
    Set<String> can = new LinkedHashSet<>();
    for (String cell : cells(yaml)) {
      can.add(cell.substring(cell.indexOf(": ") + 2));
    }
    return String.join(" ", can);
  }

  /** Why the first write is reached or not, on the first scenario. */
  public static String because(String yaml) {
    return workflow(Profile.QUARANTINE, yaml).surfaces().getFirst().reach().getFirst().because();
  }

  /** A workflow with one job whose steps are given, indented by six. */
  public static String job(String on, String rest) {
    return "on: " + on + "\njobs:\n  j:\n    runs-on: x\n" + rest;
  }

  /** A job with one step that pushes under a condition, or under none. */
  public static String push(String on, String condition) {
    return job(on, "    steps:\n" + step(condition));
  }

  /** A step that pushes under a condition, or under none. */
  public static String step(String condition) {
    return "      - run: attic push cache result\n"
        + (condition.isEmpty() ? "" : "        if: " + condition + "\n");
  }
}
