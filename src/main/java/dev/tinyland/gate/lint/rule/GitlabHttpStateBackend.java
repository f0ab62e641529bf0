package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "Do not treat these as current authority: GitLab-managed HTTP state for the four active stacks".
 */
final class GitlabHttpStateBackend implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "gitlab-http-state-backend",
          "An active stack is given GitLab-managed HTTP state",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    // Copies of the stacks that others run keep their state where they like.
    if (analysis.profile() != Profile.QUARANTINE) {
      return List.of();
    }
    Map<HttpState, Finding> findings = new LinkedHashMap<>();
    for (StateChanges changes : StateChanges.of(analysis)) {
      for (StateChange command : changes.commands(/* inits= */ true)) {
        for (HttpState state : HttpState.of(command.operation())) {
          findings.putIfAbsent(state, finding(state, command));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(HttpState state, StateChange command) {
    boolean sure = !command.works().isEmpty();
    Operation operation = command.operation();
    String message =
        sure
            ? state.what()
                + " points the state of "
                + StateFindings.names(command.stacks())
                + " to GitLab-managed HTTP state, which is out of contract for the active stacks."
            : "Could not be decided: whether "
                + state.what()
                + " points an active stack to GitLab-managed HTTP state, which is out of contract.";
    return new Finding(
        INFO.id(),
        sure ? INFO.level() : Level.WARNING,
        state.span(),
        message,
        List.of("all four active stacks use `backend \"s3\"`"),
        "use the `TOFU_BACKEND_S3_*` family or a backend file with `just tofu-init <stack>`",
        null,
        List.of(new Related(operation.place(), "the command that would use it")),
        null);
  }
}
