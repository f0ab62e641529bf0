package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes of volumes and storage classes, of any provisioner. */
final class Volumes {
  /** What a specification has besides the kind of its volume. */
  private static final Set<String> COMMON =
      Set.of(
          "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeAttributesClassName",
          "volumeMode");

  /** How provisioners call the number of copies: Longhorn, Mayastor, LINSTOR in two spellings. */
  private static final List<String> COPIES =
      List.of("numberOfReplicas", "repl", "autoPlace", "linstor.csi.linbit.com/autoPlace");

  private static final List<String> POOLS =
      List.of("poolname", "pool", "volgroup", "storagePool", "linstor.csi.linbit.com/storagePool");

  private Volumes() {}

  static StorageClass storageClass(Tree tree) {
    return new StorageClass(
        tree.required("metadata", "name"),
        tree.required("provisioner"),
        copies(tree),
        first(tree, POOLS),
        tree.text("reclaimPolicy"));
  }

  private static @Nullable Integer copies(Tree tree) {
    String text = first(tree, COPIES);
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable String first(Tree tree, List<String> names) {
    for (String name : names) {
      String text = tree.text("parameters", name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  static Volume volume(Tree tree) {
    String driver = tree.text("spec", "csi", "driver");
    return new Volume(
        tree.required("metadata", "name"),
        tree.text("spec", "storageClassName"),
        driver == null ? kind(tree.at("spec")) : driver,
        nodes(tree));
  }

  private static String kind(Tree specification) {
    for (Object key : specification.map().keySet()) {
      String kind = Tree.shown(String.valueOf(key));
      if (!COMMON.contains(kind)) {
        return kind;
      }
    }
    return "unknown";
  }

  /** Only of terms about nodes: a zone or a rack is no node. */
  private static List<String> nodes(Tree volume) {
    List<String> nodes = new ArrayList<>();
    for (Tree term : volume.items("spec", "nodeAffinity", "required", "nodeSelectorTerms")) {
      for (String list : List.of("matchExpressions", "matchFields")) {
        for (Tree expression : term.items(list)) {
          addNodes(expression, nodes);
        }
      }
    }
    return nodes;
  }

  private static void addNodes(Tree expression, List<String> nodes) {
    String key = expression.text("key");
    if (key == null || !isNode(key) || !"In".equals(expression.text("operator"))) {
      return;
    }
    for (String name : expression.texts("values")) {
      if (!nodes.contains(name)) {
        nodes.add(name);
      }
    }
  }

  private static boolean isNode(String key) {
    String last = key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return switch (last) {
      case "hostname", "node", "nodename", "nodeid", "metadata.name" -> true;
      default -> false;
    };
  }
}
