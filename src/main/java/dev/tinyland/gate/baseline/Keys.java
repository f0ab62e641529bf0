package dev.tinyland.gate.baseline;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What each finding of a report is recorded as. The fingerprints of SARIF would not do: they are
 * GitHub's own, and change with the lines that follow.
 */
final class Keys {
  /** Of the digest; eight bytes tell the lines of a repository apart. */
  private static final int BYTES = 8;

  private final Report report;
  private final Map<Entry, Integer> seen = new HashMap<>();

  Keys(Report report) {
    this.report = report;
  }

  /**
   * The entries of a finding, one for each of its places; those that are alike are counted in the
   * order of the calls.
   */
  List<Entry> next(Finding finding) {
    List<Entry> entries = new ArrayList<>();
    for (Span place : finding.places()) {
      Entry first = new Entry(place.path(), finding.rule(), lines(finding, place), 1);
      int ordinal = seen.merge(first, 1, Integer::sum);
      entries.add(new Entry(first.path(), first.rule(), first.lines(), ordinal));
    }
    return entries;
  }

  private String lines(Finding finding, Span span) {
    SourceFile file = report.sources().get(span.path());
    if (file == null) {
      return digest(finding.message());
    }
    StringBuilder text = new StringBuilder();
    for (int line = span.line(); line <= span.endLine(); line++) {
      appendWithoutBlanks(text, file.line(line));
    }
    return digest(text.toString());
  }

  /** A step that is indented anew is the same step. */
  private static void appendWithoutBlanks(StringBuilder text, String line) {
    boolean parted = false;
    int start = text.length();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t') {
        parted = text.length() > start;
      } else {
        text.append(parted ? " " : "").append(c);
        parted = false;
      }
    }
    text.append('\n');
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
