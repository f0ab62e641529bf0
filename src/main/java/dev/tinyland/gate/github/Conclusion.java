package dev.tinyland.gate.github;

import org.kohsuke.github.GHCheckRun;

/** How a check ended, as GitHub's merge box is to take it. */
public enum Conclusion {
  /** It was looked at, and it holds. */
  HOLDS(GHCheckRun.Conclusion.SUCCESS),
  /** It was looked at, and it does not hold. */
  REFUTED(GHCheckRun.Conclusion.FAILURE),
  /**
   * Not enough could be seen. A required check that is neutral lets a merge pass, so this is not
   * {@code neutral}; and nothing was proved wrong, so it is not {@code failure}. It blocks a merge
   * like one, and says that somebody has to look.
   */
  UNDECIDED(GHCheckRun.Conclusion.ACTION_REQUIRED);

  private final GHCheckRun.Conclusion shown;

  Conclusion(GHCheckRun.Conclusion shown) {
    this.shown = shown;
  }

  GHCheckRun.Conclusion shown() {
    return shown;
  }

  /** What a check run says whose annotations did not all arrive: never green. */
  GHCheckRun.Conclusion shownUnfinished() {
    return this == HOLDS ? GHCheckRun.Conclusion.CANCELLED : shown;
  }
}
