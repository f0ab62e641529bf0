package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a scratch bucket, as it was seen.
 *
 * @param phases in the order in which they were
 * @param proof that was made inside of the bucket; null where none was tried
 * @param there looks at the disk between the creation and the delete; the last one counts, those
 *     before it only waited for the folders
 * @param gone looks at the disk after the delete; the last one counts
 */
public record ScratchLooks(
    List<ScratchEvidence> phases,
    @Nullable WriteProofEvidence proof,
    List<DiskEvidence> there,
    List<DiskEvidence> gone) {
  public ScratchLooks {
    phases = List.copyOf(phases);
    there = List.copyOf(there);
    gone = List.copyOf(gone);
  }
}
