package dev.tinyland.gate.runtime.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rights that a manifest grants, and the right that a request takes. */
final class Roles {
  private Roles() {}

  /** One thing that a role allows; the namespace is empty for the whole cluster. */
  record Right(String namespace, String group, String resource, String verb) {}

  static List<Tree> documents(Path file) throws IOException {
    List<Tree> documents = new ArrayList<>();
    for (Object document :
        new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
      documents.add(Tree.of(document));
    }
    return documents;
  }

  static Set<Right> rights(Path file) throws IOException {
    Set<Right> rights = new HashSet<>();
    for (Tree role : documents(file)) {
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

  static Right right(String path) {
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
