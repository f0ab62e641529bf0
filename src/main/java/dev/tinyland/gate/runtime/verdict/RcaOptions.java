package dev.tinyland.gate.runtime.verdict;

import java.util.List;

/**
 * What is asked of {@code rustfs-bucket-index-rca}.
 *
 * @param buckets that have to be there
 * @param scratchProbe whether a bucket of our own has to come and to go
 * @param strictMarkers whether both folders of that bucket have to be seen to come and to go; asks
 *     for the probe as well
 */
public record RcaOptions(List<String> buckets, boolean scratchProbe, boolean strictMarkers) {
  public RcaOptions {
    buckets = List.copyOf(buckets);
  }
}
