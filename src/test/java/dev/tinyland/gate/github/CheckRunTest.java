package dev.tinyland.gate.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tinyland.gate.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRunTest {
  private static final Outcome PUBLISHED =
      new Outcome.Published("https://github.com/tinyland/app/runs/4");

  private final FakeGithub github = new FakeGithub();

  @AfterEach
  void stop() {
    github.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "50, 50", "51, 50 1", "120, 50 50 20"})
  void annotations_go_out_in_fifties_and_the_conclusion_with_the_last(int count, String sizes) {
    assertThat(publish(Reports.errors(count), Conclusion.REFUTED)).isEqualTo(PUBLISHED);
    List<Map<?, ?>> calls = calls();
    List<String> sent = new ArrayList<>();
    List<Object> messages = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      boolean last = i == calls.size() - 1;
      assertThat(calls.get(i).get("status")).isEqualTo(last ? "completed" : "in_progress");
      assertThat(calls.get(i).get("conclusion")).isEqualTo(last ? "failure" : null);
      List<Map<?, ?>> annotations = annotations(calls.get(i));
      sent.add(Integer.toString(annotations.size()));
      annotations.forEach(annotation -> messages.add(annotation.get("message")));
    }
    assertThat(String.join(" ", sent)).isEqualTo(sizes);
    assertThat(messages).hasSize(count).doesNotHaveDuplicates();
    assertThat(github.sent("POST")).hasSize(1);
    assertThat(github.pauses).hasSize(calls.size() - 1);
  }

  @Test
  void the_check_run_names_its_commit_its_run_and_what_was_found() {
    publish(Reports.errors(2), Conclusion.REFUTED);
    Map<?, ?> request = github.sent("POST").getFirst();
    assertThat(request.get("name")).isEqualTo("gate");
    assertThat(request.get("head_sha")).isEqualTo(FakeGithub.SHA);
    assertThat(request.get("external_id")).isEqualTo(FakeGithub.EXTERNAL_ID);
    assertThat(request.get("details_url"))
        .isEqualTo("https://github.com/tinyland/app/actions/runs/4711/attempts/2");
    assertThat(output(request).get("title")).isEqualTo("2 errors");
    assertThat(FakeGithub.text(output(request), "summary")).contains("| error | a-rule |");
    assertThat(annotations(request).getFirst())
        .isEqualTo(
            Map.of(
                "path",
                "ci.yml",
                "start_line",
                1.0,
                "end_line",
                1.0,
                "start_column",
                3.0,
                "end_column",
                9.0,
                "annotation_level",
                "failure",
                "title",
                "a-rule",
                "message",
                "Number 1"));
  }

  @ParameterizedTest
  @CsvSource({"HOLDS, success", "REFUTED, failure", "UNDECIDED, action_required"})
  void only_what_holds_is_green(Conclusion conclusion, String shown) {
    publish(Reports.errors(0), conclusion);
    assertThat(github.sent("POST").getFirst().get("conclusion")).isEqualTo(shown);
  }

  @Test
  void a_second_run_of_the_same_attempt_changes_nothing() {
    publish(Reports.errors(3), Conclusion.REFUTED);
    String mark = FakeGithub.text(output(github.sent("POST").getFirst()), "text");
    github.checkRuns(
        FakeGithub.checkRun("gate/4711/1/lint/gate", "completed", "failure", 3, mark),
        FakeGithub.checkRun(FakeGithub.EXTERNAL_ID, "completed", "failure", 3, mark));
    assertThat(publish(Reports.errors(3), Conclusion.REFUTED)).isEqualTo(PUBLISHED);
    assertThat(calls()).hasSize(1);
  }

  @Test
  void another_report_of_the_same_attempt_goes_into_the_same_check_run() {
    github.checkRuns(
        FakeGithub.checkRun(FakeGithub.EXTERNAL_ID, "completed", "failure", 3, "<!-- old -->"));
    assertThat(publish(Reports.errors(60), Conclusion.REFUTED)).isEqualTo(PUBLISHED);
    assertThat(github.sent("POST")).isEmpty();
    assertThat(github.sent("PATCH")).hasSize(2);
    assertThat(FakeGithub.text(output(github.sent("PATCH").getFirst()), "summary"))
        .contains("Of the annotations 3 are of an earlier report");
    assertThat(FakeGithub.text(output(github.sent("PATCH").getFirst()), "text"))
        .endsWith(" after 3 -->");
  }

  @Test
  void a_post_that_was_taken_before_a_502_is_not_sent_again() {
    String mark = mark(Reports.errors(51));
    github.inTurn(
        () -> WireMock.post(FakeGithub.CHECK_RUNS), FakeGithub.refusal(502, "Bad Gateway"));
    github.inTurn(
        () -> WireMock.get(WireMock.urlPathEqualTo(FakeGithub.CHECK_RUNS_OF_COMMIT)),
        FakeGithub.checkRunsAnswer(),
        FakeGithub.checkRunsAnswer(
            FakeGithub.checkRun(FakeGithub.EXTERNAL_ID, "in_progress", null, 50, mark)));
    assertThat(publish(Reports.errors(51), Conclusion.REFUTED)).isEqualTo(PUBLISHED);
    assertThat(github.sent("POST")).hasSize(1);
    assertThat(github.sent("PATCH")).hasSize(1);
    List<Map<?, ?>> rest = annotations(github.sent("PATCH").getFirst());
    assertThat(rest).hasSize(1);
    assertThat(rest.getFirst().get("message")).isEqualTo("Number 51");
  }

  @Test
  void a_post_that_was_not_taken_before_a_502_is_sent_again() {
    github.inTurn(
        () -> WireMock.post(FakeGithub.CHECK_RUNS),
        FakeGithub.refusal(502, "Bad Gateway"),
        FakeGithub.checkRunAnswer(201));
    assertThat(publish(Reports.errors(1), Conclusion.REFUTED)).isEqualTo(PUBLISHED);
    assertThat(github.sent("POST")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 3"})
  void a_batch_whose_answer_is_cut_off_is_sent_again_only_if_it_is_missing(
      boolean arrived, int patches) {
    String mark = mark(Reports.errors(120));
    github.inTurn(
        () -> WireMock.patch(WireMock.urlEqualTo(FakeGithub.CHECK_RUN)),
        WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        FakeGithub.checkRunAnswer(200));
    github.inTurn(
        () -> WireMock.get(WireMock.urlPathEqualTo(FakeGithub.CHECK_RUNS_OF_COMMIT)),
        FakeGithub.checkRunsAnswer(),
        FakeGithub.checkRunsAnswer(
            FakeGithub.checkRun(
                FakeGithub.EXTERNAL_ID, "in_progress", null, arrived ? 100 : 50, mark)));
    assertThat(publish(Reports.errors(120), Conclusion.REFUTED)).isEqualTo(PUBLISHED);
    assertThat(github.sent("PATCH")).hasSize(patches);
    assertThat(annotations(github.sent("PATCH").getLast())).hasSize(20);
  }

  @Test
  void a_check_run_that_misses_a_part_is_ended_and_not_green() {
    github.inTurn(
        () -> WireMock.patch(WireMock.urlEqualTo(FakeGithub.CHECK_RUN)),
        FakeGithub.refusal(422, "Invalid request."),
        FakeGithub.checkRunAnswer(200));
    Outcome outcome = publish(Reports.errors(51), Conclusion.HOLDS);
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "The check run \"gate\" did not arrive, or not all of it:"
                    + " HTTP 422: Invalid request."));
    Map<?, ?> last = github.sent("PATCH").getLast();
    assertThat(last.get("conclusion")).isEqualTo("cancelled");
    assertThat(FakeGithub.text(output(last), "title")).startsWith("not all annotations arrived");
    assertThat(annotations(last)).isEmpty();
  }

  private Outcome publish(Report report, Conclusion conclusion) {
    try (GithubChannels channels = github.channels()) {
      return channels.checkRun("gate", report, conclusion);
    }
  }

  /** What a check run carries that shows the report. */
  private String mark(Report report) {
    try (FakeGithub other = new FakeGithub();
        GithubChannels channels = other.channels()) {
      channels.checkRun("gate", report, Conclusion.REFUTED);
      return FakeGithub.text(output(other.sent("POST").getFirst()), "text");
    }
  }

  private List<Map<?, ?>> calls() {
    List<Map<?, ?>> calls = new ArrayList<>(github.sent("POST"));
    calls.addAll(github.sent("PATCH"));
    return calls;
  }

  private static Map<?, ?> output(Map<?, ?> request) {
    return (Map<?, ?>) Objects.requireNonNull(request.get("output"));
  }

  private static List<Map<?, ?>> annotations(Map<?, ?> request) {
    List<Map<?, ?>> annotations = new ArrayList<>();
    if (output(request).get("annotations") instanceof List<?> list) {
      list.forEach(item -> annotations.add((Map<?, ?>) item));
    }
    return annotations;
  }
}
