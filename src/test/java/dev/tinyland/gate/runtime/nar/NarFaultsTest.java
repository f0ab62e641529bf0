package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is named, and nothing of it is green. */
class NarFaultsTest {
  private static final String HTML = "<!DOCTYPE html>\n<html><body>Sign in</body></html>";
  private static final String ERROR_500 =
      "{\"code\":500,\"error\":\"InternalServerError\",\"message\":\"The server encountered an"
          + " internal error or misconfiguration.\"}";
  private static final String INCOMPLETE =
      "{\"code\":503,\"error\":\"IncompleteNar\",\"message\":\"The requested NAR has missing chunks"
          + " and needs to be repaired.\"}";
  private static final String NO_BUCKET =
      "<?xml version=\"1.0\"?><Error><Code>NoSuchBucket</Code><Message>The specified bucket does not"
          + " exist</Message></Error>";

  private CacheServer server;

  @BeforeEach
  void start() throws IOException {
    server = new CacheServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "xz", "zstd", "gzip", "br", "bzip2"})
  void a_body_shorter_than_announced_is_cut(String compression) throws Exception {
    Sample sample = Sample.random(1, 40_000).compressed(compression).on(server);
    byte[] body = sample.body();
    server.on(
        sample.bodyPath(),
        CacheServer.announcing(body.length, Arrays.copyOf(body, body.length / 2)));
    assertThat(fault(sample)).isEqualTo("CUT Refuted[nar-truncated]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "xz", "zstd", "gzip", "br", "bzip2"})
  void a_stored_body_that_ends_early_is_incomplete(String compression) throws Exception {
    Sample sample = Sample.random(2, 40_000).compressed(compression).on(server);
    byte[] body = sample.body();
    for (int length : new int[] {0, 1, 5, 20, body.length / 3, body.length - 30, body.length - 1}) {
      server.on(sample.bodyPath(), CacheServer.bytes(Arrays.copyOf(body, length)));
      String fault = fault(sample);
      // The decoder of Brotli goes on with zeros for some bytes, and stumbles over those.
      boolean stumbled = compression.equals("br") && fault.equals("CORRUPT Refuted[nar-corrupt]");
      assertThat(stumbled ? "INCOMPLETE Refuted[nar-truncated]" : fault)
          .as("%d bytes", length)
          .isEqualTo("INCOMPLETE Refuted[nar-truncated]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "xz", "zstd", "gzip", "br", "bzip2"})
  void a_flipped_bit_is_never_green(String compression) throws Exception {
    Sample sample = Sample.random(3, 3_000).compressed(compression).on(server);
    byte[] body = sample.body();
    for (int at = 0; at < body.length; at += 1 + at / 6) {
      byte[] flipped = body.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      server.on(sample.bodyPath(), CacheServer.bytes(flipped));
      NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
      boolean harmless =
          Trial.body(evidence).end() == End.WHOLE
              && sample.narHash().equals(Trial.body(evidence).narHash());
      if (!harmless) {
        assertThat(Trial.verdict(evidence))
            .as("byte %d", at)
            .matches("Refuted\\[nar-(truncated|corrupt|mismatch)]|Undecided\\[nar-unsupported]");
      }
    }
  }

  @Test
  void a_flipped_bit_within_a_file_with_a_hash_is_corruption_even_if_the_decoder_wants_more()
      throws Exception {
    Sample sample = Sample.random(4, 300_000).compressed("zstd").withFile().on(server);
    for (int at = 4; at < 12; at++) {
      byte[] flipped = sample.body();
      flipped[at] ^= 0x08;
      server.on(sample.bodyPath(), CacheServer.bytes(flipped));
      NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
      assertThat(Trial.verdict(evidence))
          .as("byte %d", at)
          .isIn("Refuted[nar-corrupt]", "Undecided[nar-unsupported]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "xz", "zstd", "gzip", "br", "bzip2"})
  void another_valid_archive_is_a_mismatch(String compression) throws Exception {
    Sample sample = Sample.random(5, 50_000).compressed(compression).on(server);
    for (int size : new int[] {50_000, 49_000, 60_000}) {
      byte[] other = Sample.random(6, size).compressed(compression).body();
      server.on(sample.bodyPath(), CacheServer.bytes(other));
      assertThat(fault(sample))
          .isEqualTo((size > 50_000 ? "TOO_LONG" : "WHOLE") + " Refuted[nar-mismatch]");
    }
  }

  @Test
  void an_archive_that_never_ends_is_left() throws Exception {
    Sample sample = Sample.random(7, 1_000).compressed("zstd").on(server);
    server.on(
        sample.bodyPath(),
        CacheServer.chunked(Compressors.compress("zstd", Nar.file(new byte[8 << 20]))));
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
    assertThat(Trial.body(evidence).end()).isEqualTo(End.TOO_LONG);
    assertThat(Trial.body(evidence).narBytes()).isLessThan(1 << 18);
  }

  @Test
  void chunks_without_an_end_are_cut() throws Exception {
    Sample sample = Sample.random(8, 4_000).on(server);
    byte[] body = sample.body();
    String head =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(body.length)
            + "\r\n";
    try (RawServer raw = RawServer.of(head, body)) {
      server.on(
          sample.bodyPath(), CacheServer.redirect(307, "http://127.0.0.1:" + raw.port() + "/"));
      assertThat(fault(sample)).isEqualTo("CUT Refuted[nar-truncated]");
    }
  }

  @Test
  void a_body_that_ends_with_its_connection_is_judged_by_what_came() throws Exception {
    Sample sample = Sample.random(9, 4_000).compressed("zstd").on(server);
    byte[] body = sample.body();
    for (int missing : new int[] {0, 9}) {
      byte[] part = Arrays.copyOf(body, body.length - missing);
      try (RawServer raw = RawServer.of("HTTP/1.1 200 OK\r\n\r\n", part)) {
        server.on(
            sample.bodyPath(), CacheServer.redirect(307, "http://127.0.0.1:" + raw.port() + "/"));
        assertThat(fault(sample))
            .isEqualTo(
                missing == 0 ? "WHOLE Proven[nar-intact]" : "INCOMPLETE Refuted[nar-truncated]");
      }
    }
  }

  @Test
  void what_answers_in_another_protocol_is_no_cache() throws Exception {
    Sample sample = Sample.random(10, 10);
    try (RawServer raw = new RawServer("220 smtp.example.org ESMTP\r\n\r\n".getBytes(ISO_8859_1))) {
      NarEvidence evidence =
          Trial.one(Trial.options("http://127.0.0.1:" + raw.port() + "/main", sample));
      assertThat(evidence.answer().outcome()).isEqualTo(Outcome.NOT_OF_THIS_KIND);
      assertThat(Trial.verdict(evidence)).isEqualTo("Undecided[not-a-cache]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | 404  | NONE Refuted[nar-absent]",
        "404 | xml  | NONE Refuted[nar-absent]",
        "500 | 500  | NONE Refuted[nar-absent]",
        "503 | 503  | NONE Refuted[nar-absent]",
        "503 | html | NONE Undecided[server-error]",
        "502 | html | NONE Undecided[server-error]",
        "401 | 404  | NONE Undecided[credentials]",
        "403 | xml  | NONE Undecided[credentials]",
        "429 | html | NONE Undecided[nar-unclear]",
        "200 | html | NOT_AN_ARCHIVE Refuted[nar-not-an-archive]",
        "200 | 500  | NOT_AN_ARCHIVE Refuted[nar-not-an-archive]",
        "200 | xml  | NOT_AN_ARCHIVE Refuted[nar-not-an-archive]",
        "204 | none | NONE Undecided[nar-unclear]"
      })
  void an_answer_that_is_no_body(int status, String kind, String expected) throws Exception {
    Sample sample = Sample.random(11, 500).compressed("zstd").on(server);
    server.on(sample.bodyPath(), CacheServer.status(status, "text/plain", text(kind)));
    assertThat(fault(sample)).isEqualTo(expected);
  }

  @Test
  void an_error_of_the_store_behind_a_redirect_keeps_its_code() throws Exception {
    Sample sample = Sample.random(12, 500).compressed("zstd").on(server);
    try (CacheServer store = new CacheServer()) {
      server.on(sample.bodyPath(), CacheServer.redirect(307, store.origin() + "/attic/x?sig=a"));
      for (int status : new int[] {404, 403}) {
        store.on("/attic/x", CacheServer.status(status, "application/xml", NO_BUCKET));
        NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
        assertThat(Trial.body(evidence).hops().getLast().attempt().code())
            .isEqualTo("NoSuchBucket");
        assertThat(Trial.verdict(evidence)).isEqualTo("Refuted[nar-absent]");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | 404  | Refuted[narinfo-absent]",
        "404 | html | Refuted[narinfo-absent]",
        "401 | 404  | Undecided[credentials]",
        "403 | html | Undecided[credentials]",
        "500 | 500  | Undecided[server-error]",
        "200 | html | Undecided[not-a-cache]",
        "200 | 500  | Undecided[not-a-cache]",
        "200 | none | Refuted[narinfo-invalid]",
        "200 | text | Refuted[narinfo-invalid]",
        "429 | none | Undecided[narinfo-unclear]"
      })
  void an_answer_that_is_no_narinfo(int status, String kind, String expected) throws Exception {
    Sample sample = Sample.random(13, 500);
    server.on(
        "/main/" + sample.hash + ".narinfo", CacheServer.status(status, "text/x", text(kind)));
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
    assertThat(evidence.body()).isNull();
    assertThat(Trial.verdict(evidence)).isEqualTo(expected);
  }

  @Test
  void a_path_that_is_missing_where_there_is_no_cache_is_not_missed() throws Exception {
    Sample sample = Sample.random(14, 500);
    assertThat(Trial.verdict(Trial.one(Trial.options(server.origin() + "/other", sample))))
        .isEqualTo("Undecided[not-a-cache]");
    server.on("/page/nix-cache-info", CacheServer.ok("text/html", HTML));
    assertThat(Trial.verdict(Trial.one(Trial.options(server.origin() + "/page", sample))))
        .isEqualTo("Undecided[not-a-cache]");
  }

  @Test
  void a_narinfo_that_is_cut_is_no_narinfo() throws Exception {
    Sample sample = Sample.random(15, 500).on(server);
    byte[] text = sample.narInfo().getBytes(ISO_8859_1);
    server.on("/main/" + sample.hash + ".narinfo", CacheServer.announcing(text.length + 1, text));
    assertThat(Trial.verdict(Trial.one(Trial.options(server.cache(), sample))))
        .isEqualTo("Undecided[narinfo-cut]");
  }

  @Test
  void silence_has_an_end() throws Exception {
    Sample sample = Sample.random(16, 100_000).on(server);
    byte[] half = Arrays.copyOf(sample.body(), 50_000);
    NarOptions options = Trial.options(server.cache(), sample).withTimes(Trial.times(60, 60_000));
    server.on(sample.bodyPath(), server.silentAfter(half, sample.body().length, () -> {}));
    NarEvidence evidence = Trial.one(options);
    assertThat(Trial.body(evidence).end()).isEqualTo(End.STALLED);
    assertThat(Trial.body(evidence).receivedBytes()).isEqualTo(50_000);
    assertThat(Trial.body(evidence).detail()).isEqualTo("no byte for 60 ms after 50000 bytes");
    assertThat(Trial.verdict(evidence)).isEqualTo("Undecided[nar-stalled]");

    server.on(sample.bodyPath(), server.silentAfter(half, 0, () -> {}));
    assertThat(Trial.verdict(Trial.one(options))).isEqualTo("Undecided[timeout]");
    server.on("/main/" + sample.hash + ".narinfo", server.silentAfter(half, 0, () -> {}));
    assertThat(Trial.verdict(Trial.one(options))).isEqualTo("Undecided[timeout]");
  }

  @Test
  void a_body_that_goes_on_past_the_deadline_is_its_own_fact() throws Exception {
    Sample sample = Sample.random(17, 100_000).on(server);
    AtomicLong nanos = new AtomicLong();
    byte[] half = Arrays.copyOf(sample.body(), 50_000);
    NarOptions options = Trial.options(server.cache(), sample).withTimes(Trial.times(60, 60_000));
    NarProgress hour =
        new NarProgress() {
          @Override
          public void body(String storeHash, @org.jspecify.annotations.Nullable Long bytes) {
            nanos.addAndGet(3_600_000_000_000L);
          }
        };
    server.on(sample.bodyPath(), server.silentAfter(half, sample.body().length, () -> {}));
    NarEvidence evidence =
        NarCheck.run(options, null, hour, new NarClock(Trial.WALL, nanos::get)).getFirst();
    assertThat(Trial.body(evidence).end()).isEqualTo(End.PAST_DEADLINE);
    assertThat(Trial.body(evidence).detail()).startsWith("the time of 60 s was over");
    assertThat(Trial.verdict(evidence)).isEqualTo("Undecided[nar-past-deadline]");
  }

  @Test
  void no_server_no_name_and_no_trust_are_three_facts() throws Exception {
    Sample sample = Sample.random(18, 10);
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    assertThat(Trial.verdict(Trial.one(Trial.options("http://127.0.0.1:" + closed, sample))))
        .isEqualTo("Undecided[unreachable]");
    // A label may have 63 letters, so that nobody is asked for this one.
    assertThat(
            Trial.verdict(
                Trial.one(Trial.options("http://" + "a".repeat(64) + ".invalid", sample))))
        .isEqualTo("Undecided[dns]");
    try (RawServer raw = RawServer.of("HTTP/1.1 400 Bad Request\r\n\r\n", new byte[0])) {
      String https = "https://127.0.0.1:" + raw.port();
      assertThat(Trial.verdict(Trial.one(Trial.options(https, sample))))
          .isEqualTo("Undecided[tls]");
      sample.on(server);
      server.on(sample.bodyPath(), CacheServer.redirect(307, https + "/x?sig=a"));
      assertThat(fault(sample)).isEqualTo("NONE Undecided[tls]");
    }
  }

  private String fault(Sample sample) throws IOException, InterruptedException {
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
    return Trial.body(evidence).end() + " " + Trial.verdict(evidence);
  }

  private static String text(String kind) {
    return switch (kind) {
      case "404" -> "{\"code\":404,\"error\":\"NoSuchObject\",\"message\":\"x\"}";
      case "500" -> ERROR_500;
      case "503" -> INCOMPLETE;
      case "xml" -> NO_BUCKET;
      case "html" -> HTML;
      case "text" -> "hello\n";
      case "none" -> "";
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
