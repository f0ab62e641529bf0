package dev.tinyland.gate.github;

/** What became of a channel. None of them fails the step: what it found is in its log anyway. */
public sealed interface Outcome {
  /**
   * It shows this report, whether it was written now or stood there already.
   *
   * @param url the page that shows it
   */
  record Published(String url) implements Outcome {}

  /** There was nothing to say, and nothing said earlier that it would correct. */
  record Unneeded() implements Outcome {}

  /**
   * It cannot be used in this run: no token, no right, no pull request.
   *
   * @param reason one sentence for the reader of the log
   */
  record Skipped(String reason) implements Outcome {}

  /**
   * GitHub did not take it, or not all of it.
   *
   * @param reason one sentence for the reader of the log
   */
  record Failed(String reason) implements Outcome {}
}
