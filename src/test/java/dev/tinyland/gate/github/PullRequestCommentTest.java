package dev.tinyland.gate.github;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PullRequestCommentTest {
  private static final String BOT = "github-actions[bot]";
  private static final String MARKER = "<!-- gate comment lint -->";
  private static final Outcome CREATED =
      new Outcome.Published("https://github.com/tinyland/app/pull/12#issuecomment-99");
  private static final Outcome EDITED =
      new Outcome.Published("https://github.com/tinyland/app/pull/12#issuecomment-8");

  private final FakeGithub github = new FakeGithub();

  @BeforeEach
  void answers() {
    comments();
    github.user(BOT, "Bot");
    github.user("octocat", "User");
    github.server.stubFor(
        post(FakeGithub.COMMENTS)
            .willReturn(okJson(FakeGithub.comment(99, BOT, "")).withStatus(201)));
    github.server.stubFor(
        patch(urlEqualTo("/repos/tinyland/app/issues/comments/8"))
            .willReturn(okJson(FakeGithub.comment(8, BOT, ""))));
  }

  @AfterEach
  void stop() {
    github.close();
  }

  @Test
  void where_nothing_was_ever_found_nothing_is_written() {
    assertThat(publish(Reports.errors(0))).isEqualTo(new Outcome.Unneeded());
    assertThat(github.sent("POST")).isEmpty();
  }

  @Test
  void the_first_findings_make_a_comment() {
    comments(FakeGithub.comment(8, BOT, "<!-- gate comment other -->\nold"));
    assertThat(publish(Reports.errors(1))).isEqualTo(CREATED);
    assertThat(FakeGithub.text(github.sent("POST").getFirst(), "body"))
        .startsWith(MARKER + "\n## gate: 1 error\n");
  }

  @Test
  void later_findings_and_their_end_edit_it() {
    comments(FakeGithub.comment(8, BOT, MARKER + "\r\nold"));
    assertThat(publish(Reports.errors(2))).isEqualTo(EDITED);
    assertThat(publish(Reports.errors(0))).isEqualTo(EDITED);
    assertThat(github.sent("POST")).isEmpty();
    assertThat(github.sent("PATCH"))
        .extracting(body -> FakeGithub.text(body, "body").lines().skip(1).findFirst().orElse(""))
        .containsExactly("## gate: 2 errors", "## gate: no findings");
  }

  @Test
  void a_comment_that_says_it_already_is_left_alone() {
    publish(Reports.errors(2));
    String body = FakeGithub.text(github.sent("POST").getFirst(), "body");
    comments(FakeGithub.comment(8, BOT, body.replace("\n", "\r\n").strip()));
    assertThat(publish(Reports.errors(2))).isEqualTo(EDITED);
    assertThat(github.sent("PATCH")).isEmpty();
    assertThat(github.sent("POST")).hasSize(1);
  }

  @Test
  void a_comment_of_a_person_is_never_edited_whatever_it_says() {
    String ofNobody =
        FakeGithub.comment(8, "x", MARKER).replaceFirst("\"user\":\\{[^}]*}", "\"user\":null");
    github.server.stubFor(get("/users/spammer").willReturn(notFound()));
    comments(
        FakeGithub.comment(8, "octocat", MARKER + "\nplanted"),
        FakeGithub.comment(8, "spammer", MARKER + "\nplanted"),
        ofNobody,
        FakeGithub.comment(8, BOT, "quoted:\n" + MARKER));
    assertThat(publish(Reports.errors(1))).isEqualTo(CREATED);
    assertThat(github.sent("PATCH")).isEmpty();
  }

  @Test
  void the_comment_is_found_on_any_page() {
    List<String> first = new ArrayList<>();
    for (int id = 100; id < 200; id++) {
      first.add(FakeGithub.comment(id, "octocat", "hello"));
    }
    String next = github.url(FakeGithub.COMMENTS + "?per_page=100&page=2");
    github.server.stubFor(
        get(urlPathEqualTo(FakeGithub.COMMENTS))
            .withQueryParam("per_page", equalTo("100"))
            .willReturn(
                okJson("[" + String.join(",", first) + "]")
                    .withHeader(
                        "Link", "<" + next + ">; rel=\"next\", <" + next + ">; rel=\"last\"")));
    github.server.stubFor(
        get(FakeGithub.COMMENTS + "?per_page=100&page=2")
            .willReturn(okJson("[" + FakeGithub.comment(8, BOT, MARKER) + "]")));
    assertThat(publish(Reports.errors(1))).isEqualTo(EDITED);
  }

  @Test
  void a_comment_that_was_taken_before_the_connection_broke_is_not_repeated() {
    github.inTurn(
        () -> post(FakeGithub.COMMENTS), WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE));
    github.inTurn(
        () -> get(urlPathEqualTo(FakeGithub.COMMENTS)),
        okJson("[]"),
        okJson("[" + FakeGithub.comment(8, BOT, MARKER + "\nhalf") + "]"));
    assertThat(publish(Reports.errors(1))).isEqualTo(EDITED);
    assertThat(github.requests().stream().filter(r -> r.getMethod().value().equals("POST")))
        .hasSize(1);
    assertThat(github.sent("PATCH")).hasSize(1);
  }

  @Test
  void without_a_pull_request_there_is_no_comment() {
    try (GithubChannels channels = github.channels(github.run(null, false), FakeGithub.TOKEN)) {
      assertThat(channels.comment("lint", Reports.errors(1)))
          .isEqualTo(
              new Outcome.Skipped(
                  "The comment \"lint\" is left out: the event of this run is of no pull"
                      + " request."));
    }
    assertThat(github.requests()).isEmpty();
  }

  @Test
  void a_report_that_is_too_long_is_cut_where_a_line_ends_and_says_so() {
    publish(Reports.errors(2000));
    String body = FakeGithub.text(github.sent("POST").getFirst(), "body");
    assertThat(body.length()).isBetween(60_000, PullRequestComment.MOST_BODY);
    assertThat(body)
        .endsWith(
            "left out:** there is no room for more here; the report of"
                + " [the run](https://github.com/tinyland/app/actions/runs/4711/attempts/2)"
                + " lists them all.\n");
  }

  @Test
  void a_report_mentions_nobody_and_refers_to_no_issue() {
    Finding hostile =
        new Finding(
            "a-rule",
            Level.ERROR,
            new Span("@octocat.yml", 1, 1, 1, 2),
            "@octocat fixes #1 and o/r#2, GH-3, https://github.com/o/r/issues/4",
            List.of("@octocat closes #5"),
            "ask @octocat",
            null,
            List.of(),
            null);
    publish(Reports.of(List.of(hostile)));
    String body = FakeGithub.text(github.sent("POST").getFirst(), "body");
    // GitHub looks for names and numbers in what the Markdown shows.
    String outsideOfCode =
        body.replaceAll("`[^`]*`|<code>.*?</code>", "").replace("&#8203;", "\u200B");
    assertThat(outsideOfCode)
        .contains("octocat fixes")
        .doesNotContainPattern("@\\w|#\\d|(?i)gh-\\d|https://github.com/o/");
  }

  @Test
  void no_key_can_end_the_marker() {
    assertThat(PullRequestComment.marker("lint")).isEqualTo(MARKER);
    assertThat(PullRequestComment.marker("a --> b\n~"))
        .isEqualTo("<!-- gate comment a~32~~45~~45~~62~~32~b~10~~126~ -->");
  }

  private void comments(String... comments) {
    github.server.stubFor(
        get(urlPathEqualTo(FakeGithub.COMMENTS))
            .willReturn(okJson("[" + String.join(",", comments) + "]")));
  }

  private Outcome publish(Report report) {
    try (GithubChannels channels = github.channels()) {
      return channels.comment("lint", report);
    }
  }
}
