package dev.tinyland.gate.runtime.nar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that are right, in all the forms in which a cache may deliver them. */
class NarCheckTest {
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
  void a_body_is_read_whole_in_each_compression(String compression) throws Exception {
    Sample sample = Sample.random(1, 250_000).compressed(compression).withFile().on(server);
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
    NarEvidence.Body body = Trial.body(evidence);
    assertThat(body.detail()).isNull();
    assertThat(body.end()).isEqualTo(End.WHOLE);
    assertThat(body.narHash()).isEqualTo(sample.narHash());
    assertThat(body.narBytes()).isEqualTo(sample.nar.length);
    assertThat(body.receivedBytes()).isEqualTo(sample.body().length);
    assertThat(body.announcedBytes()).isEqualTo(sample.body().length);
    assertThat(body.fileHash()).isEqualTo(Trial.info(evidence).fileHash()).isNotNull();
    assertThat(Trial.verdict(evidence)).isEqualTo("Proven[nar-intact]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "xz", "zstd", "gzip", "br", "bzip2"})
  void a_body_without_an_announced_length_is_read_whole(String compression) throws Exception {
    Sample sample = Sample.random(2, 90_000).compressed(compression).on(server);
    server.on(sample.bodyPath(), CacheServer.chunked(sample.body()));
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
    assertThat(Trial.body(evidence).announcedBytes()).isNull();
    assertThat(Trial.verdict(evidence)).isEqualTo("Proven[nar-intact]");
  }

  @ParameterizedTest
  @CsvSource({"xz", "zstd", "gzip"})
  void a_body_of_several_streams_is_one_archive(String compression) throws Exception {
    Sample sample = Sample.random(3, 90_000).compressed(compression).on(server);
    ByteArrayOutputStream streams = new ByteArrayOutputStream();
    for (int i = 0; i < sample.nar.length; i += 30_000) {
      int end = Math.min(sample.nar.length, i + 30_000);
      streams.writeBytes(
          Compressors.compress(compression, java.util.Arrays.copyOfRange(sample.nar, i, end)));
    }
    server.on(sample.bodyPath(), CacheServer.chunked(streams.toByteArray()));
    assertThat(Trial.verdict(Trial.one(Trial.options(server.cache(), sample))))
        .isEqualTo("Proven[nar-intact]");
  }

  @Test
  void the_name_of_the_file_does_not_choose_the_decoder() throws Exception {
    Sample sample = Sample.random(4, 5_000).compressed("gzip");
    sample.url = "nar/file.nar.xz";
    sample.on(server);
    assertThat(Trial.verdict(Trial.one(Trial.options(server.cache(), sample))))
        .isEqualTo("Proven[nar-intact]");
  }

  @Test
  void an_encoding_that_the_server_puts_around_the_body_is_taken_off() throws Exception {
    Sample sample = Sample.random(5, 5_000).compressed("zstd").withFile().on(server);
    byte[] wrapped = Compressors.compress("gzip", sample.body());
    server.on(
        sample.bodyPath(),
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          CacheServer.bytes(wrapped).to(exchange);
        });
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
    assertThat(Trial.body(evidence).contentEncoding()).isEqualTo("gzip");
    assertThat(Trial.verdict(evidence)).isEqualTo("Proven[nar-intact]");
  }

  @Test
  void a_compression_that_is_not_known_is_no_red() throws Exception {
    Sample sample = Sample.random(6, 500).on(server);
    server.on(
        "/main/" + sample.hash + ".narinfo",
        CacheServer.ok("text/x-nix-narinfo", sample.narInfo().replace("none", "lrzip")));
    assertThat(Trial.verdict(Trial.one(Trial.options(server.cache(), sample))))
        .isEqualTo("Undecided[nar-unsupported]");
  }

  @Test
  void a_chain_of_redirects_is_followed_and_the_token_stays_at_home() throws Exception {
    Sample sample = Sample.random(7, 5_000).compressed("zstd").on(server);
    try (CacheServer store = new CacheServer()) {
      server.on(sample.bodyPath(), CacheServer.redirect(302, "../hop?a=b"));
      server.on(
          "/main/hop",
          CacheServer.redirect(307, store.origin() + "/attic/one.chunk?X-Amz-Signature=secret"));
      store.on("/attic/one.chunk", CacheServer.bytes(sample.body()));
      NarEvidence evidence =
          Trial.one(
              Trial.options(server.cache(), sample)
                  .withCredentials(CacheCredentials.bearer("eyJ.token")));
      assertThat(Trial.verdict(evidence)).isEqualTo("Proven[nar-intact]");
      assertThat(Trial.body(evidence).hops())
          .extracting(hop -> hop.origin() + hop.attempt().target() + " " + hop.attempt().status())
          .containsExactly(
              server.origin() + sample.bodyPath() + " 302",
              server.origin() + "/main/hop 307",
              store.origin() + "/attic/one.chunk 200");
      assertThat(server.requests())
          .extracting(CacheServer.Request::authorization)
          .containsOnly("Bearer eyJ.token");
      assertThat(store.requests()).hasSize(1);
      assertThat(store.requests().getFirst().authorization()).isEmpty();
      assertThat(store.requests().getFirst().query()).isEqualTo("X-Amz-Signature=secret");
      assertThat(Records.text(evidence)).doesNotContain("secret", "eyJ", "X-Amz");
    }
  }

  @Test
  void a_body_elsewhere_by_its_url_does_not_get_the_token() throws Exception {
    try (CacheServer store = new CacheServer()) {
      Sample sample = Sample.random(8, 5_000);
      sample.url = store.origin() + "/main/elsewhere?X-Amz-Signature=secret";
      server.on(
          "/main/" + sample.hash + ".narinfo", CacheServer.ok("text/plain", sample.narInfo()));
      store.on("/main/elsewhere", CacheServer.bytes(sample.body()));
      NarEvidence evidence =
          Trial.one(
              Trial.options(server.cache(), sample)
                  .withCredentials(CacheCredentials.basic("user", "word")));
      assertThat(Trial.verdict(evidence)).isEqualTo("Proven[nar-intact]");
      assertThat(store.requests().getFirst().authorization()).isEmpty();
      assertThat(server.requests().getFirst().authorization()).isEqualTo("Basic dXNlcjp3b3Jk");
      assertThat(Records.text(evidence)).doesNotContain("secret");
    }
  }

  @Test
  void redirects_in_a_circle_or_without_end_are_told() throws Exception {
    Sample circle = Sample.random(9, 500).on(server);
    server.on(circle.bodyPath(), CacheServer.redirect(302, "/main/a"));
    server.on("/main/a", CacheServer.redirect(302, circle.bodyPath()));
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), circle));
    assertThat(Trial.body(evidence).hops().getLast().attempt().detail()).contains("in a circle");
    assertThat(Trial.verdict(evidence)).isEqualTo("Undecided[nar-unclear]");

    Sample endless = Sample.random(10, 500).on(server);
    server.on(endless.bodyPath(), CacheServer.redirect(302, "/main/0"));
    for (int i = 0; i < 30; i++) {
      server.on("/main/" + i, CacheServer.redirect(302, "/main/" + (i + 1)));
    }
    evidence = Trial.one(Trial.options(server.cache(), endless));
    assertThat(Trial.body(evidence).hops()).hasSize(11);
    assertThat(Trial.body(evidence).hops().getLast().attempt().detail()).contains("more than 10");
    assertThat(Trial.verdict(evidence)).isEqualTo("Undecided[nar-unclear]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "", "http://user:word@127.0.0.1/x", "http://a b/"})
  void a_redirect_to_nothing_that_can_be_asked_is_not_followed(String location) throws Exception {
    Sample sample = Sample.random(11, 500).on(server);
    server.on(sample.bodyPath(), CacheServer.redirect(302, location));
    NarEvidence evidence = Trial.one(Trial.options(server.cache(), sample));
    assertThat(Trial.body(evidence).hops().getLast().attempt().outcome()).isEqualTo(Outcome.OTHER);
    assertThat(Trial.verdict(evidence)).isEqualTo("Undecided[nar-unclear]");
    assertThat(Records.text(evidence)).doesNotContain("user:word");
  }

  @Test
  void signatures_are_held_against_the_trusted_keys() throws Exception {
    Sample.Keys keys = Sample.Keys.make();
    Sample.Keys others = Sample.Keys.make();
    Sample sample = Sample.random(12, 500).compressed("zstd");
    sample.references.add(sample.base());
    sample.references.add(Sample.random(13, 1).base());
    String good = "Sig: " + keys.sign(sample.fingerprint()) + "\n";
    String wrong = "Sig: " + keys.sign(sample.fingerprint() + "x") + "\n";
    String stranger = "Sig: cache.example.org-1:" + keys.sign("x").substring(5) + "\n";

    assertThat(signed(sample, keys, good)).isEqualTo("Proven[nar-intact][VALID]");
    assertThat(signed(sample, keys, stranger + good))
        .isEqualTo("Proven[nar-intact][UNKNOWN_KEY, VALID]");
    assertThat(signed(sample, keys, wrong)).isEqualTo("Refuted[signature-invalid][INVALID]");
    assertThat(signed(sample, others, good)).isEqualTo("Refuted[signature-invalid][INVALID]");
    assertThat(signed(sample, keys, stranger)).isEqualTo("Refuted[signature-missing][UNKNOWN_KEY]");
    assertThat(signed(sample, keys, "Sig: main\nSig: main:AAAA\nSig: main:!\n"))
        .isEqualTo("Refuted[signature-missing][MALFORMED, MALFORMED, MALFORMED]");
    assertThat(signed(sample, keys, "")).isEqualTo("Refuted[signature-missing][]");
    assertThat(signed(sample, keys, "CA: fixed:r:sha256:abc\n"))
        .isEqualTo("Undecided[signature-not-needed][]");
  }

  private String signed(Sample sample, Sample.Keys keys, String more) throws Exception {
    sample.on(server, more);
    NarOptions options =
        NarOptions.of(server.cache(), List.of(sample.hash), List.of(keys.text()))
            .withTimes(Trial.TIMES);
    NarEvidence evidence = Trial.one(options);
    return Trial.verdict(evidence)
        + evidence.signatures().stream().map(NarEvidence.Signature::check).toList();
  }
}
