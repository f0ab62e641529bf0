package dev.tinyland.gate.runtime.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSignatureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_SUCH_BUCKET | divergence | <Error><Code>NoSuchBucket</Code>",
        "NO_SUCH_BUCKET | divergence | push failed:\\nNoSuchBucket: The specified bucket",
        "HEALTH_IS_FAULTY | divergence | local disk /data health is faulty, returning error",
        "FAULTY_DISK | divergence | list_volumes err: FaultyDisk",
        "WRITE_QUORUM | divergence | put_object ErasureWriteQuorum",
        "READ_QUORUM | divergence | Error { kind: ErasureReadQuorum }",
        "READ_RESOURCES | divergence | Storage resources are insufficient for the read operation: b/",
        "WRITE_RESOURCES | divergence | storage resources are insufficient for the write operation",
        "DISK_TIMED_OUT | divergence | Local disk operation timed out after 5s",
        "HEALTH_CHECK_FAILED | divergence | health check: failed, disk is considered faulty",
        "INVALID_ACCESS_KEY | credentials | code=InvalidAccessKeyId",
        "SIGNATURE_DIFFERS | credentials | SignatureDoesNotMatch: the request",
        "ACCESS_DENIED | credentials | S3 error: AccessDenied",
        "EXPIRED_TOKEN | credentials | \"Code\":\"ExpiredToken\"",
        "INVALID_TOKEN | credentials | (InvalidToken)",
        "TIME_SKEWED | credentials | RequestTimeTooSkewed",
        "UNAUTHORIZED | credentials | Error: Unauthorized: Unauthorized.",
        "STATUS_401 | credentials | \"PUT /x HTTP/1.1\" 401 0",
        "STATUS_401 | credentials | \"status\":401,",
        "STATUS_401 | credentials | StatusCode=401",
        "STATUS_401 | credentials | got HTTP 401 from the cache",
        "REFUSED | transport | dial tcp 10.0.0.1:9000: connect: connection refused",
        "REFUSED | transport | tcp connect error: Connection refused (os error 111)",
        "NO_SUCH_HOST | transport | lookup rustfs on 10.0.0.1:53: no such host",
        "IO_TIMEOUT | transport | read tcp: i/o timeout",
        "DEADLINE | transport | context deadline exceeded (Client.Timeout exceeded)",
        "HANDSHAKE_TIMEOUT | transport | net/http: TLS handshake timeout",
        "HANDSHAKE_ERROR | transport | http: TLS handshake error from 10.0.0.1",
        "HANDSHAKE_EOF | transport | error trying to connect: tls handshake eof",
        "NO_HANDSHAKE | transport | first record does not look like a TLS handshake",
        "TLS_REFUSED | transport | remote error: tls: bad certificate",
        "TLS_UNVERIFIED | transport | tls: failed to verify certificate",
        "CERTIFICATE_UNKNOWN | transport | x509: certificate signed by unknown authority",
        "CERTIFICATE_REFUSED | transport | SSL: certificate verify failed",
        "CERTIFICATE_INVALID | transport | invalid peer certificate: UnknownIssuer",
        "STATE_LOCK | lock | Error: Error acquiring the state lock",
        "PRECONDITION_FAILED | lock | api error PreconditionFailed: At least one",
      })
  void is_found(LogSignature signature, String kind, String line) {
    assertThat(LogSignature.find(line)).contains(signature);
    assertThat(signature.kind().word()).isEqualTo(kind);
    assertThat(signature.at(line)).isNotNegative();
  }

  /** The table above has to grow with the enum. */
  @ParameterizedTest
  @EnumSource(LogSignature.class)
  void the_token_alone_is_found_unless_it_is_a_number(LogSignature signature) {
    boolean status = signature == LogSignature.STATUS_401;
    assertThat(LogSignature.find("x " + signature.token() + " y").contains(signature))
        .isEqualTo(!status);
    assertThat(LogSignature.find("x" + signature.token())).doesNotContain(signature);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /attic?policy NoSuchBucketPolicy",
        "NoSuchBucket_total 3",
        "MyNoSuchBucket",
        "nosuchbucket",
        "took 401 ms",
        "2026-05-19T08:30:00.401Z ok",
        "wrote 401 objects",
        "10.0.0.1:401",
        "status: 4010",
        "tls: false",
        "rustls: session resumed",
        "TLS enabled",
        "unauthorized as a word of prose",
        "AccessDeniedHandler registered",
      })
  void is_not_found(String line) {
    assertThat(LogSignature.find(line)).isEmpty();
  }

  @Test
  void what_a_probe_of_ours_provokes_is_left_out() {
    assertThat(LogSignature.find("NoSuchBucket: gf-rca-20260507005853-918208ce")).isEmpty();
    assertThat(LogSignature.find("FaultyDisk, NoSuchBucket: gf-rca-20260507005853-918208ce"))
        .containsExactly(LogSignature.FAULTY_DISK);
    assertThat(
            LogSignature.find(
                "PreconditionFailed tofu-state/.gloriousflywheel/state-authority-probe/1"))
        .isEmpty();
    assertThat(LogSignature.find("PreconditionFailed tofu-state/attic/terraform.tfstate.tflock"))
        .containsExactly(LogSignature.PRECONDITION_FAILED);
  }

  @Test
  void a_line_can_hold_several() {
    assertThat(LogSignature.find("AccessDenied after connection refused, then NoSuchBucket"))
        .containsExactly(
            LogSignature.NO_SUCH_BUCKET, LogSignature.ACCESS_DENIED, LogSignature.REFUSED);
  }

  @Test
  void tokens_are_written_once() {
    Set<String> tokens = new HashSet<>();
    for (LogSignature signature : LogSignature.values()) {
      assertThat(tokens.add(signature.token())).as(signature.token()).isTrue();
    }
  }
}
