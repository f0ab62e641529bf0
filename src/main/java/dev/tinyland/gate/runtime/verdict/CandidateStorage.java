package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Volume;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the claims of some pods lie on more than one node. */
final class CandidateStorage {
  private final InventoryJoin join;
  private final Set<String> names = new TreeSet<>();
  private final Set<String> inline = new TreeSet<>();

  /** Nodes that hold the only copy of some claim. */
  private final Set<String> nodes = new TreeSet<>();

  private int unnamed;
  private int copied;
  private int unbound;
  private int unknown;

  CandidateStorage(InventoryJoin join) {
    this.join = join;
  }

  void add(Pod pod) {
    for (String claim : pod.claims()) {
      names.add(pod.namespace() + "/" + claim);
    }
    for (String volume : pod.volumes()) {
      if (!volume.equals("emptyDir") && !volume.equals("ephemeral")) {
        inline.add(volume);
      }
    }
  }

  /** Whether there is neither a claim nor anything else that could hold data. */
  boolean isEmpty() {
    return names.isEmpty() && inline.isEmpty();
  }

  /**
   * Adds what it found to one of the lists.
   *
   * @param elsewhere whether the data may be kept where no claim tells of it
   */
  void judge(boolean elsewhere, List<String> has, List<String> lacks, List<String> unseen) {
    for (String name : names) {
      place(name);
    }
    if (names.isEmpty()) {
      if (!inline.isEmpty()) {
        unseen.add("whether its data is in " + String.join(", ", inline));
      } else if (elsewhere) {
        unseen.add("where its data is");
      } else {
        lacks.add("a claim of storage");
      }
      return;
    }
    int bound = names.size() - unbound;
    if (bound == 0) {
      lacks.add("a claim that is bound");
    } else if (nodes.size() >= Requirements.INDEPENDENT) {
      has.add("claims on " + Requirements.names(nodes));
    } else if (unknown == 0 && copied == bound) {
      has.add("claims with copies on several nodes");
    } else if (unknown == 0 && nodes.size() + unnamed == 1) {
      lacks.add("storage that is not one node's" + where());
    } else {
      unseen.add("on which nodes its storage is");
    }
  }

  private String where() {
    return nodes.isEmpty() ? "" : ": it is on " + Requirements.names(nodes);
  }

  private void place(String name) {
    Map<String, Claim> claims = join.claims();
    Claim claim = claims == null ? null : claims.get(name);
    if (claim == null) {
      unknown++;
      return;
    }
    if (!claim.phase().equals("Bound")) {
      unbound++;
      return;
    }
    Volume volume = volume(claim);
    StorageKind kind = kind(claim, volume);
    if (kind == StorageKind.COPIES) {
      copied++;
    } else if (volume != null && volume.nodes().size() == 1) {
      nodes.add(volume.nodes().getFirst());
    } else if (kind.isOfOneNode()) {
      unnamed++;
    } else {
      unknown++;
    }
  }

  private @Nullable Volume volume(Claim claim) {
    Map<String, Volume> volumes = join.volumes();
    return volumes == null || claim.volume() == null ? null : volumes.get(claim.volume());
  }

  /** The class says how many copies there are; without it the driver of the volume has to do. */
  private StorageKind kind(Claim claim, @Nullable Volume volume) {
    Map<String, StorageClass> classes = join.storageClasses();
    StorageClass storage =
        classes == null || claim.storageClass() == null ? null : classes.get(claim.storageClass());
    if (storage != null) {
      return StorageKind.of(storage);
    }
    StorageKind driver =
        volume == null ? StorageKind.UNKNOWN : StorageKind.ofDriver(volume.driver());
    return driver == StorageKind.COPIES ? StorageKind.UNKNOWN : driver;
  }
}
