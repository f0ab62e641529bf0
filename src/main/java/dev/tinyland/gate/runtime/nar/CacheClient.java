package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Hop;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a cache. Redirects are followed by hand, each as a hop of its own; nothing is asked a second
 * time. The cache's own origin alone sees the credentials.
 */
final class CacheClient implements AutoCloseable {
  private static final int MOST_REDIRECTS = 10;

  /** A narinfo file is small; one with twenty thousand references still fits. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int LONGEST_ERROR = 64 << 10;
  private static final int LONGEST_TARGET = 300;

  private final HttpClient client;
  private final String origin;
  private final @Nullable CacheCredentials credentials;
  private final Deadline deadline;
  private final NarClock clock;

  CacheClient(NarOptions options, CacheUrl cache, Deadline deadline, NarClock clock) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.times().connect())
            .build();
    this.origin = cache.origin();
    this.credentials = options.credentials();
    this.deadline = deadline;
    this.clock = clock;
  }

  /** The head of an answer, and its body to come. */
  private record Answer(int status, HttpHeaders headers, BodyStream body) {}

  /** A body that is ready to be read. */
  record Open(BodyStream body, HttpHeaders headers) {}

  /**
   * What became of a question.
   *
   * @param open null where the last hop has no 200
   */
  record Reply(List<Hop> hops, @Nullable Open open) {}

  /** The same for a small file. */
  static final class Text {
    private final List<Hop> hops;
    private final byte @Nullable [] bytes;

    Text(List<Hop> hops, byte @Nullable [] bytes) {
      this.hops = hops;
      this.bytes = bytes;
    }

    List<Hop> hops() {
      return hops;
    }

    /** Null where the last hop is not OK. */
    byte @Nullable [] bytes() {
      return bytes;
    }

    Attempt answer() {
      return hops.getLast().attempt();
    }

    /** The same text, found to be of no use. */
    Text unfit(Outcome outcome, String detail) {
      List<Hop> changed = new ArrayList<>(hops);
      Hop hop = changed.removeLast();
      Attempt a = hop.attempt();
      changed.add(
          new Hop(
              hop.origin(),
              new Attempt(
                  a.operation(),
                  a.target(),
                  a.attempt(),
                  outcome,
                  a.status(),
                  a.code(),
                  a.requestId(),
                  a.milliseconds(),
                  a.observedAt(),
                  detail)));
      return new Text(List.copyOf(changed), null);
    }
  }

  /** Gets a small file. */
  Text text(String operation, URI address) throws InterruptedIOException {
    Reply reply = open(operation, address);
    if (reply.open() == null) {
      return new Text(reply.hops(), null);
    }
    try (BodyStream body = reply.open().body()) {
      byte[] bytes = body.readNBytes(LONGEST_TEXT + 1);
      Text text = new Text(reply.hops(), bytes);
      return bytes.length > LONGEST_TEXT
          ? text.unfit(Outcome.NOT_OF_THIS_KIND, "more than 1 MiB")
          : text;
    } catch (BodyFault e) {
      return new Text(reply.hops(), null)
          .unfit(
              e.end() == End.CUT ? Outcome.CUT : Outcome.TIMEOUT, String.valueOf(e.getMessage()));
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      return new Text(reply.hops(), null).unfit(Outcome.OTHER, "the answer could not be read");
    }
  }

