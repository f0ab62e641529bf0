package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.cluster.Roles.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role that is shipped allows what is asked, and no writing. */
class ReaderRoleTest {
  private static final Path FILE = Path.of("docs/rbac/gate-reader.yaml");

  @TempDir private Path folder;

  private static Set<Right> rights() throws IOException {
    return Roles.rights(FILE);
  }

  @Test
  void nothing_can_be_written_but_a_command_in_a_pod_be_started() throws IOException {
    assertThat(rights()).hasSizeGreaterThan(15);
    assertThat(rights())
        .filteredOn(right -> !Set.of("get", "list").contains(right.verb()))
        .containsExactly(new Right("nix-cache", "", "pods/exec", "create"));
    assertThat(rights())
        .noneMatch(right -> right.resource().contains("*") || right.group().contains("*"))
        .noneMatch(right -> right.resource().equals("secrets"));
  }

  @Test
  void every_role_is_bound_to_the_account() throws IOException {
    Set<String> roles = new TreeSet<>();
    Set<String> bound = new TreeSet<>();
    for (Tree document : Roles.documents(FILE)) {
      String kind = document.required("kind");
      String namespace = document.text("metadata", "namespace") + " ";
      if (kind.equals("Role") || kind.equals("ClusterRole")) {
        roles.add(namespace + kind + " " + document.required("metadata", "name"));
      } else if (kind.endsWith("Binding")) {
        bound.add(
            namespace
                + document.required("roleRef", "kind")
                + " "
                + document.required("roleRef", "name"));
        assertThat(document.items("subjects"))
            .containsExactly(
                Tree.of(
                    Map.of(
                        "kind", "ServiceAccount",
                        "name", "gate-reader",
                        "namespace", "nix-cache")));
      }
    }
    assertThat(bound).isEqualTo(roles).hasSize(4);
  }

  @Test
  void what_is_asked_is_allowed_and_what_is_allowed_is_asked() throws IOException {
    Set<Right> used = new HashSet<>();
    try (ApiServer server = Bodies.healthy(ApiServer.plain());
        ClusterCollector collector = Clusters.collector(folder, server.url())) {
      collector.collect();
      collector.disk(List.of("tofu-state"));
      collector.version();
      collector.logs(Duration.ofMinutes(1), false);
      collector.programs();
      server.on(JobsTest.JOBS, Cargo.list("Job")).on(JobsTest.CRON_JOBS, Cargo.list("CronJob"));
      collector.jobs();
      server.on(Bodies.SLICES, ApiServer.Answer.json(200, Bodies.list("EndpointSlice")));
      collector.collect();
      server.paths().forEach(path -> used.add(Roles.right(path)));
    }

    assertThat(rights()).containsAll(used);
    assertThat(used.stream().map(right -> right.namespace() + "/" + right.resource()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            rights().stream()
                .map(right -> right.namespace() + "/" + right.resource())
                .distinct()
                .toList());
  }
}
