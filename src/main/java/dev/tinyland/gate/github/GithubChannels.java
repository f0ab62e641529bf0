package dev.tinyland.gate.github;

import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.runner.RunContext;
import java.net.URI;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Shows a report where GitHub's own pages show results. A channel that cannot be used says why and
 * nothing else: none throws, and none waits longer than two minutes for GitHub to take it.
 */
public final class GithubChannels implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_KEY = 100;

  private final RunContext run;

  /** Null where the run has nothing to connect to; the reason is the other one then. */
  private final @Nullable Connection connection;

  private final String unusable;

  private GithubChannels(RunContext run, @Nullable Connection connection, String unusable) {
    this.run = run;
    this.connection = connection;
    this.unusable = unusable;
  }

  /** The channels of a run; nothing is sent before one is used. */
  public static GithubChannels of(RunContext run, String token) {
    return of(run, token, Thread::sleep, RandomGenerator.getDefault(), PATIENCE);
  }

  static GithubChannels of(
      RunContext run, String token, Pause pause, RandomGenerator random, Duration patience) {
    String secret = token.strip();
    URI api = Connection.api(run.apiUrl());
    if (secret.isEmpty()) {
      return new GithubChannels(run, null, "no token was given");
    }
    if (!isOneWord(secret)) {
      return new GithubChannels(run, null, "the token has characters in it that no token has");
    }
    if (api == null || !isRepository(run.repository())) {
      return new GithubChannels(run, null, "this run names no repository and API of GitHub");
    }
    Wire wire = new Wire(api, secret, patience);
    return new GithubChannels(run, new Connection(run, wire, new Attempts(pause, random)), "");
  }

  /**
   * Publishes the report as a check run on the commit of the run, with an annotation for each
   * finding and problem. A check run that this job and attempt made before is gone on with.
   *
   * @param name shown on the pull request and named in branch rules; each job of a matrix needs its
   *     own
   */
  public Outcome checkRun(String name, Report report, Conclusion conclusion) {
    String channel = "the check run \"" + name + "\"";
    Connection to = connection;
    if (to == null) {
      return skipped(channel, unusable);
    }
    if (name.isBlank()) {
      return skipped(channel, "it has no name");
    }
    if (!isCommit(run.sha())) {
      return skipped(channel, "this run names no commit");
    }
    try {
      CheckPage page = CheckPage.of(report, conclusion, run.workspace(), to.rendering());
      return new Outcome.Published(new CheckRun(to, name, page).publish());
    } catch (ApiFailure | RuntimeException e) {
      return without(channel, "checks: write", ApiFailure.in(e));
    }
  }

  /**
   * Publishes the report as one comment on the pull request of the run: edits the comment of the
   * same key if there is one, and writes none where nothing was ever found.
   *
   * @param key what tells this comment from others of the program; at most 100 characters
   */
  public Outcome comment(String key, Report report) {
    String channel = "the comment \"" + key + "\"";
    Connection to = connection;
    Integer number = run.pullRequest();
    if (number == null) {
      return skipped(channel, "the event of this run is of no pull request");
    }
    if (to == null) {
      return skipped(channel, unusable);
    }
    if (key.length() > MOST_KEY) {
      return skipped("the comment", "its key is longer than " + MOST_KEY + " characters");
    }
    try {
      String url = new PullRequestComment(to, number, key, report).publish();
      return url == null ? new Outcome.Unneeded() : new Outcome.Published(url);
    } catch (ApiFailure | RuntimeException e) {
      return without(channel, "pull-requests: write", ApiFailure.in(e));
    }
  }

  private static Outcome skipped(String channel, String reason) {
    return new Outcome.Skipped(capitalised(channel) + " is left out: " + reason + ".");
  }

  private Outcome without(String channel, String permission, ApiFailure failure) {
    boolean refused =
        failure.kind() == ApiFailure.Kind.REFUSED || failure.kind() == ApiFailure.Kind.MISSING;
    if (!refused) {
      String reason = " did not arrive, or not all of it: ";
      return new Outcome.Failed(capitalised(channel) + reason + failure.what() + ".");
    }
    String hint =
        run.fork()
            ? "; the token of a pull request from a fork only reads"
            : "; it takes a token with `" + permission + "`";
    return skipped(channel, "GitHub refused it (" + failure.what() + ")" + hint);
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static boolean isOneWord(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** {@code owner/name}, of which requests are made. */
  private static boolean isRepository(String text) {
    int slash = text.indexOf('/');
    return slash > 0 && isName(text.substring(0, slash)) && isName(text.substring(slash + 1));
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c < 0x7F && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
      if (!plain) {
        return false;
      }
    }
    return !text.isEmpty() && !text.equals(".") && !text.equals("..");
  }

  private static boolean isCommit(String sha) {
    for (int i = 0; i < sha.length(); i++) {
      if (Character.digit(sha.charAt(i), 16) < 0) {
        return false;
      }
    }
    return sha.length() >= 40;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
