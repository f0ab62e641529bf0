package dev.tinyland.gate.lint.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the section {@code state}: where the operators' state path is. Lint asks nothing of
 * them; they are read here because the file is.
 */
public enum StateKey {
  ENDPOINT(
      "endpoint",
      TextForm.ORIGIN,
      "Where S3 answers, unless TOFU_BACKEND_S3_ENDPOINT or a backend file says it."),
  REGION("region", TextForm.LABEL, "The region that requests are signed for."),
  BUCKET("bucket", TextForm.BUCKET, "The bucket of the state objects."),
  BUCKETS("buckets", TextForm.BUCKET, "The buckets that have to be there."),
  NAMESPACE("namespace", TextForm.NAME, "Where the workload is."),
  DEPLOYMENT("deployment", TextForm.NAME, "The deployment of the object store."),
  SERVICE("service", TextForm.NAME, "The service whose endpoints count."),
  CLAIM("claim", TextForm.NAME, "The persistent volume claim of its data."),
  CONTAINER("container", TextForm.NAME, "The container; else the one that mounts the data root."),
  SELECTOR("selector", TextForm.SELECTOR, "The labels of its pods; else the deployment's own."),
  DATA_ROOT("data-root", TextForm.FOLDER, "Where the container mounts the data."),
  ZFS_NAMESPACE("zfs-namespace", TextForm.NAME, "Where OpenEBS keeps its ZFSNodes."),
  STORAGE_NODE("storage-node", TextForm.NAME, "The only node of the known interim posture."),
  CACHE("cache", TextForm.URL, "The binary cache that the canary reads."),
  STORE_HASHES("store-hashes", TextForm.TOKEN, "The store paths that the canary reads."),
  PUBLIC_KEYS("public-keys", TextForm.TOKEN, "The keys whose signature they have to have.");

  private final String key;
  private final TextForm form;
  private final String description;

  StateKey(String key, TextForm form, String description) {
    this.key = key;
    this.form = form;
    this.description = description;
  }

  /** As the file has it. */
  public String key() {
    return key;
  }

  public TextForm form() {
    return form;
  }

  /** One sentence. */
  public String description() {
    return description;
  }

  /** Whether it takes a list. */
  public boolean isList() {
    return this == BUCKETS || this == STORE_HASHES || this == PUBLIC_KEYS;
  }

  static @Nullable StateKey named(String key) {
    for (StateKey each : values()) {
      if (each.key.equals(key)) {
        return each;
      }
    }
    return null;
  }

  /** All keys of the section. */
  public static List<String> keys() {
    List<String> keys = new ArrayList<>();
    keys.add(StateSection.STACKS);
    for (StateKey each : values()) {
      keys.add(each.key);
    }
    return keys;
  }
}
