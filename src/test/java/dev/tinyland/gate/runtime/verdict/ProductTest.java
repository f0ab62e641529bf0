package dev.tinyland.gate.runtime.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of products and of storage. */
class ProductTest {
  @ParameterizedTest
  @CsvSource({
    "state, ghcr.io/tinyland-inc/rustfs@sha256:3c2d, RUSTFS",
    "state, registry:5000/rustfs/rustfs:1.0.0-beta.1@sha256:3c2d, RUSTFS",
    "minio, quay.io/minio/aistor/minio:RELEASE, MINIO",
    "tenant-pool-0, quay.io/MinIO/MinIO, MINIO",
    "minio-staging, registry/own:1, MINIO",
    "master, chrislusf/seaweedfs:3.80, SEAWEEDFS",
    "tcfs-server, registry/own, SEAWEEDFS",
    "rook-ceph-rgw-state-a, quay.io/ceph/ceph:v19, CEPH",
    "garage, dxflrs/garage:v1, GARAGE",
    "s3-gateway, registry/own, OTHER",
    "attic, ghcr.io/zhaofengli/attic:latest, CACHE",
    "attic-minio, minio/minio, CACHE",
    "rook-ceph-mon-a, quay.io/ceph/ceph:v19, ",
    "minio-operator, quay.io/minio/operator:v7, ",
    "minio-client, quay.io/minio/mc, ",
    "seaweedfs-csi-driver, chrislusf/seaweedfs-csi-driver, ",
    "attic-postgres, postgres:17, ",
    "web, nginx:1, ",
    "minio-admin, rustfs-exporter:1, ",
  })
  void a_workload_is_what_its_image_or_its_name_says(
      String name, String image, @Nullable Product product) {
    Workload workload =
        new Workload("Deployment", "n", name, List.of(image), 1, 1, List.of(), List.of());

    assertThat(Product.of(workload)).isEqualTo(product);
  }

  @ParameterizedTest
  @CsvSource({
    "rancher.io/local-path, , PATH",
    "cluster.local/sting-local-path-provisioner, , PATH",
    "kubernetes.io/no-provisioner, , PATH",
    "microk8s.io/hostpath, , PATH",
    "openebs.io/local, , PATH",
    "zfs.csi.openebs.io, , POOL",
    "local.csi.openebs.io, 3, POOL",
    "driver.longhorn.io, , COPIES",
    "driver.longhorn.io, 2, COPIES",
    "driver.longhorn.io, 1, POOL",
    "io.openebs.csi-mayastor, , POOL",
    "io.openebs.csi-mayastor, 3, COPIES",
    "linstor.csi.linbit.com, , POOL",
    "rook-ceph.rbd.csi.ceph.com, , COPIES",
    "notrbd.csi.ceph.com, , UNKNOWN",
    "ebs.csi.aws.com, , UNKNOWN",
    "nfs.csi.k8s.io, 3, UNKNOWN",
  })
  void storage_is_where_its_provisioner_keeps_it(
      String provisioner, @Nullable Integer copies, StorageKind kind) {
    assertThat(StorageKind.of(new StorageClass("c", provisioner, copies, null, null)))
        .isEqualTo(kind);
  }
}