  /** Gets a file up to its first byte. */
  Reply open(String operation, URI address) throws InterruptedIOException {
    List<Hop> hops = new ArrayList<>();
    Set<URI> seen = new HashSet<>();
    URI uri = address;
    while (true) {
      seen.add(uri);
      Question question = new Question(operation, uri, clock.nanos().getAsLong());
      Answer response;
      try {
        response = send(uri);
      } catch (Unanswered e) {
        hops.add(question.hop(e.outcome, null, null, String.valueOf(e.getMessage())));
        return new Reply(List.copyOf(hops), null);
      }
      if (response.status() == 200) {
        hops.add(question.hop(Outcome.OK, response, null, null));
        return new Reply(List.copyOf(hops), new Open(response.body(), response.headers()));
      }
      URI next = isRedirect(response.status()) ? location(response, uri) : null;
      if (next == null) {
        hops.add(refusal(question, response));
        return new Reply(List.copyOf(hops), null);
      }
      response.body().close();
      String wrong = seen.contains(next) ? "the redirects go in a circle" : null;
      if (wrong == null && hops.size() == MOST_REDIRECTS) {
        wrong = "more than " + MOST_REDIRECTS + " redirects";
      }
      if (wrong != null) {
        hops.add(question.hop(Outcome.OTHER, response, null, wrong));
        return new Reply(List.copyOf(hops), null);
      }
      hops.add(question.hop(Outcome.OK, response, null, "redirects to " + CacheUrl.origin(next)));
      uri = next;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** A request without an answer. */
  private static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;
    final Outcome outcome;

    Unanswered(Outcome outcome, String message) {
      super(message);
      this.outcome = outcome;
    }
  }

  /** A request that was sent. */
  private final class Question {
    private final String operation;
    private final URI uri;
    private final long start;

    Question(String operation, URI uri, long start) {
      this.operation = operation;
      this.uri = uri;
      this.start = start;
    }

    Hop hop(
        Outcome outcome,
        @Nullable Answer response,
        @Nullable String code,
        @Nullable String detail) {
      return new Hop(
          CacheUrl.origin(uri),
          new Attempt(
              operation,
              shown(uri.getRawPath()),
              1,
              outcome,
              response == null ? null : response.status(),
              code,
              response == null ? null : requestId(response.headers()),
              clock.millisSince(start),
              clock.now(),
              detail));
    }
  }

  private Answer send(URI uri) throws Unanswered, InterruptedIOException {
    if (deadline.isOver()) {
      throw new Unanswered(Outcome.TIMEOUT, "not asked: the time of the run was over");
    }
    BodyStream body = new BodyStream(deadline);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    CompletableFuture<?> exchange;
    try {
      exchange =
          client.sendAsync(
              request(uri),
              info -> {
                answer.complete(new Answer(info.statusCode(), info.headers(), body));
                return body;
              });
    } catch (IllegalArgumentException e) {
      throw new Unanswered(Outcome.OTHER, "the address cannot be asked");
    }
    // A body that is cut at once may fail the exchange before anybody has seen its head.
    var _ =
        exchange.whenComplete((response, failure) -> {
          if (failure != null && !answer.completeExceptionally(failure)) {
            body.onError(failure);
          }
        });
    try {
      return answer.get(deadline.patience(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      Outcome outcome = Failures.of(e.getCause());
      throw new Unanswered(outcome, Failures.words(outcome));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new Unanswered(
          Outcome.TIMEOUT,
          deadline.isOver()
              ? "the time of " + deadline.whole() + " was over before an answer"
              : "no answer for " + deadline.silence());
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("Accept-Encoding", "identity").GET();
    if (credentials != null && CacheUrl.origin(uri).equals(origin)) {
      request.header("Authorization", credentials.header());
    }
    return request.build();
  }

  private Hop refusal(Question question, Answer response) throws InterruptedIOException {
    byte[] bytes;
    try (BodyStream body = response.body()) {
      bytes = body.readNBytes(LONGEST_ERROR);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      bytes = new byte[0];
    }
    String detail = null;
    Outcome outcome = Failures.of(response.status());
    if (isRedirect(response.status())) {
      outcome = Outcome.OTHER;
      detail = "a redirect to no address that can be asked";
    }
    return question.hop(outcome, response, ErrorCode.of(bytes), detail);
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** Where a redirect goes; null where that is nothing that can be asked. */
  private static @Nullable URI location(Answer response, URI from) {
    String location = response.headers().firstValue("Location").orElse("");
    try {
      URI next = from.resolve(new URI(location));
      boolean usable =
          !location.isEmpty() && CacheUrl.isHttp(next) && next.getRawUserInfo() == null;
      return usable ? next : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static @Nullable String requestId(HttpHeaders headers) {
    String id =
        headers
            .firstValue("x-amz-request-id")
            .or(() -> headers.firstValue("x-request-id"))
            .orElse(null);
    return id == null ? null : shown(id);
  }

  private static String shown(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "/";
    }
    return Visible.line(
        text.length() > LONGEST_TARGET ? text.substring(0, LONGEST_TARGET) + "…" : text);
  }
}
