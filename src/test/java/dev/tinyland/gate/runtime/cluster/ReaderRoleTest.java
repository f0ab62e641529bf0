package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The role that is shipped allows what is asked, and no writing. */
class ReaderRoleTest {
  private static final Path FILE = Path.of("docs/rbac/gate-reader.yaml");

  @TempDir private Path folder;

  /** One thing that a role allows. */
  private record Right(String namespace, String group, String resource, String verb) {}

  private static List<Tree> documents() throws IOException {
    List<Tree> documents = new ArrayList<>();
    for (Object document :
        new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(FILE))) {
      documents.add(Tree.of(document));
    }
    return documents;
  }

  private static Set<Right> rights() throws IOException {
    Set<Right> rights = new HashSet<>();
    for (Tree role : documents()) {
      String namespace = role.text("metadata", "namespace");
      for (Tree rule : role.items("rules")) {
        for (String group : rule.texts("apiGroups")) {
          for (String resource : rule.texts("resources")) {
            for (String verb : rule.texts("verbs")) {
              rights.add(new Right(namespace == null ? "" : namespace, group, resource, verb));
            }
          }
        }
      }
    }
    return rights;
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
    for (Tree document : documents()) {
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
      server.on(Bodies.SLICES, ApiServer.Answer.json(200, Bodies.list("EndpointSlice")));
      collector.collect();
      server.paths().forEach(path -> used.add(right(path)));
    }

    assertThat(rights()).containsAll(used);
    assertThat(used.stream().map(right -> right.namespace() + "/" + right.resource()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            rights().stream()
                .map(right -> right.namespace() + "/" + right.resource())
                .distinct()
                .toList());
  }

  private static Right right(String path) {
    List<String> parts = new ArrayList<>(List.of(path.substring(1).split("/")));
    String group = parts.removeFirst().equals("api") ? "" : parts.removeFirst();
    parts.removeFirst();
    String namespace = "";
    if (parts.getFirst().equals("namespaces")) {
      parts.removeFirst();
      namespace = parts.removeFirst();
    }
    String resource = parts.removeFirst();
    String verb = parts.isEmpty() ? "list" : "get";
    if (parts.size() == 2) {
      resource += "/" + parts.getLast();
    }
    return new Right(namespace, group, resource, verb);
  }
}
