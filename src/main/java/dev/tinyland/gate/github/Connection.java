package dev.tinyland.gate.github;

import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.runner.RunContext;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.RateLimitChecker;

/** The repository of a run, as the API has it; asked for when it is first needed. */
final class Connection implements AutoCloseable {
  private final RunContext run;
  private final Wire wire;
  private final Attempts attempts;
  private @Nullable GHRepository repository;

  Connection(RunContext run, Wire wire, Attempts attempts) {
    this.run = run;
    this.wire = wire;
    this.attempts = attempts;
  }

  RunContext run() {
    return run;
  }

  Attempts attempts() {
    return attempts;
  }

  GHRepository repository() throws ApiFailure {
    GHRepository known = repository;
    if (known == null) {
      known = attempts.at(doubtful -> library().getRepository(run.repository()));
      repository = known;
    }
    return known;
  }

  /** The library believes to be anonymous: the wire adds the token where it belongs. */
  private GitHub library() throws IOException {
    return new GitHubBuilder()
        .withEndpoint(run.apiUrl())
        .withConnector(wire)
        .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
        .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
        .withRateLimitChecker(RateLimitChecker.NONE)
        .build();
  }

  /** The page of the run's attempt; empty where the runner does not say. */
  String runPage() {
    if (run.serverUrl().isEmpty() || run.runId().isEmpty()) {
      return "";
    }
    String page = run.serverUrl() + "/" + run.repository() + "/actions/runs/" + run.runId();
    return page + "/attempts/" + run.runAttempt();
  }

  /** How Markdown is written that stands on other pages than the run's. */
  RenderOptions rendering() {
    String page = runPage();
    return page.isEmpty()
        ? RenderOptions.DEFAULTS
        : RenderOptions.DEFAULTS.withElsewhere("the report of [the run](" + page + ")");
  }

  /** An address as text, or the other one where there is none. */
  static String url(@Nullable URL url, String otherwise) {
    return url == null ? otherwise : url.toString();
  }

  /** The address of the API, or null where it is none. */
  static @Nullable URI api(String url) {
    try {
      URI api = URI.create(url);
      boolean http =
          "http".equalsIgnoreCase(api.getScheme()) || "https".equalsIgnoreCase(api.getScheme());
      return http && api.getHost() != null ? api : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
