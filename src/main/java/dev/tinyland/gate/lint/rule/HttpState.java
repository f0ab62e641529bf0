package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A place that points OpenTofu to state behind HTTP, as GitLab keeps it.
 *
 * @param what it, in words that begin a sentence
 */
record HttpState(Span span, String what) {
  private static final String VARIABLES = "TF_HTTP_";
  private static final List<String> BACKENDS =
      List.of("backend \"http\"", "backend 'http'", "backend http ");

  /** All such places that a command of a job is reached by. */
  static List<HttpState> of(Operation operation) {
    List<HttpState> places = new ArrayList<>();
    for (String argument : operation.arguments()) {
      if (isAddress(argument)) {
        places.add(new HttpState(operation.place(), "`" + argument + "`"));
      }
    }
    Operation.JobPlace job = operation.job();
    if (job != null) {
      addVariables(job.workflow().env(), places);
      addVariables(job.job().env(), places);
      if (job.job().body() instanceof Job.Body.Steps(List<Step> steps)) {
        for (Step step : steps) {
          addStep(step, operation, places);
        }
      }
    }
    return places;
  }

  /** {@code -backend-config=address=https://gitlab.example/api/v4/projects/1/terraform/state/x}. */
  private static boolean isAddress(String argument) {
    boolean address = argument.startsWith("-backend-config=address=");
    return address && (argument.contains("gitlab") || argument.contains("/terraform/state/"));
  }

  private static void addVariables(Env env, List<HttpState> to) {
    for (Map.Entry<String, YamlNode.Scalar> variable : env.entries().entrySet()) {
      if (variable.getKey().startsWith(VARIABLES) && !variable.getValue().value().isBlank()) {
        to.add(new HttpState(variable.getValue().span(), "`" + variable.getKey() + "`"));
        // The others of the mapping belong to it.
        return;
      }
    }
  }

  /** Variables of a step count for its own commands; what a script exports or writes, for all. */
  private static void addStep(Step step, Operation operation, List<HttpState> to) {
    if (operation.root().equals(step.span())) {
      addVariables(step.env(), to);
    }
    if (step.body() instanceof Step.Body.Run run) {
      addScript(run.script(), operation.root().equals(step.span()), to);
    }
  }

  private static void addScript(YamlNode.Scalar script, boolean own, List<HttpState> to) {
    String text = script.display();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      int variable = line.strip().startsWith("#") ? -1 : assignment(line);
      boolean handedOn = line.contains("GITHUB_ENV");
      if (variable >= 0 && (own || handedOn)) {
        int from = start + variable;
        String name = line.substring(variable, line.indexOf('=', variable));
        to.add(new HttpState(script.spanOf(from, from + name.length()), "`" + name + "`"));
        return;
      }
      for (String backend : BACKENDS) {
        int at = line.strip().startsWith("#") ? -1 : line.indexOf(backend);
        if (at >= 0) {
          to.add(
              new HttpState(
                  script.spanOf(start + at, start + at + backend.strip().length()),
                  "`" + backend.strip() + "`"));
          return;
        }
      }
      start = end + 1;
    }
  }

  /** Where a variable of the family is given a value, or -1. */
  private static int assignment(String line) {
    for (int at = line.indexOf(VARIABLES); at >= 0; at = line.indexOf(VARIABLES, at + 1)) {
      int end = at + VARIABLES.length();
      while (end < line.length()
          && (Character.isLetter(line.charAt(end)) || line.charAt(end) == '_')) {
        end++;
      }
      boolean named = at > 0 && (line.charAt(at - 1) == '$' || line.charAt(at - 1) == '{');
      boolean given =
          end + 1 < line.length()
              && line.charAt(end) == '='
              && !Character.isWhitespace(line.charAt(end + 1))
              && !line.startsWith("\"\"", end + 1)
              && !line.startsWith("''", end + 1);
      if (given && !named) {
        return at;
      }
    }
    return -1;
  }
}
