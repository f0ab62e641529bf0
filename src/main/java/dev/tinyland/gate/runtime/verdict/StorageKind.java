package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;

/** Where a provisioner keeps the data of a volume. A new provisioner is a new word in a line. */
enum StorageKind {
  /** A folder of a node. */
  PATH(
      EvidenceClass.LOCAL_STORAGE,
      "rancher.io/local-path kubernetes.io/no-provisioner openebs.io/local hostPath local"),
  /** A volume of a pool of a node. */
  POOL(
      EvidenceClass.NODE_VOLUMES,
      "zfs.csi.openebs.io local.csi.openebs.io topolvm.io topolvm.cybozu.com directpv-min-io"),
  /** Copies on several nodes, unless the storage class asks for one. */
  COPIES(
      EvidenceClass.REPLICATED_STORAGE,
      "driver.longhorn.io io.openebs.csi-mayastor linstor.csi.linbit.com rbd.csi.ceph.com cephfs.csi.ceph.com"),
  UNKNOWN(EvidenceClass.OTHER_STORAGE, "");

  private final EvidenceClass kind;
  private final String drivers;

  StorageKind(EvidenceClass kind, String drivers) {
    this.kind = kind;
    this.drivers = drivers;
  }

  /** What a class of it is classified as. */
  EvidenceClass kind() {
    return kind;
  }

  boolean isOfOneNode() {
    return this == PATH || this == POOL;
  }

  /** Operators of Ceph put the name of their namespace before the name of the driver. */
  static StorageKind ofDriver(String driver) {
    for (StorageKind kind : values()) {
      for (String known : kind.drivers.split(" ")) {
        if (driver.equals(known) || (kind == COPIES && driver.endsWith("." + known))) {
          return kind;
        }
      }
    }
    return isPath(driver) ? PATH : UNKNOWN;
  }

  /** These provisioners are installed under names of their own, for example one for each node. */
  private static boolean isPath(String driver) {
    return driver.contains("local-path") || driver.contains("hostpath");
  }

  /** Of a provisioner that can keep copies, the class says how many. */
  static StorageKind of(StorageClass storage) {
    StorageKind kind = ofDriver(storage.provisioner());
    Integer copies = storage.copies();
    if (kind != COPIES) {
      return kind;
    }
    if (copies == null) {
      return keepsOneUnlessAsked(storage) ? POOL : COPIES;
    }
    return copies < 2 ? POOL : COPIES;
  }

  /** Mayastor and LINSTOR keep one copy unless more are asked for. */
  private static boolean keepsOneUnlessAsked(StorageClass storage) {
    return storage.provisioner().equals("io.openebs.csi-mayastor")
        || storage.provisioner().equals("linstor.csi.linbit.com");
  }
}
