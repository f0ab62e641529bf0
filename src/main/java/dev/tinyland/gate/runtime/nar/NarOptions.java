package dev.tinyland.gate.runtime.nar;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to look at. Made by {@link #of}; the other settings have the defaults of {@code with…}.
 *
 * @param hashes of the store paths, 32 characters each
 * @param credentials null for a public cache
 * @param closure whether references are followed
 * @param mostPaths of a closure, the asked ones included
 * @param parallel how many paths at once
 * @param times how long to wait
 */
public record NarOptions(
    String cache,
    Set<String> hashes,
    List<CacheKey> keys,
    @Nullable CacheCredentials credentials,
    boolean closure,
    int mostPaths,
    int parallel,
    Times times) {
  private static final int MOST_PATHS = 900;
  private static final int PARALLEL = 4;

  public NarOptions {
    hashes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(hashes));
    keys = List.copyOf(keys);
  }

  /**
   * The times.
   *
   * @param connect for a connection
   * @param silence the longest time without an answer, or without another byte of it
   * @param whole for everything
   */
  public record Times(Duration connect, Duration silence, Duration whole) {}

  /**
   * @param cache its address, for example {@code https://attic.example.org/main}
   * @param paths store hashes, names with them, or whole store paths; at least one
   * @param keys each {@code NAME:BASE64}; none for no check of signatures
   * @throws IllegalArgumentException with what is wrong
   */
  public static NarOptions of(String cache, List<String> paths, List<String> keys) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("no store hash was given");
    }
    return new NarOptions(
        CacheUrl.parse(cache).toString(),
        new LinkedHashSet<>(paths.stream().map(StorePath::askedHash).toList()),
        keys.stream().map(CacheKey::parse).toList(),
        null,
        false,
        MOST_PATHS,
        PARALLEL,
        new Times(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(30)));
  }

  public NarOptions withCredentials(@Nullable CacheCredentials value) {
    return new NarOptions(cache, hashes, keys, value, closure, mostPaths, parallel, times);
  }

  public NarOptions withClosure(int most) {
    return new NarOptions(cache, hashes, keys, credentials, true, most, parallel, times);
  }

  /** The closure with at most 900 paths. */
  public NarOptions withClosure() {
    return withClosure(MOST_PATHS);
  }

  public NarOptions withTimes(Times value) {
    return new NarOptions(cache, hashes, keys, credentials, closure, mostPaths, parallel, value);
  }
}
