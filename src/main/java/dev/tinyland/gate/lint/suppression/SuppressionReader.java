package dev.tinyland.gate.lint.suppression;

import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code gate: allow[rule, rule] until 2026-12-31 the reason} from the comments of a text: of
 * HTML in Markdown, behind a {@code #} in anything else, also in the scripts of a workflow. The
 * text is taken line by line, so it need not be well-formed.
 */
public final class SuppressionReader {
  /** What every such comment holds. */
  public static final String MARK = "gate: allow";

  private static final String UNTIL = "until";

  private final SourceFile file;
  private final CommentLines lines;
  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private SuppressionReader(SourceFile file) {
    this.file = file;
    lines = new CommentLines(file);
  }

  /** What the comments of a text say, in order. */
  public record Read(List<Suppression> suppressions, List<Mistake> mistakes) {
    public Read {
      suppressions = List.copyOf(suppressions);
      mistakes = List.copyOf(mistakes);
    }
  }

  /** Whether there can be one: a search for a text, and nothing else. */
  public static boolean canHold(SourceFile file) {
    return file.text().contains(MARK);
  }

  public static Read read(SourceFile file) {
    SuppressionReader reader = new SuppressionReader(file);
    String text = file.text();
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
      reader.comment(at);
    }
    return new Read(reader.suppressions, reader.mistakes);
  }

  private void comment(int at) {
    int line = file.lineAt(at);
    String text = file.line(line);
    int start = text.length() - (lineEnd(at) - at);
    int opener = lines.opener(text, start);
    String rest = text.substring(start + MARK.length()).strip();
    if (opener < 0 || !rest.startsWith("[") || lines.isShown(line)) {
      return;
    }
    int end = at + lines.end(text, start) - start;
    String said = file.text().substring(at + MARK.length(), end).strip();
    one(said, file.span(at, end), lines.isAlone(text, opener) ? lines.below(line) : null);
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < file.text().length() && "\r\n".indexOf(file.text().charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** What stands behind the mark: brackets, perhaps a date, a reason. */
  private void one(String said, Span span, CommentLines.@Nullable Range below) {
    int closing = said.indexOf(']');
    if (closing < 0) {
      mistakes.add(new Mistake(span, "the bracket is not closed"));
      return;
    }
    List<String> rules = new ArrayList<>();
    for (String rule : said.substring(1, closing).split(",", -1)) {
      if (!rule.isBlank()) {
        rules.add(rule.strip());
      }
    }
    if (rules.isEmpty()) {
      mistakes.add(new Mistake(span, "the brackets name no rule"));
      return;
    }
    String rest = said.substring(closing + 1).strip();
    LocalDate until = null;
    if (rest.equals(UNTIL) || rest.startsWith(UNTIL + " ")) {
      String[] words = rest.split("\\s+", 3);
      until = words.length > 1 ? date(words[1]) : null;
      if (until == null) {
        mistakes.add(
            new Mistake(
                span,
                words.length > 1
                    ? "`" + words[1] + "` is no date such as 2026-12-31"
                    : "there is no date behind `until`"));
        return;
      }
      rest = words.length > 2 ? words[2] : "";
    }
    if (!hasWord(rest)) {
      mistakes.add(new Mistake(span, "there is no reason behind the brackets"));
      return;
    }
    int first = below == null ? 0 : below.first();
    int last = below == null ? 0 : below.last();
    suppressions.add(new Suppression(span, first, last, rules, until, rest));
  }

  private static boolean hasWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Written out: the JDK's date formats cost more at start-up than all the rest of this. */
  private static @Nullable LocalDate date(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7) {
        if (c < '0' || c > '9') {
          return null;
        }
        number = number * 10 + c - '0';
      }
    }
    try {
      return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
