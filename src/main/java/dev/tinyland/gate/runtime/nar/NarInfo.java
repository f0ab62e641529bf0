package dev.tinyland.gate.runtime.nar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cache says of a store path.
 *
 * @param url as written: from the cache, or a whole address
 * @param compression {@code bzip2} where the file names none, as Nix has it
 * @param fileHash of the compressed body; Attic writes none
 * @param references in the order of the file
 * @param signatures each {@code name:base64}, not checked
 * @param other the keys that are not known here, in their order
 */
record NarInfo(
    StorePath storePath,
    String url,
    String compression,
    @Nullable NixHash fileHash,
    @Nullable Long fileSize,
    NixHash narHash,
    long narSize,
    List<StorePath> references,
    @Nullable String deriver,
    @Nullable String contentAddress,
    List<String> signatures,
    List<Field> other) {
  NarInfo {
    references = List.copyOf(references);
    signatures = List.copyOf(signatures);
    other = List.copyOf(other);
  }

  /** A line. */
  record Field(String key, String value) {}

  /** What is signed: version, path, hash, size and references, as Nix puts them together. */
  String fingerprint() {
    StringBuilder text = new StringBuilder(256);
    text.append("1;").append(storePath).append(';').append(narHash).append(';');
    text.append(narSize).append(';');
    List<String> names = references.stream().map(StorePath::base).distinct().sorted().toList();
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ",").append(storePath.folder()).append('/').append(names.get(i));
    }
    return text.toString();
  }
}
