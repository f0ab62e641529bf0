package dev.tinyland.gate.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tinyland.gate.runner.RunContext;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where GitHub does not answer as hoped, and that the token stays where it is. */
class GithubChannelsTest {
  private static final String READ_ONLY = "Resource not accessible by integration";

  private final FakeGithub github = new FakeGithub();

  @AfterEach
  void stop() {
    github.close();
  }

  @Test
  void a_token_that_only_reads_leaves_the_channel_out() {
    github.server.stubFor(
        post(FakeGithub.CHECK_RUNS).willReturn(FakeGithub.refusal(403, READ_ONLY)));
    assertThat(checkRun(github.run(12, false), FakeGithub.TOKEN))
        .isEqualTo(
            new Outcome.Skipped(
                "The check run \"gate\" is left out: GitHub refused it (HTTP 403: Resource not"
                    + " accessible by integration); it takes a token with `checks: write`."));
    assertThat(checkRun(github.run(12, true), FakeGithub.TOKEN))
        .isEqualTo(
            new Outcome.Skipped(
                "The check run \"gate\" is left out: GitHub refused it (HTTP 403: Resource not"
                    + " accessible by integration); the token of a pull request from a fork only"
                    + " reads."));
    assertThat(github.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404})
  void a_token_that_is_unknown_leaves_the_channel_out(int status) {
    always(FakeGithub.refusal(status, "Bad"));
    assertThat(checkRun(github.run(12, false), FakeGithub.TOKEN))
        .isInstanceOf(Outcome.Skipped.class);
    assertThat(github.requests()).hasSize(1);
  }

  @Test
  void without_token_repository_or_commit_nothing_is_sent() {
    RunContext run = github.run(12, false);
    RunContext local = new RunContext(run.workspace(), "", "", "", "", 1, "", "", null, false);
    RunContext odd =
        new RunContext(run.workspace(), run.apiUrl(), "", "a/../b", "", 1, "", "main", null, false);
    RunContext noCommit =
        new RunContext(run.workspace(), run.apiUrl(), "", "a/b", "", 1, "", "../x", null, false);
    assertThat(reason(checkRun(run, " "))).endsWith("no token was given.");
    assertThat(reason(checkRun(run, "a\nb"))).contains("characters").doesNotContain("a\nb");
    assertThat(reason(checkRun(local, "t"))).contains("no repository and API");
    assertThat(reason(checkRun(odd, "t"))).contains("no repository and API");
    assertThat(reason(checkRun(noCommit, "t"))).contains("names no commit");
    assertThat(github.requests()).isEmpty();
  }

