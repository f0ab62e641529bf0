package dev.tinyland.gate.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.runner.RunContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A GitHub of one repository, {@code tinyland/app}, that answers as a test tells it to. */
public final class FakeGithub implements AutoCloseable {
  public static final String TOKEN = "ghs_notForAnybodysEyes0123456789";
  static final String SHA = "e4d909c290d0fb1ca068ffaddf22cbd0e4d909c2";
  static final String EXTERNAL_ID = "gate/4711/2/lint/gate";
  static final String CHECK_RUNS = "/repos/tinyland/app/check-runs";
  static final String CHECK_RUN = CHECK_RUNS + "/4";
  static final String CHECK_RUNS_OF_COMMIT = "/repos/tinyland/app/commits/" + SHA + "/check-runs";
  static final String PULL = "/repos/tinyland/app/pulls/12";
  static final String COMMENTS = "/repos/tinyland/app/issues/12/comments";

  final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("localhost"));
  final List<Duration> pauses = new ArrayList<>();

  public FakeGithub() {
    server.start();
    server.stubFor(get("/repos/tinyland/app").willReturn(okJson(repository())));
    checkRuns();
    server.stubFor(post(CHECK_RUNS).willReturn(checkRunAnswer(201)));
    server.stubFor(patch(urlEqualTo(CHECK_RUN)).willReturn(checkRunAnswer(200)));
    server.stubFor(get(PULL).willReturn(okJson(pull())));
  }

  /** The variables of a step in a run of this GitHub; its event is none of a pull request. */
  public Map<String, String> environment() {
    return Map.of(
        "GITHUB_API_URL", url(""),
        "GITHUB_SERVER_URL", "https://github.com",
        "GITHUB_REPOSITORY", "tinyland/app",
        "GITHUB_RUN_ID", "4711",
        "GITHUB_JOB", "lint",
        "GITHUB_SHA", SHA);
  }

  /** From now on the token may only read. */
  public void onlyReads() {
    server.stubFor(
        post(CHECK_RUNS).willReturn(refusal(403, "Resource not accessible by integration")));
  }

  /** What was posted as a check run, as JSON. */
  public List<String> checkRunsPosted() {
    return sent("POST").stream().map(JsonWriter::compact).toList();
  }

  GithubChannels channels() {
    return channels(run(12, false), TOKEN);
  }

  GithubChannels channels(RunContext run, String token) {
    return GithubChannels.of(run, token, pauses::add, new Random(1), Duration.ofSeconds(10));
  }

  RunContext run(@Nullable Integer pull, boolean fork) {
    return new RunContext(
        Path.of("/github/workspace"),
        url(""),
        "https://github.com",
        "tinyland/app",
        "4711",
        2,
        "lint",
        SHA,
        pull,
        fork);
  }

  String url(String path) {
    return "http://localhost:" + server.port() + path;
  }

  /** The check runs that a look at the commit finds from now on. */
  void checkRuns(String... runs) {
    server.stubFor(get(urlPathEqualTo(CHECK_RUNS_OF_COMMIT)).willReturn(checkRunsAnswer(runs)));
  }

  static ResponseDefinitionBuilder checkRunsAnswer(String... runs) {
    return okJson(
        "{\"total_count\":" + runs.length + ",\"check_runs\":[" + String.join(",", runs) + "]}");
  }

  static ResponseDefinitionBuilder checkRunAnswer(int status) {
    return okJson(checkRun(EXTERNAL_ID, "in_progress", null, 0, null)).withStatus(status);
  }

  /** A check run with the fields GitHub sends that matter, and some that do not. */
  static String checkRun(
      String externalId,
      String status,
      @Nullable String conclusion,
      int annotations,
      @Nullable String text) {
    Map<String, @Nullable Object> output = new LinkedHashMap<>();
    output.put("title", "2 errors");
    output.put("summary", "There are some.");
    output.put("text", text);
    output.put("annotations_count", annotations);
    output.put("annotations_url", "https://api.github.com/repos/tinyland/app/check-runs/4/x");
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("id", 4);
    run.put("node_id", "MDg6Q2hlY2tSdW40");
    run.put("head_sha", SHA);
    run.put("external_id", externalId);
    run.put("url", "https://api.github.com/repos/tinyland/app/check-runs/4");
    run.put("html_url", "https://github.com/tinyland/app/runs/4");
    run.put("status", status);
    run.put("conclusion", conclusion);
    run.put("started_at", "2026-11-20T01:14:52Z");
    run.put("completed_at", null);
    run.put("output", output);
    run.put("name", "gate");
    run.put("check_suite", Map.of("id", 5));
    run.put("app", Map.of("id", 15368, "slug", "github-actions", "name", "GitHub Actions"));
    run.put("pull_requests", List.of());
    return JsonWriter.compact(run);
  }

  static String comment(int id, String login, @Nullable String body) {
    Map<String, @Nullable Object> comment = new LinkedHashMap<>();
    comment.put("id", id);
    comment.put("html_url", "https://github.com/tinyland/app/pull/12#issuecomment-" + id);
    comment.put("user", Map.of("login", login, "id", 7));
    comment.put("created_at", "2026-11-20T01:14:52Z");
    comment.put("updated_at", "2026-11-20T01:14:52Z");
    comment.put("author_association", "NONE");
    comment.put("body", body);
    return JsonWriter.compact(comment);
  }

  /** What {@code GET /users/…} answers for a name. */
  void user(String login, String type) {
    String path = "/users/" + login.replace("[", "%5B").replace("]", "%5D");
    server.stubFor(
        get(path)
            .willReturn(
                okJson(
                    JsonWriter.compact(
                        Map.of(
                            "login",
                            login,
                            "id",
                            7,
                            "type",
                            type,
                            "created_at",
                            "2018-07-30T09:30:17Z")))));
  }

  /** One answer after the other to the same request; the last one stays. */
  void inTurn(Supplier<MappingBuilder> request, ResponseDefinitionBuilder... answers) {
    String scenario = "in turn " + server.getStubMappings().size();
    for (int i = 0; i < answers.length; i++) {
      String next = i + 1 < answers.length ? "answer " + (i + 1) : "answer " + i;
      server.stubFor(
          request
              .get()
              .inScenario(scenario)
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
              .willReturn(answers[i])
              .willSetStateTo(i == 0 && answers.length == 1 ? Scenario.STARTED : next));
    }
  }

  static ResponseDefinitionBuilder refusal(int status, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody(
            JsonWriter.compact(
                Map.of(
                    "message",
                    message,
                    "documentation_url",
                    "https://docs.github.com/rest",
                    "status",
                    Integer.toString(status))));
  }

  /** The bodies sent with a method, in order. */
  List<Map<?, ?>> sent(String method) {
    List<Map<?, ?>> bodies = new ArrayList<>();
    for (LoggedRequest request : requests()) {
      if (request.getMethod().value().equals(method)) {
        bodies.add((Map<?, ?>) JsonReader.read(request.getBodyAsString()));
      }
    }
    return bodies;
  }

  /** A field that has to be there. */
  static String text(Map<?, ?> body, String field) {
    return (String) Objects.requireNonNull(body.get(field), field);
  }

  /** All requests so far, the oldest first. */
  List<LoggedRequest> requests() {
    return server.findAll(requestedFor("ANY", anyUrl()));
  }

  private static String repository() {
    return """
    {"id": 1, "name": "app", "full_name": "tinyland/app", "private": true,
     "owner": {"login": "tinyland", "id": 2, "type": "Organization"},
     "html_url": "https://github.com/tinyland/app", "default_branch": "main"}
    """;
  }

  private static String pull() {
    return """
    {"id": 3, "number": 12, "state": "open", "title": "A change",
     "url": "https://api.github.com/repos/tinyland/app/pulls/12",
     "html_url": "https://github.com/tinyland/app/pull/12",
     "user": {"login": "octocat", "id": 7, "type": "User"}}
    """;
  }

  @Override
  public void close() {
    server.stop();
  }
}
