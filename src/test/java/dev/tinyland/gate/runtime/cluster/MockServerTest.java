package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects as fabric8's own types write them, served by a server that is not ours. */
class MockServerTest {
  @TempDir private Path folder;

  @Test
  void what_the_library_stored_is_what_is_seen() {
    Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
    KubernetesMockServer server =
        new KubernetesMockServer(
            new Context(),
            new MockWebServer(),
            responses,
            new KubernetesMixedDispatcher(responses),
            false);
    server.init();
    try (KubernetesClient client = server.createClient()) {
      client
          .resource(
              new DeploymentBuilder()
                  .withNewMetadata()
                  .withName("attic-rustfs-openebs")
                  .withNamespace("nix-cache")
                  .endMetadata()
                  .withNewSpec()
                  .withReplicas(3)
                  .withNewSelector()
                  .addToMatchLabels("app", "rustfs")
                  .endSelector()
                  .endSpec()
                  .withNewStatus()
                  .withReadyReplicas(2)
                  .endStatus()
                  .build())
          .create();

      try (ClusterCollector collector =
          Clusters.collector(folder, server.url("/").replaceFirst("/$", ""))) {
        ClusterEvidence evidence = collector.collect();
        Deployment deployment = Objects.requireNonNull(evidence.deployment().value());

        assertThat(deployment.replicas()).isEqualTo(3);
        assertThat(deployment.ready()).isEqualTo(2);
        assertThat(deployment.selector()).isEqualTo("app=rustfs");
        assertThat(evidence.claim().access()).isNotEqualTo(Access.SEEN);
      }
    } finally {
      server.destroy();
    }
  }
}
