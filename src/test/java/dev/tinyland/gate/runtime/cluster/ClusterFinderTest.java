package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.cluster.Certificates.Pair;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to a cluster, over TLS as a cluster speaks it, and the ways that are none. */
class ClusterFinderTest {
  @TempDir private static Path shared;
  private static Pair authority;
  private static Pair other;
  private static Pair person;
  private static Pair curve;

  @TempDir private Path folder;

  @BeforeAll
  static void certificates() throws IOException, InterruptedException, GeneralSecurityException {
    authority = Certificates.make(shared, "server", "RSA");
    other = Certificates.make(shared, "other", "EC");
    person = Certificates.make(shared, "person", "RSA");
    curve = Certificates.make(shared, "curve", "EC");
  }

  private static ApiServer server(boolean asks) throws IOException, GeneralSecurityException {
    return Bodies.healthy(ApiServer.secure(Certificates.server(authority, person, curve), asks));
  }

  private String trusting(ApiServer server, Pair pair) throws GeneralSecurityException {
    return "server: "
        + server.url()
        + "\ncertificate-authority-data: "
        + Certificates.base64(pair.certificatePem());
  }

  private static ClusterEvidence collect(Path kubeconfig) {
    try (ClusterCollector collector = Clusters.collector(kubeconfig, ClusterSettings.defaults())) {
      return collector.collect();
    }
  }

  private ClusterEvidence found(Map<String, String> environment) {
    ClusterFinder.Found found =
        ClusterFinder.find(ClusterSettings.defaults(), environment, folder.resolve("account"));
    Redaction redaction = new Redaction(List.of());
    try (ClusterCollector collector =
        new ClusterCollector(
            ClusterFinder.cluster(found, ClusterSettings.defaults(), redaction),
            ClusterSettings.defaults(),
            redaction,
            Clock.systemUTC())) {
      return collector.collect();
    }
  }

