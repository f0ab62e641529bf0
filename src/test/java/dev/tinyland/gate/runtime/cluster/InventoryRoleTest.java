package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.cluster.Roles.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role for the inventory allows exactly what the inventory asks for. */
class InventoryRoleTest {
  private static final Path FILE = Path.of("docs/rbac/gate-inventory.yaml");

  @TempDir private Path folder;

  @Test
  void what_is_asked_is_allowed_and_nothing_more_is() throws IOException {
    Set<Right> used = new HashSet<>();
    try (ApiServer server = Cargo.loaded(ApiServer.plain());
        ClusterCollector collector = Clusters.collector(folder, server.url())) {
      collector.inventory();
      server.paths().forEach(path -> used.add(Roles.right(path)));
    }

    assertThat(Roles.rights(FILE)).isEqualTo(used).hasSize(9);
  }

  @Test
  void it_lists_in_the_whole_cluster_and_does_nothing_else() throws IOException {
    assertThat(Roles.rights(FILE))
        .allSatisfy(right -> {
          assertThat(right.verb()).isEqualTo("list");
          assertThat(right.namespace()).isEmpty();
        });
  }

  @Test
  void one_role_bound_to_the_account_of_the_reader() throws IOException {
    List<Tree> documents = Roles.documents(FILE);

    assertThat(documents)
        .extracting(document -> document.required("kind"))
        .containsExactly("ClusterRole", "ClusterRoleBinding");
    Tree binding = documents.getLast();
    assertThat(binding.text("roleRef", "kind")).isEqualTo("ClusterRole");
    assertThat(binding.text("roleRef", "name"))
        .isEqualTo(documents.getFirst().text("metadata", "name"));
    assertThat(binding.items("subjects"))
        .containsExactly(
            Tree.of(
                Map.of("kind", "ServiceAccount", "name", "gate-reader", "namespace", "nix-cache")));
  }
}
