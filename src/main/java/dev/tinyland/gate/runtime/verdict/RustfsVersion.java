package dev.tinyland.gate.runtime.verdict;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A release of RustFS. Only names of releases are read: what lies between two of them, as {@code
 * @commit} or {@code 1.0.0-beta.1-5-gabc} do, may lack what the next one has, and is unknown.
 *
 * @param number of the stage, as 1 in {@code beta.1}; 0 for a release that is out
 */
record RustfsVersion(int major, int minor, int patch, Stage stage, int number)
    implements Comparable<RustfsVersion> {
  private static final Pattern RELEASE =
      Pattern.compile(
          "(?:rustfs\\s+)?v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-(alpha|beta|rc)\\.(\\d{1,6}))?",
          Pattern.CASE_INSENSITIVE);

  private static final Comparator<RustfsVersion> ORDER =
      Comparator.comparingInt(RustfsVersion::major)
          .thenComparingInt(RustfsVersion::minor)
          .thenComparingInt(RustfsVersion::patch)
          .thenComparing(RustfsVersion::stage)
          .thenComparingInt(RustfsVersion::number);

  /** From the first to the last. */
  enum Stage {
    ALPHA,
    BETA,
    RC,
    OUT
  }

  /** The first line of {@code rustfs --version}; null where it names no release. */
  static @Nullable RustfsVersion parse(@Nullable String line) {
    if (line == null) {
      return null;
    }
    Matcher matcher = RELEASE.matcher(line.strip());
    if (!matcher.matches()) {
      return null;
    }
    String stage = matcher.group(4);
    return new RustfsVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        stage == null ? Stage.OUT : Stage.valueOf(stage.toUpperCase(Locale.ROOT)),
        stage == null ? 0 : Integer.parseInt(matcher.group(5)));
  }

  static RustfsVersion beta(int number) {
    return new RustfsVersion(1, 0, 0, Stage.BETA, number);
  }

  boolean before(RustfsVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(RustfsVersion other) {
    return ORDER.compare(this, other);
  }

  /** For example {@code 1.0.0-beta.1}. */
  String words() {
    String release = major + "." + minor + "." + patch;
    return stage == Stage.OUT
        ? release
        : release + "-" + stage.name().toLowerCase(Locale.ROOT) + "." + number;
  }
}