  @Test
  void a_token_in_the_file_and_a_token_in_a_file_of_its_own()
      throws IOException, GeneralSecurityException {
    try (ApiServer server = server(false)) {
      Path config =
          Clusters.kubeconfig(folder, trusting(server, authority), "token: " + Clusters.TOKEN);
      assertThat(collect(config).reachable()).isEqualTo(Access.SEEN);
      Files.writeString(folder.resolve("secret"), "from-a-file\n");
      config =
          Clusters.kubeconfig(folder, trusting(server, authority), "tokenFile: secret\ntoken: old");
      assertThat(collect(config).deployment().access()).isEqualTo(Access.SEEN);

      assertThat(server.asked().getFirst().header("authorization"))
          .isEqualTo("Bearer " + Clusters.TOKEN);
      assertThat(server.asked().getLast().header("authorization")).isEqualTo("Bearer from-a-file");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void a_client_certificate_as_data_and_as_files(String algorithm)
      throws IOException, GeneralSecurityException {
    Pair pair = algorithm.equals("RSA") ? person : curve;
    Files.writeString(folder.resolve("me.crt"), pair.certificatePem());
    Files.writeString(folder.resolve("me.key"), pair.keyPem());
    try (ApiServer server = server(true)) {
      Path data =
          Clusters.kubeconfig(
              folder,
              trusting(server, authority),
              "client-certificate-data: "
                  + Certificates.base64(pair.certificatePem())
                  + "\nclient-key-data: "
                  + Certificates.base64(pair.keyPem()));
      assertThat(collect(data).deployment().access()).isEqualTo(Access.SEEN);
      Path files =
          Clusters.kubeconfig(
              folder,
              trusting(server, authority),
              "client-certificate: me.crt\nclient-key: me.key");
      assertThat(collect(files).deployment().access()).isEqualTo(Access.SEEN);
      Files.writeString(folder.resolve("me.key"), Certificates.olderKeyPem(pair.key()));
      assertThat(collect(files).deployment().access()).isEqualTo(Access.SEEN);
      assertThat(server.asked().getFirst().header("authorization")).isEmpty();
    }
  }

  @Test
  void a_name_and_a_password() throws IOException {
    try (ApiServer server = Bodies.healthy(ApiServer.plain())) {
      collect(
          Clusters.kubeconfig(folder, "server: " + server.url() + "/", "username: a\npassword: b"));

      assertThat(server.asked().getFirst().header("authorization")).isEqualTo("Basic YTpi");
    }
  }

  @Test
  void a_server_that_another_authority_vouches_for() throws IOException, GeneralSecurityException {
    try (ApiServer server = server(false)) {
      ClusterEvidence evidence =
          collect(Clusters.kubeconfig(folder, trusting(server, other), "token: t"));

      assertThat(evidence.reachable()).isEqualTo(Access.UNREACHABLE);
      assertThat(evidence.deployment().detail()).startsWith("TLS: ");
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void a_server_that_wants_a_certificate_and_gets_none()
      throws IOException, GeneralSecurityException {
    try (ApiServer server = server(true)) {
      ClusterEvidence evidence =
          collect(Clusters.kubeconfig(folder, trusting(server, authority), "token: t"));

      assertThat(evidence.reachable()).isEqualTo(Access.UNREACHABLE);
    }
  }

  @Test
  void a_server_whose_certificate_is_not_checked_is_said_to_be_one()
      throws IOException, GeneralSecurityException {
    try (ApiServer server = server(false)) {
      ClusterEvidence evidence =
          collect(
              Clusters.kubeconfig(
                  folder,
                  "server: " + server.url() + "\ninsecure-skip-tls-verify: true",
                  "token: t"));

      assertThat(evidence.reachable()).isEqualTo(Access.SEEN);
      assertThat(evidence.context())
          .isEqualTo("kubeconfig, its server's certificate is not checked");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exec: {apiVersion: v1, command: touch, args: [started]} | and gate starts none
          auth-provider: {name: oidc, config: {id-token: x}}      | auth-provider
          as: admin                                               | act as somebody else
          tokenFile: nowhere                                      | a token that cannot be read
          """)
  void users_that_are_refused(String user, String reason) {
    ClusterEvidence evidence =
        collect(Clusters.kubeconfig(folder, "server: http://127.0.0.1:1", user));

    assertThat(evidence.reachable()).isEqualTo(Access.NO_CLUSTER);
    assertThat(evidence.context()).contains(reason);
    assertThat(Path.of("started")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tls-server-name: other        | another server name
          proxy-url: socks5://h:1       | none of HTTP
          certificate-authority-data: Z | an authority that cannot be used
          certificate-authority: none   | an authority that cannot be used
          """)
  void servers_that_are_refused(String more, String reason) {
    ClusterEvidence evidence =
        collect(Clusters.kubeconfig(folder, "server: https://127.0.0.1:1\n" + more, "token: t"));

    assertThat(evidence.reachable()).isEqualTo(Access.NO_CLUSTER);
    assertThat(evidence.context()).contains(reason);
  }

  @Test
  void files_that_are_no_kubeconfig_are_not_quoted() throws IOException {
    Path file = folder.resolve("config");
    for (String text :
        List.of("hunter2: [", "hunter2", "", "current-context: hunter3\n", "- hunter2\n")) {
      Files.writeString(file, text);

      ClusterEvidence evidence = collect(file);

      assertThat(evidence.reachable()).as(text).isEqualTo(Access.NO_CLUSTER);
      assertThat(evidence.context()).doesNotContain("hunter2");
    }
  }

  @Test
  void no_cluster_at_all() {
    ClusterEvidence evidence = found(Map.of("HOME", folder.toString()));

    assertThat(evidence.reachable()).isEqualTo(Access.NO_CLUSTER);
    assertThat(evidence.nodes().access()).isEqualTo(Access.NO_CLUSTER);
    assertThat(evidence.context())
        .isEqualTo("no kubeconfig, and no credentials of a pod in a cluster");
  }

  @Test
  void a_file_that_is_named_and_missing_ends_the_search() throws IOException {
    usual("server: http://127.0.0.1:1");

    assertThat(collect(folder.resolve("missing")).context()).contains("does not exist");
    assertThat(
            found(
                    Map.of(
                        "KUBECONFIG",
                        folder.resolve("missing").toString(),
                        "HOME",
                        folder.toString()))
                .context())
        .contains("does not exist");
  }

  @Test
  void the_usual_file_and_one_of_the_listed_that_exists() throws IOException {
    try (ApiServer server = Bodies.healthy(ApiServer.plain())) {
      Path file = usual("server: " + server.url());
      assertThat(found(Map.of("HOME", folder.toString())).reachable()).isEqualTo(Access.SEEN);

      String listed = folder.resolve("missing") + java.io.File.pathSeparator + file;
      assertThat(found(Map.of("KUBECONFIG", listed)).reachable()).isEqualTo(Access.SEEN);
      assertThat(found(Map.of("KUBECONFIG", file + java.io.File.pathSeparator + file)).context())
          .contains("several files");
    }
  }

  private Path usual(String cluster) throws IOException {
    Path home = Files.createDirectories(folder.resolve(".kube"));
    return Clusters.kubeconfig(home, cluster, "token: t");
  }

  @Test
  void the_service_account_of_a_pod() throws IOException, GeneralSecurityException {
    Path account = Files.createDirectories(folder.resolve("account"));
    try (ApiServer server = server(false)) {
      Map<String, String> environment =
          Map.of(
              "KUBERNETES_SERVICE_HOST",
              "127.0.0.1",
              "KUBERNETES_SERVICE_PORT",
              String.valueOf(server.port()));
      assertThat(found(environment).context()).contains("without a readable token");
      Files.writeString(account.resolve("token"), "pod-token\n");
      assertThat(found(environment).context()).contains("without the certificate");
      Files.writeString(account.resolve("ca.crt"), authority.certificatePem());

      ClusterEvidence evidence = found(environment);

      assertThat(evidence.reachable()).isEqualTo(Access.SEEN);
      assertThat(evidence.context()).isEqualTo("in-cluster");
      assertThat(server.asked().getFirst().header("authorization")).isEqualTo("Bearer pod-token");
    }
  }

  @Test
  void commands_in_pods_go_over_tls_too() throws IOException, GeneralSecurityException {
    try (ApiServer server = server(false);
        ClusterCollector collector =
            Clusters.collector(
                Clusters.kubeconfig(folder, trusting(server, authority), "token: t"),
                ClusterSettings.defaults()
                    .withTimes(Duration.ofSeconds(20), Duration.ofMinutes(2)))) {
      assertThat(collector.disk(List.of("tofu-state")).available()).isTrue();
    }
  }
}