  @Test
  void what_github_asks_to_wait_is_waited() {
    github.inTurn(
        () -> post(FakeGithub.CHECK_RUNS),
        FakeGithub.refusal(403, "You have exceeded a secondary rate limit")
            .withHeader("Retry-After", "30"),
        FakeGithub.refusal(429, "Slow down").withHeader("Retry-After", "7"),
        FakeGithub.checkRunAnswer(201));
    assertThat(checkRun(github.run(12, false), FakeGithub.TOKEN))
        .isInstanceOf(Outcome.Published.class);
    assertThat(github.pauses).hasSize(2);
    assertThat(github.pauses.get(0)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    assertThat(github.pauses.get(1)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
  }

  @Test
  void a_limit_without_a_time_is_left_alone_for_a_minute_and_two_minutes_are_the_most() {
    always(FakeGithub.refusal(429, "Slow down"));
    assertThat(reason(checkRun(github.run(12, false), FakeGithub.TOKEN)))
        .contains("HTTP 429: Slow down and would have to be left alone for 6");
    assertThat(github.pauses).hasSize(1);
    assertThat(github.pauses.getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void a_limit_of_many_minutes_or_of_the_hour_is_not_waited_for() {
    always(FakeGithub.refusal(403, "Slow down").withHeader("Retry-After", "61"));
    assertThat(checkRun(github.run(12, false), FakeGithub.TOKEN))
        .isInstanceOf(Outcome.Failed.class);
    always(
        FakeGithub.refusal(403, "API rate limit exceeded")
            .withHeader("X-RateLimit-Remaining", "0")
            .withHeader("X-RateLimit-Reset", "4102444800"));
    assertThat(reason(checkRun(github.run(12, false), FakeGithub.TOKEN)))
        .contains("no requests are left for this hour");
    assertThat(github.pauses).isEmpty();
  }

  @Test
  void a_server_that_stays_broken_is_asked_four_times_with_growing_pauses() {
    always(aResponse().withStatus(503).withBody("<html><title>Unicorn!</title></html>"));
    assertThat(reason(checkRun(github.run(12, false), FakeGithub.TOKEN)))
        .contains("HTTP 503, the last of 4 attempts");
    assertThat(github.requests()).hasSize(4);
    assertThat(github.pauses).hasSize(3).isSorted();
    assertThat(github.pauses.getLast()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void a_connection_that_breaks_is_tried_again_by_us_alone(Fault fault) {
    always(aResponse().withFault(fault));
    assertThat(reason(checkRun(github.run(12, false), FakeGithub.TOKEN)))
        .contains("the connection broke");
    assertThat(github.pauses).hasSize(3);
  }

  @Test
  void an_answer_that_does_not_end_is_given_up() {
    github.server.stubFor(
        get("/repos/tinyland/app")
            .willReturn(okJson("{\"id\": 1}").withChunkedDribbleDelay(9, 60_000)));
    GithubChannels channels =
        GithubChannels.of(
            github.run(12, false),
            FakeGithub.TOKEN,
            github.pauses::add,
            new Random(1),
            Duration.ofMillis(50));
    assertThat(reason(channels.checkRun("gate", Reports.errors(1), Conclusion.REFUTED)))
        .contains("no whole answer within");
    channels.close();
  }

  @Test
  void an_answer_that_is_no_json_fails_the_channel_and_nothing_else() {
    github.server.stubFor(get("/repos/tinyland/app").willReturn(okJson("<html>")));
    assertThat(reason(checkRun(github.run(12, false), FakeGithub.TOKEN)))
        .contains("could not be understood");
  }

  @Test
  void the_token_goes_to_the_api_alone_and_into_no_text() {
    String echo = "Bad credentials: " + FakeGithub.TOKEN + "\n::error::" + "x".repeat(300);
    always(FakeGithub.refusal(401, echo));
    String reason = reason(checkRun(github.run(12, false), FakeGithub.TOKEN));
    assertThat(reason).contains("Bad credentials: ***\\n").doesNotContain(FakeGithub.TOKEN);
    assertThat(github.requests().getFirst().getHeader("Authorization"))
        .isEqualTo("Bearer " + FakeGithub.TOKEN);
    try (FakeGithub other = new FakeGithub()) {
      always(aResponse().withStatus(302).withHeader("Location", other.url("/repos/tinyland/app")));
      assertThat(reason(checkRun(github.run(12, false), FakeGithub.TOKEN)))
          .contains("another host");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void a_token_cannot_be_shown_in_half() {
    always(FakeGithub.refusal(401, "x".repeat(190) + FakeGithub.TOKEN));
    assertThat(reason(checkRun(github.run(12, false), FakeGithub.TOKEN)))
        .doesNotContain(FakeGithub.TOKEN.substring(0, 5));
  }

  @Test
  void both_channels_ask_for_the_repository_once() {
    github.server.stubFor(get(FakeGithub.COMMENTS + "?per_page=100").willReturn(okJson("[]")));
    try (GithubChannels channels = github.channels()) {
      channels.checkRun("gate", Reports.errors(0), Conclusion.HOLDS);
      assertThat(channels.comment("lint", Reports.errors(0))).isEqualTo(new Outcome.Unneeded());
    }
    List<String> urls = github.requests().stream().map(request -> request.getUrl()).toList();
    assertThat(urls).hasSize(5).containsOnlyOnce("/repos/tinyland/app");
  }

  private void always(ResponseDefinitionBuilder answer) {
    github.server.resetAll();
    github.server.stubFor(any(anyUrl()).willReturn(answer));
  }

  private Outcome checkRun(RunContext run, String token) {
    try (GithubChannels channels = github.channels(run, token)) {
      return channels.checkRun("gate", Reports.errors(1), Conclusion.REFUTED);
    }
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Skipped skipped -> skipped.reason();
      case Outcome.Failed failed -> failed.reason();
      case Outcome.Published published -> "published at " + published.url();
      case Outcome.Unneeded unneeded -> unneeded.toString();
    };
  }
}
