package dev.tinyland.gate.runtime.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an S3-compatible endpoint showed. Each sample asks in the order list, head, head, list, so
 * that a change in between is seen.
 *
 * @param endpoint scheme, host and port
 * @param credentials where they came from, for example {@code TOFU_BACKEND_S3_*}; never what they
 *     are
 * @param expected the buckets that have to be there
 */
public record S3Evidence(
    String endpoint,
    String region,
    String credentials,
    List<String> expected,
    List<Sample> samples) {
  public S3Evidence {
    expected = List.copyOf(expected);
    samples = List.copyOf(samples);
  }

  /**
   * Several looks of one run as one; null where there is none.
   *
   * @param parts each with the samples of a part of the run, in order
   */
  public static @Nullable S3Evidence joined(List<S3Evidence> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    S3Evidence first = parts.getFirst();
    List<Sample> samples = new ArrayList<>();
    for (S3Evidence part : parts) {
      samples.addAll(part.samples());
    }
    return new S3Evidence(
        first.endpoint(), first.region(), first.credentials(), first.expected(), samples);
  }

  /**
   * One look.
   *
   * @param number from 1
   * @param listed the names of all buckets; null where the list could not be had
   * @param owner that the list names; null where it names none, as for an anonymous request
   */
  public record Sample(
      int number,
      Attempt list,
      @Nullable List<String> listed,
      @Nullable String owner,
      List<BucketView> buckets) {
    public Sample {
      listed = listed == null ? null : List.copyOf(listed);
      buckets = List.copyOf(buckets);
    }
  }

  /**
   * One bucket.
   *
   * @param confirmation a GET that lists at most one key: its body tells a missing bucket from an
   *     empty one, which a HEAD cannot; null where the HEAD was no 404
   */
  public record BucketView(String bucket, Attempt head, @Nullable Attempt confirmation) {}
}
