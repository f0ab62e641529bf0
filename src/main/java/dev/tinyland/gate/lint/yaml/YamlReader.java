package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a YAML file as GitHub does, or says where and why GitHub could not. Never throws, whatever
 * the input; time and memory are bounded by {@link #MAX_CHARACTERS}, {@link #MAX_DEPTH} and {@link
 * #MAX_NODES}.
 */
public final class YamlReader {
  /** GitHub's limit for one file, in UTF-16 units. */
  public static final int MAX_CHARACTERS = 1_048_576;

  /** Collections within collections; GitHub's limit. */
  public static final int MAX_DEPTH = 100;

  /**
   * Nodes with aliases written out, counted as GitHub counts: one for a scalar, two for a
   * collection.
   */
  public static final int MAX_NODES = 50_000;

  private YamlReader() {}

  /** Decodes and reads; the problems of both are in the document. */
  public static YamlDocument read(String path, byte[] bytes) {
    List<Problem> problems = new ArrayList<>();
    SourceFile file = decode(path, bytes, problems);
    return read(file, problems);
  }

  /** Reads a decoded file. */
  public static YamlDocument read(SourceFile file) {
    return read(file, new ArrayList<>());
  }

  /**
   * The bytes as text, without a byte order mark. UTF-8 is meant; UTF-16 with a mark is decoded too
   * but reported. A bad byte becomes U+FFFD, the first one is reported.
   */
  public static SourceFile decode(String path, byte[] bytes, List<Problem> problems) {
    return Decoder.decode(path, bytes, problems);
  }

  private static YamlDocument read(SourceFile file, List<Problem> problems) {
    if (file.text().length() > MAX_CHARACTERS) {
      String message =
          "the file has more than " + MAX_CHARACTERS + " characters; GitHub refuses it";
      problems.add(new Problem(file.span(0, 0), message));
      return new YamlDocument(null, problems, List.of(), null);
    }
    String text = Characters.check(file, problems);
    Composer composer = Recovery.compose(file, text, problems);
    List<Comment> comments = Comments.find(file, text, composer.scalars(), composer.readTo());
    if (problems.size() > 1) {
      problems.sort((one, other) -> one.span().compareTo(other.span()));
    }
    return new YamlDocument(composer.root(), problems, comments, composer.firstAnchor());
  }
}
