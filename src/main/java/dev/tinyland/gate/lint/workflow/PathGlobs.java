package dev.tinyland.gate.lint.workflow;

import java.util.List;

/** Lists of patterns on paths, in GitHub's filter language: the last one that matches decides. */
public final class PathGlobs {
  private static final String ANYWHERE = "**/*";

  private PathGlobs() {}

  /** Whether a path below the root is meant; a pattern with {@code !} in front takes it out. */
  public static boolean matchAny(List<String> patterns, String path) {
    boolean meant = false;
    for (String pattern : patterns) {
      if (isEnding(pattern)) {
        meant |= path.endsWith(pattern.substring(ANYWHERE.length()));
      } else {
        Glob glob = Glob.of(pattern);
        meant = glob.matches(path) ? !glob.negated() : meant;
      }
    }
    return meant;
  }

  /** {@code **}{@code /*.md}, which is the rule and asked of every page, needs no machinery. */
  private static boolean isEnding(String pattern) {
    if (!pattern.startsWith(ANYWHERE)) {
      return false;
    }
    for (int i = ANYWHERE.length(); i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.') {
        return false;
      }
    }
    return true;
  }
}
