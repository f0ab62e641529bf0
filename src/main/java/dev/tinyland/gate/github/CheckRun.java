package dev.tinyland.gate.github;

import dev.tinyland.gate.runner.RunContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRun.Status;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHRepository;

/**
 * Publishes a page as a check run of one job.
 *
 * <p>GitHub takes fifty annotations at a time and adds those of each call to the ones before. So a
 * call whose answer got lost is not repeated before it is known what arrived, and the conclusion
 * comes with the last call: a check run that misses a part never shows green.
 */
final class CheckRun {
  private static final int BATCH = 50;

  private final Connection connection;
  private final RunContext run;
  private final String name;
  private final CheckPage page;

  CheckRun(Connection connection, String name, CheckPage page) {
    this.connection = connection;
    this.run = connection.run();
    this.name = name;
    this.page = page;
  }

  /**
   * Where a check run stands.
   *
   * @param strangers annotations on it that are not of the page
   * @param arrived how many of the page's annotations it has; they arrive in order
   * @param complete whether it has all of them and the conclusion
   */
  private record State(long id, String url, int strangers, int arrived, boolean complete) {}

  /** The address of the check run, once all of it is there. */
  String publish() throws ApiFailure {
    Attempts attempts = connection.attempts();
    GHRepository repository = connection.repository();
    State found = attempts.at(doubtful -> Optional.ofNullable(find(repository))).orElse(null);
    State state = found != null ? found : attempts.at(doubtful -> start(repository, doubtful));
    try {
      while (!state.complete()) {
        if (state.arrived() > 0) {
          attempts.betweenWrites();
        }
        State now = state;
        state = attempts.at(doubtful -> goOn(repository, now, doubtful));
      }
    } catch (ApiFailure failure) {
      abandon(repository, state, failure);
      throw failure;
    }
    return state.url();
  }

  /** The check run of this job and name, whoever began it; null where there is none. */
  private @Nullable State find(GHRepository repository) throws IOException {
    GHCheckRun newest = null;
    Map<String, Object> query = Map.of("check_name", name, "filter", "all");
    for (GHCheckRun other : repository.getCheckRuns(run.sha(), query).withPageSize(100)) {
      boolean same = name.equals(other.getName()) && externalId().equals(other.getExternalId());
      if (same && (newest == null || other.getId() > newest.getId())) {
        newest = other;
      }
    }
    return newest == null ? null : state(newest);
  }

  private State state(GHCheckRun other) {
    GHCheckRun.Output output = other.getOutput();
    int there = output == null ? 0 : output.getAnnotationsCount();
    Mark mark = output == null ? null : Mark.in(output.getText());
    String url = Connection.url(other.getHtmlUrl(), connection.runPage());
    if (mark == null || !mark.digest().equals(page.digest())) {
      return new State(other.getId(), url, there, 0, false);
    }
    int arrived = Math.clamp(there - mark.strangers(), 0, page.notes().size());
    boolean complete =
        arrived == page.notes().size()
            && other.getStatus() == Status.COMPLETED
            && other.getConclusion() == page.conclusion().shown();
    return new State(other.getId(), url, mark.strangers(), arrived, complete);
  }

  private State start(GHRepository repository, boolean doubtful) throws IOException {
    State taken = doubtful ? find(repository) : null;
    if (taken != null) {
      return taken;
    }
    GHCheckRunBuilder request =
        repository.createCheckRun(name, run.sha()).withExternalID(externalId());
    if (!connection.runPage().isEmpty()) {
      request.withDetailsURL(connection.runPage());
    }
    return send(request, 0, 0);
  }

  private State goOn(GHRepository repository, State before, boolean doubtful) throws IOException {
    State now = doubtful ? find(repository) : null;
    if (now != null && (now.complete() || now.arrived() > before.arrived())) {
      return now;
    }
    return send(repository.updateCheckRun(before.id()), before.strangers(), before.arrived());
  }

  /** Sends the next annotations, and the conclusion with the last of them. */
  private State send(GHCheckRunBuilder request, int strangers, int arrived) throws IOException {
    int end = Math.min(arrived + BATCH, page.notes().size());
    List<Note> batch = page.notes().subList(arrived, end);
    boolean last = end == page.notes().size();
    if (last) {
      request.withStatus(Status.COMPLETED).withConclusion(page.conclusion().shown());
    } else {
      request.withStatus(Status.IN_PROGRESS);
    }
    GHCheckRun answer = request.add(page.output(page.title(), batch, strangers)).create();
    String url = Connection.url(answer.getHtmlUrl(), connection.runPage());
    return new State(answer.getId(), url, strangers, end, last);
  }

  /** Ends, by one try, what would otherwise be shown as running for days. */
  private void abandon(GHRepository repository, State state, ApiFailure failure) {
    boolean refused =
        failure.kind() == ApiFailure.Kind.REFUSED || failure.kind() == ApiFailure.Kind.MISSING;
    if (refused) {
      return;
    }
    String title = "not all annotations arrived: " + page.title();
    try {
      repository
          .updateCheckRun(state.id())
          .withStatus(Status.COMPLETED)
          .withConclusion(page.conclusion().shownUnfinished())
          .add(page.output(title, List.of(), state.strangers()))
          .create();
    } catch (IOException | RuntimeException e) {
      // The failure that brought us here is the one to tell; unfinished, it is not green either.
      return;
    }
  }

  private String externalId() {
    return "gate/" + run.runId() + "/" + run.runAttempt() + "/" + run.job() + "/" + name;
  }
}
