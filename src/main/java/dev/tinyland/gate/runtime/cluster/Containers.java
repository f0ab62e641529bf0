package dev.tinyland.gate.runtime.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the specification of a pod says of its containers and volumes. */
final class Containers {
  /** They carry configuration, never data. */
  private static final Set<String> CONFIGURATION =
      Set.of("configMap", "secret", "projected", "downwardAPI", "image");

  private Containers() {}

  /** Each image once; those of containers that only run first are left out. */
  static List<String> images(Tree specification) {
    List<String> images = new ArrayList<>();
    for (Tree container : specification.items("containers")) {
      String image = container.text("image");
      if (image != null && !images.contains(image)) {
        images.add(image);
      }
    }
    return images;
  }

  /** The names of the claims that are mounted. */
  static List<String> claims(Tree specification) {
    List<String> claims = new ArrayList<>();
    for (Tree volume : specification.items("volumes")) {
      String claim = volume.text("persistentVolumeClaim", "claimName");
      if (claim != null && !claims.contains(claim)) {
        claims.add(claim);
      }
    }
    return claims;
  }

  /** The kinds of the volumes that hold something and are no claims, each once. */
  static List<String> volumes(Tree specification) {
    List<String> kinds = new ArrayList<>();
    for (Tree volume : specification.items("volumes")) {
      for (Map.Entry<?, ?> entry : volume.map().entrySet()) {
        String kind = Tree.shown(String.valueOf(entry.getKey()));
        boolean holds = !kind.equals("name") && !kind.equals("persistentVolumeClaim");
        if (holds && !CONFIGURATION.contains(kind) && !kinds.contains(kind)) {
          kinds.add(kind);
        }
      }
    }
    return kinds;
  }
}
