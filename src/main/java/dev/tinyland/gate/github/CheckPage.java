package dev.tinyland.gate.github;

import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.kohsuke.github.GHCheckRunBuilder.Output;

/**
 * What a check run shows.
 *
 * @param title short counts
 * @param summary the Markdown report
 * @param digest of all there is to show: a check run that carries it shows this very page
 */
record CheckPage(
    Conclusion conclusion, String title, String summary, List<Note> notes, String digest) {
  /** GitHub counts characters, of which there are never more than bytes. */
  static final int MOST_SUMMARY = 65_535;

  /** Bytes kept for the line on annotations that were there before. */
  private static final int RESERVE = 200;

  static CheckPage of(
      Report report, Conclusion conclusion, Path workspace, RenderOptions rendering) {
    String title = title(report, conclusion);
    String summary = Renderers.markdown(MOST_SUMMARY - RESERVE).render(report, rendering);
    List<Note> notes = Notes.of(report, workspace);
    String all = conclusion + "\n" + title + "\n" + summary + "\n" + notes;
    return new CheckPage(conclusion, title, summary, notes, digest(all));
  }

  /**
   * The page with some of its annotations, which GitHub adds to those that are there.
   *
   * @param strangers how many annotations of an earlier page are on the check run
   */
  Output output(String shownTitle, List<Note> some, int strangers) {
    String earlier =
        strangers == 0
            ? ""
            : "\nOf the annotations "
                + strangers
                + (strangers == 1 ? " is" : " are")
                + " of an earlier report of the same job; GitHub keeps them.\n";
    Output output =
        new Output(shownTitle, summary + earlier).withText(new Mark(digest, strangers).text());
    for (Note note : some) {
      output.add(note.annotation());
    }
    return output;
  }

  private static String title(Report report, Conclusion conclusion) {
    StringBuilder out = new StringBuilder();
    append(out, report.count(Level.ERROR), "error");
    append(out, report.count(Level.WARNING), "warning");
    append(out, report.count(Level.NOTE), "note");
    append(out, report.problems().size(), "problem");
    String counts = out.isEmpty() ? "no findings" : out.toString();
    if (report.files() == 0) {
      return "nothing was looked at" + (out.isEmpty() ? "" : ": " + counts);
    }
    return conclusion == Conclusion.UNDECIDED ? "not decided: " + counts : counts;
  }

  private static void append(StringBuilder out, long count, String noun) {
    if (count > 0) {
      out.append(out.isEmpty() ? "" : ", ").append(count).append(' ').append(noun);
      out.append(count == 1 ? "" : "s");
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
