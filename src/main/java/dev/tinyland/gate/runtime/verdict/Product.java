package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a workload is, by the last part of its images' repositories, or else by the words of its
 * name. A new product is a new line.
 */
enum Product {
  RUSTFS("RustFS", EvidenceClass.CONDITIONAL_RUSTFS, "rustfs", "rustfs", Ports.ANY),
  MINIO(
      "MinIO or AIStor",
      EvidenceClass.CONDITIONAL_DISTRIBUTED,
      "minio aistor",
      "minio aistor",
      Ports.ANY),
  SEAWEEDFS(
      "SeaweedFS or TCFS",
      EvidenceClass.CONDITIONAL_S3,
      "seaweedfs tcfs tcfsd",
      "seaweedfs tcfs",
      8333),
  CEPH("Ceph object gateway", EvidenceClass.CONDITIONAL_S3, "radosgw", "rgw radosgw", Ports.ANY),
  GARAGE("Garage", EvidenceClass.CONDITIONAL_S3, "garage", "garage", 3900),
  OTHER(
      "another S3 service",
      EvidenceClass.CONDITIONAL_S3,
      "cloudserver versitygw s3proxy ozone",
      "s3 objectstore",
      Ports.ANY),
  CACHE(
      "a cache",
      EvidenceClass.CACHE_SURFACE,
      "attic atticd bazel-remote bazel-remote-cache buildbarn bb-storage",
      "atticd",
      Ports.ANY);

  /** Constants of an enum cannot name its own static fields. */
  private static final class Ports {
    static final int ANY = 0;
  }

  /** In the name of an object store they say whose it is. */
  private static final Set<String> OF_A_CACHE = Set.of("attic", "bazel", "cache");

  /** Workloads beside a product, which share its name and hold nothing. */
  private static final Set<String> BESIDE =
      Set.of(
          "admin",
          "backup",
          "client",
          "console",
          "controller",
          "csi",
          "exporter",
          "mc",
          "operator",
          "plugin",
          "provisioner",
          "sync",
          "ui",
          "webui");

  private final String title;
  private final EvidenceClass kind;
  private final String images;
  private final String words;
  private final int port;

  Product(String title, EvidenceClass kind, String images, String words, int port) {
    this.title = title;
    this.kind = kind;
    this.images = images;
    this.words = words;
    this.port = port;
  }

  String title() {
    return title;
  }

  /** What it is classified as. */
  EvidenceClass kind() {
    return kind;
  }

  /** Where a product has several programs, the usual port of the one that serves S3. */
  boolean servesS3On(int number) {
    return port == Ports.ANY || port == number;
  }

  /** Whether each of its services is one of S3. */
  boolean servesS3OnAnyPort() {
    return port == Ports.ANY;
  }

  /** Whether its data may be kept by other workloads than the one that serves S3. */
  boolean hasGateways() {
    return switch (this) {
      case SEAWEEDFS, CEPH, OTHER -> true;
      case RUSTFS, MINIO, GARAGE, CACHE -> false;
    };
  }

  /** Null where it is none that is known. */
  static @Nullable Product of(Workload workload) {
    List<String> name = List.of(workload.name().toLowerCase(Locale.ROOT).split("[-.]"));
    Product product = byImage(workload.images());
    if (product == null) {
      product = byName(name);
    }
    if (product == null || product == CACHE) {
      return product;
    }
    for (String word : name) {
      if (OF_A_CACHE.contains(word)) {
        return CACHE;
      }
    }
    return product;
  }

  private static @Nullable Product byImage(List<String> images) {
    for (Product product : values()) {
      for (String image : images) {
        if (has(product.images, repository(image))) {
          return product;
        }
      }
    }
    return null;
  }

  private static @Nullable Product byName(List<String> name) {
    for (String word : name) {
      if (BESIDE.contains(word)) {
        return null;
      }
    }
    for (Product product : values()) {
      for (String word : name) {
        if (has(product.words, word)) {
          return product;
        }
      }
    }
    return null;
  }

  private static boolean has(String words, String word) {
    return List.of(words.split(" ")).contains(word);
  }

  /** {@code minio} of {@code registry:5000/minio/minio:tag@sha256:…}. */
  static String repository(String image) {
    int digest = image.indexOf('@');
    String named = digest < 0 ? image : image.substring(0, digest);
    String last = named.substring(named.lastIndexOf('/') + 1);
    int tag = last.indexOf(':');
    return (tag < 0 ? last : last.substring(0, tag)).toLowerCase(Locale.ROOT);
  }
}
