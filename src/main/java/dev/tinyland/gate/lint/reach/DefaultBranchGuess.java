package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.workflow.Filter;
import dev.tinyland.gate.lint.workflow.Glob;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import java.util.List;

/**
 * The default branch of a repository whose history is not at hand: {@code main}, unless its
 * workflows name {@code master} and never {@code main}.
 */
public final class DefaultBranchGuess {
  private static final String MAIN = "main";
  private static final String MASTER = "master";
  private static final String BRANCH_REF = "refs/heads/";

  private DefaultBranchGuess() {}

  /** The short name of the branch. Names count in branch filters and as full refs anywhere. */
  public static String of(List<Workflow> workflows) {
    boolean master = false;
    for (Workflow workflow : workflows) {
      if (names(workflow, MAIN)) {
        return MAIN;
      }
      master = master || names(workflow, MASTER);
    }
    return master ? MASTER : MAIN;
  }

  private static boolean names(Workflow workflow, String branch) {
    for (Trigger trigger : workflow.triggers()) {
      Filter filter = trigger.branches();
      if (filter != null && !filter.ignore() && names(filter, branch)) {
        return true;
      }
    }
    return mentions(workflow.file().text(), BRANCH_REF + branch);
  }

  private static boolean names(Filter filter, String branch) {
    for (Glob pattern : filter.patterns()) {
      if (!pattern.negated() && pattern.toString().equals(branch)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text has the ref, and not only a longer one that begins like it. */
  private static boolean mentions(String text, String ref) {
    for (int at = text.indexOf(ref); at >= 0; at = text.indexOf(ref, at + 1)) {
      int end = at + ref.length();
      if (end == text.length() || !isOfName(text.charAt(end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/' || c == '.';
  }
}
