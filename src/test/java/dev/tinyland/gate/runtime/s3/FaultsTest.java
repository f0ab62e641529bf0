package dev.tinyland.gate.runtime.s3;

import static dev.tinyland.gate.runtime.s3.FaultServer.error;
import static dev.tinyland.gate.runtime.s3.FaultServer.page;
import static dev.tinyland.gate.runtime.s3.FaultServer.s3;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.S3Evidence.BucketView;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is not well, over real sockets: nothing lost, and nothing green. */
class FaultsTest {
  private static final String KEY = "attic/terraform.tfstate";
  private static final S3Timeouts SHORT =
      new S3Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(400));

  @TempDir static Path folder;
  private static StrictS3 server;
  private FaultServer proxy;

  @BeforeAll
  static void startServer() throws Exception {
    server = StrictS3.over(folder);
    server.bucket("tofu-state");
    server.bucket("attic");
    server.object("tofu-state", KEY, States.PLAIN.getBytes(UTF_8));
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void startProxy() throws IOException {
    proxy = FaultServer.before(server.uri());
  }

  @AfterEach
  void stopProxy() throws IOException {
    proxy.close();
  }

  private S3Settings settings() {
    return StrictS3.settings(proxy.uri());
  }

  private S3Collector collector() {
    return new S3Collector(settings(), InstantSource.system());
  }

  private static Sample sample(S3Settings settings) {
    try (S3Collector collector = new S3Collector(settings, InstantSource.system())) {
      return collector.sample(List.of("tofu-state"), 1, () -> {}).samples().getFirst();
    }
  }

  private Sample sample() {
    return sample(settings());
  }

  private StateObjectEvidence state() {
    try (S3Collector collector = collector()) {
      return collector.stateObject("attic", "tofu-state", KEY);
    }
  }

  private void answer(byte[] bytes) {
    proxy.fault((request, out) -> {
      out.write(request.method().equals("HEAD") ? head(bytes) : bytes);
      return true;
    });
  }

  private static byte[] head(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    return text.substring(0, text.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
  }

  @Test
  void a_lost_bucket() {
    proxy.fault((request, out) -> {
      if (request.path().startsWith("/tofu-state")) {
        byte[] lost = error(404, "NoSuchBucket", "The specified bucket does not exist");
        out.write(request.method().equals("HEAD") ? head(lost) : lost);
        return true;
      }
      if (request.path().equals("/")) {
        String list = new String(proxy.pass(request), UTF_8);
        String body =
            list.substring(list.indexOf("\r\n\r\n") + 4)
                .replaceAll("(?s)^.*?<\\?xml", "<?xml")
                .replaceAll("(?s)</ListAllMyBucketsResult>.*", "</ListAllMyBucketsResult>")
                .replaceAll("(?s)<Bucket><Name>tofu-state</Name>.*?</Bucket>", "");
        out.write(s3(200, "application/xml", body));
        return true;
      }
      return false;
    });
    Sample sample = sample();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.OK);
    assertThat(sample.listed()).contains("attic").doesNotContain("tofu-state");
    BucketView view = sample.buckets().getFirst();
    assertThat(view.head().outcome()).isEqualTo(Outcome.NOT_FOUND);
    assertThat(requireNonNull(view.confirmation()).code()).isEqualTo("NoSuchBucket");
    StateObjectEvidence state = state();
    assertThat(requireNonNull(state.confirmation()).code()).isEqualTo("NoSuchBucket");
  }

  @ParameterizedTest
  @CsvSource({
    "500,InternalError,canary FaultyDisk canary,SERVER_ERROR,the message says: FaultyDisk",
    "503,SlowDown,canary,SERVER_ERROR,",
    "403,AccessDenied,canary,DENIED,",
    "400,ExpiredToken,canary,DENIED,",
    "403,RequestTimeTooSkewed,canary,DENIED,",
    "400,NotImplemented,canary,NOT_IMPLEMENTED,",
    "501,NotImplemented,canary,NOT_IMPLEMENTED,",
    "409,OperationAborted,canary,CONFLICT,",
    "400,InvalidRequest,canary,REJECTED,",
    "301,PermanentRedirect,canary,OTHER,"
  })
  void an_error_of_s3(int status, String code, String message, Outcome outcome, String detail) {
    answer(error(status, code, message));
    Sample sample = sample();
    assertThat(sample.list().outcome()).isEqualTo(outcome);
    assertThat(sample.list().status()).isEqualTo(status);
    assertThat(sample.list().code()).isEqualTo(code);
    assertThat(sample.list().detail()).isEqualTo(detail);
    assertThat(sample.listed()).isNull();
    assertThat(Records.text(sample)).doesNotContain("canary");
    assertThat(proxy.requests()).as("nothing is asked again").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 403, 500, 503})
  void a_page_of_html_is_no_s3_whatever_its_status(int status) {
    answer(page(status));
    Sample sample = sample();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
    assertThat(sample.listed()).isNull();
    assertThat(sample.buckets().getFirst().head().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
    StateObjectEvidence state = state();
    assertThat(state.head().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
    assertThat(state.body()).isNull();
    try (S3Collector collector = collector()) {
      WriteProofEvidence proof = collector.writeProof("tofu-state");
      assertThat(proof.readBack()).isNull();
      assertThat(proof.conditional()).isNull();
      assertThat(proof.gone()).isNull();
      assertThat(collector.versioning("tofu-state").status())
          .isEqualTo(VersioningEvidence.Status.UNKNOWN);
      ScratchEvidence scratch = collector.createScratch();
      assertThat(scratch.done()).isFalse();
      assertThat(scratch.leftBehind()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html/>",
        "",
        "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>",
        "<ListAllMyBucketsResult><Owner><ID></ID></Owner><Buckets/></ListAllMyBucketsResult>",
        "{}"
      })
  void a_list_that_is_none_is_not_an_empty_list(String body) {
    answer(s3(200, "application/xml", body));
    Sample sample = sample();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
    assertThat(sample.listed()).isNull();
  }

  @Test
  void an_anonymous_list_is_a_refusal() {
    answer(
        s3(
            200,
            "application/xml",
            "<ListAllMyBucketsResult><Owner><ID>anonymous</ID></Owner><Buckets/>"
                + "</ListAllMyBucketsResult>"));
    Sample sample = sample();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.DENIED);
    assertThat(sample.listed()).isNull();
  }

  @Test
  void a_server_that_gives_our_own_id_back_is_one_of_s3() {
    proxy.fault((request, out) -> {
      String id = request.header("x-request-id");
      out.write(
          ("HTTP/1.1 200 OK\r\nx-request-id: " + id + "\r\nContent-Length: 0\r\n\r\n")
              .getBytes(UTF_8));
      return true;
    });
    assertThat(sample().buckets().getFirst().head().outcome()).isEqualTo(Outcome.OK);
    assertThat(sample().list().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
  }

  @Test
  void a_connection_that_is_closed_without_an_answer_is_not_asked_again() {
    proxy.fault((request, out) -> true);
    Sample sample = sample();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.UNREACHABLE);
    assertThat(sample.list().status()).isNull();
    assertThat(proxy.requests()).hasSize(2);
  }

  @Test
  void a_cut_body() {
    proxy.fault((request, out) -> {
      if (request.is("GET", "/tofu-state/attic")) {
        byte[] whole = proxy.pass(request);
        out.write(whole, 0, whole.length - 60);
        return true;
      }
      return false;
    });
    StateObjectEvidence state = state();
    assertThat(requireNonNull(state.get()).outcome()).isEqualTo(Outcome.CUT);
    assertThat(requireNonNull(state.body()).shape()).isEqualTo(Shape.TRUNCATED);
    assertThat(state.sha256()).isNull();
    assertThat(state.readBytes()).isLessThan(requireNonNull(state.announcedBytes()));
  }

  @Test
  void a_cut_list() {
    proxy.fault((request, out) -> {
      byte[] whole = proxy.pass(request);
      out.write(whole, 0, whole.length - 20);
      return true;
    });
    Sample sample = sample();
    assertThat(sample.list().outcome()).isEqualTo(Outcome.CUT);
    assertThat(sample.listed()).isNull();
  }

  @Test
  void a_slow_body_ends_at_the_deadline() {
    proxy.fault((request, out) -> {
      if (request.is("GET", "/tofu-state/attic")) {
        byte[] whole = proxy.pass(request);
        out.write(whole, 0, whole.length - 60);
        out.flush();
        proxy.silence();
        return true;
      }
      return false;
    });
    try (S3Collector collector =
        new S3Collector(settings().withTimeouts(SHORT), InstantSource.system())) {
      StateObjectEvidence state = collector.stateObject("attic", "tofu-state", KEY);
      assertThat(requireNonNull(state.get()).outcome()).isEqualTo(Outcome.TIMEOUT);
      assertThat(requireNonNull(state.body()).shape()).isEqualTo(Shape.TRUNCATED);
    }
  }

  @Test
  void a_silent_server() {
    proxy.fault((request, out) -> {
      proxy.silence();
      return true;
    });
    Sample sample = sample(settings().withTimeouts(SHORT));
    assertThat(sample.list().outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(sample.buckets().getFirst().head().outcome()).isEqualTo(Outcome.TIMEOUT);
  }

  @Test
  void a_name_without_an_address() {
    Sample sample = sample(StrictS3.settings(URI.create("http://gate-test.invalid")));
    assertThat(sample.list().outcome()).isEqualTo(Outcome.DNS);
  }

  @Test
  void a_port_on_which_nobody_listens() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    Sample sample = sample(StrictS3.settings(URI.create("http://127.0.0.1:" + port)));
    assertThat(sample.list().outcome()).isEqualTo(Outcome.UNREACHABLE);
  }

  @Test
  void an_answer_that_is_no_http() {
    answer("SSH-2.0-server\r\n\r\n".getBytes(UTF_8));
    assertThat(sample().list().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
  }

  @Test
  void chunks_are_put_together_and_a_missing_end_is_a_cut() {
    String list =
        "<ListAllMyBucketsResult><Owner><ID>o</ID></Owner><Buckets/></ListAllMyBucketsResult>";
    String head =
        "HTTP/1.1 200 OK\r\nx-amz-request-id: r\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(list.length())
            + "\r\n"
            + list
            + "\r\n";
    answer((head + "0\r\n\r\n").getBytes(UTF_8));
    assertThat(sample().listed()).isEmpty();
    assertThat(sample().list().outcome()).isEqualTo(Outcome.OK);
    answer(head.getBytes(UTF_8));
    assertThat(sample().list().outcome()).isEqualTo(Outcome.CUT);
  }

  @Test
  void a_head_that_misses_what_a_get_finds_is_no_state() {
    proxy.fault((request, out) -> {
      if (request.is("HEAD", "/tofu-state/attic")) {
        out.write(head(error(404, "x", "x")));
        return true;
      }
      return false;
    });
    StateObjectEvidence state = state();
    assertThat(state.head().outcome()).isEqualTo(Outcome.NOT_FOUND);
    assertThat(requireNonNull(state.confirmation()).outcome()).isEqualTo(Outcome.OK);
    assertThat(state.body()).isNull();
  }

  @Test
  void a_head_that_finds_what_a_get_misses() {
    proxy.fault((request, out) -> {
      if (request.is("GET", "/tofu-state/attic")) {
        out.write(error(404, "NoSuchKey", "x"));
        return true;
      }
      return false;
    });
    StateObjectEvidence state = state();
    assertThat(state.head().ok()).isTrue();
    assertThat(requireNonNull(state.get()).code()).isEqualTo("NoSuchKey");
    assertThat(state.body()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1000000,TRUNCATED,smaller than the HEAD announced",
    "3,PLAIN,larger than the HEAD announced"
  })
  void a_head_and_a_get_of_different_sizes(long announced, Shape shape, String fault) {
    proxy.fault((request, out) -> {
      if (request.is("HEAD", "/tofu-state/attic")) {
        out.write(
            ("HTTP/1.1 200 OK\r\nx-amz-request-id: r\r\nETag: \"e\"\r\nContent-Length: "
                    + announced
                    + "\r\n\r\n")
                .getBytes(UTF_8));
        return true;
      }
      return false;
    });
    StateObjectEvidence state = state();
    assertThat(requireNonNull(state.body()).shape()).isEqualTo(shape);
    assertThat(requireNonNull(state.body()).fault()).isEqualTo(fault);
  }

  @Test
  void a_lock_that_is_broken() throws IOException {
    AtomicInteger puts = new AtomicInteger();
    proxy.fault((request, out) -> {
      if (request.method().equals("PUT") && puts.incrementAndGet() == 2) {
        out.write(s3(200, "text/plain", "", "ETag: \"e\""));
        return true;
      }
      return false;
    });
    try (S3Collector collector = collector()) {
      WriteProofEvidence proof = collector.writeProof("tofu-state");
      assertThat(proof.conditional()).isFalse();
      assertThat(proof.gone()).isTrue();
    }
    assertThat(probes()).isEmpty();
  }

  @Test
  void a_delete_that_fails_is_told_and_tried_once_more_at_the_end() throws IOException {
    AtomicInteger deletes = new AtomicInteger();
    proxy.fault((request, out) -> {
      if (request.method().equals("DELETE") && deletes.incrementAndGet() == 1) {
        out.write(error(500, "InternalError", "x"));
        return true;
      }
      return false;
    });
    try (S3Collector collector = collector()) {
      WriteProofEvidence proof = collector.writeProof("tofu-state");
      assertThat(proof.gone()).isFalse();
      assertThat(proof.leftBehind()).isTrue();
      assertThat(probes()).hasSize(1);
      assertThat(collector.cleanUp()).extracting(Attempt::operation).contains("delete-object");
    }
    assertThat(probes()).isEmpty();
  }

  @Test
  void a_bucket_that_is_lost_by_the_delete_is_no_object_that_is_gone() {
    AtomicInteger deletes = new AtomicInteger();
    proxy.fault((request, out) -> {
      if (request.method().equals("DELETE")) {
        deletes.incrementAndGet();
        return false;
      }
      if (deletes.get() > 0) {
        byte[] lost = error(404, "NoSuchBucket", "x");
        out.write(request.method().equals("HEAD") ? head(lost) : lost);
        return true;
      }
      return false;
    });
    try (S3Collector collector = collector()) {
      WriteProofEvidence proof = collector.writeProof("tofu-state");
      assertThat(proof.gone()).isNull();
      assertThat(proof.leftBehind()).isTrue();
      assertThat(proof.attempts().getLast().code()).isEqualTo("NoSuchBucket");
    }
  }

  @Test
  void a_write_whose_answer_was_lost_is_taken_back() throws IOException {
    proxy.fault((request, out) -> {
      if (request.method().equals("PUT")) {
        byte[] unseen = proxy.pass(request);
        assertThat(unseen).isNotEmpty();
        return true;
      }
      return false;
    });
    try (S3Collector collector = collector()) {
      WriteProofEvidence proof = collector.writeProof("tofu-state");
      assertThat(proof.attempts().getFirst().outcome()).isEqualTo(Outcome.UNREACHABLE);
      assertThat(proof.leftBehind()).isFalse();
      assertThat(proof.attempts()).extracting(Attempt::operation).contains("delete-object");
    }
    assertThat(probes()).isEmpty();
  }

  @Test
  void somebody_elses_object_is_never_deleted() {
    proxy.fault((request, out) -> {
      if (request.method().equals("PUT")) {
        out.write(error(500, "InternalError", "x"));
        return true;
      }
      if (request.method().equals("GET")) {
        out.write(s3(200, "text/plain", "somebody else's", "ETag: \"e\""));
        return true;
      }
      return false;
    });
    try (S3Collector collector = collector()) {
      assertThat(collector.writeProof("tofu-state").leftBehind()).isTrue();
      collector.cleanUp();
    }
    assertThat(proxy.requests()).noneMatch(request -> request.startsWith("DELETE"));
  }

  @Test
  void an_interrupted_proof_cleans_up() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    AtomicInteger gets = new AtomicInteger();
    proxy.fault((request, out) -> {
      if (request.method().equals("GET") && gets.incrementAndGet() == 1) {
        reading.countDown();
        proxy.silence();
        return true;
      }
      return false;
    });
    try (S3Collector collector = collector()) {
      FutureTask<WriteProofEvidence> run =
          new FutureTask<>(() -> collector.writeProof("tofu-state"));
      Thread.ofPlatform().daemon().start(run);
      assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(probes()).hasSize(1);
      List<Attempt> attempts = collector.cleanUp();
      assertThat(attempts)
          .extracting(Attempt::operation)
          .containsExactly("delete-object", "head-object", "get-object");
      WriteProofEvidence proof = run.get(20, TimeUnit.SECONDS);
      assertThat(proof.gone()).isNull();
      assertThat(proof.attempts().getLast().detail())
          .isEqualTo("not asked: the run is being ended");
    }
    assertThat(probes()).isEmpty();
  }

  @Test
  void a_bucket_that_was_there_already_is_not_ours() {
    proxy.fault((request, out) -> {
      if (request.method().equals("PUT")) {
        out.write(error(409, "BucketAlreadyOwnedByYou", "x"));
        return true;
      }
      return false;
    });
    try (S3Collector collector = collector()) {
      ScratchEvidence scratch = collector.createScratch();
      assertThat(scratch.done()).isFalse();
      assertThat(scratch.leftBehind()).isFalse();
      assertThat(collector.cleanUp()).isEmpty();
    }
    assertThat(proxy.requests()).noneMatch(request -> request.startsWith("DELETE"));
  }

  @Test
  void foreign_text_is_one_line_and_bounded_and_holds_no_key() {
    proxy.fault((request, out) -> {
      out.write(
          ("HTTP/1.1 500 X\r\nx-amz-request-id: ##[error]\u0001"
                  + StrictS3.ACCESS_KEY
                  + "x".repeat(500)
                  + "\r\nContent-Length: 0\r\n\r\n")
              .getBytes(UTF_8));
      return true;
    });
    String id = requireNonNull(sample().list().requestId());
    assertThat(id).startsWith("##\\[error]\\u0001***xxx").hasSizeLessThan(140);
  }

  @Test
  void a_certificate_that_nobody_trusts_and_one_of_a_bundle(@TempDir Path keys) throws Exception {
    TestTls tls = TestTls.in(keys);
    try (FaultServer secure = FaultServer.secure(tls.context(), server.uri())) {
      URI uri = URI.create("https://127.0.0.1:" + secure.port());
      assertThat(sample(StrictS3.settings(uri)).list().outcome()).isEqualTo(Outcome.TLS);
      Sample trusted =
          sample(
              StrictS3.settings(uri, StrictS3.ACCESS_KEY, StrictS3.SECRET_KEY, tls.certificate()));
      assertThat(trusted.list().outcome()).as(Records.text(trusted)).isEqualTo(Outcome.OK);
      assertThat(trusted.buckets().getFirst().head().ok()).isTrue();
    }
  }

  @Test
  void plain_http_where_https_is_asked_for() {
    URI uri = URI.create("https://127.0.0.1:" + proxy.port());
    S3Timeouts quick =
        new S3Timeouts(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(5));
    assertThat(sample(StrictS3.settings(uri).withTimeouts(quick)).list().outcome())
        .isIn(Outcome.TLS, Outcome.TIMEOUT);
  }

  private static List<Path> probes() throws IOException {
    Path start = folder.resolve("tofu-state/.gloriousflywheel");
    if (!Files.exists(start)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
