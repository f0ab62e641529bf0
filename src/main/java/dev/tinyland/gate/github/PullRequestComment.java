package dev.tinyland.gate.github;

import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;

/**
 * Publishes a report as the one comment of its key on a pull request. The comment begins with a
 * line that GitHub does not show, by which later runs find it. Anybody can write that line, so it
 * counts only in a comment of a bot.
 */
final class PullRequestComment {
  /** GitHub counts characters, of which there are never more than bytes. */
  static final int MOST_BODY = 65_536;

  private final Connection connection;
  private final int number;
  private final String marker;
  private final String body;
  private final boolean clean;

  PullRequestComment(Connection connection, int number, String key, Report report) {
    this.connection = connection;
    this.number = number;
    this.marker = marker(key);
    int room = MOST_BODY - marker.getBytes(StandardCharsets.UTF_8).length - 1;
    this.body = marker + "\n" + Renderers.markdown(room).render(report, connection.rendering());
    this.clean = report.isClean();
  }

  /** The address of the comment, once it says this; null where nothing has to be said. */
  @Nullable String publish() throws ApiFailure {
    Attempts attempts = connection.attempts();
    GHRepository repository = connection.repository();
    GHPullRequest pull = attempts.at(doubtful -> repository.getPullRequest(number));
    GHIssueComment earlier = attempts.at(doubtful -> Optional.ofNullable(find(pull))).orElse(null);
    if (earlier == null && clean) {
      return null;
    }
    GHIssueComment comment =
        earlier != null
            ? attempts.at(doubtful -> edited(earlier))
            : attempts.at(doubtful -> create(pull, doubtful));
    return Connection.url(comment.getHtmlUrl(), connection.runPage());
  }

  private GHIssueComment create(GHPullRequest pull, boolean doubtful) throws IOException {
    GHIssueComment taken = doubtful ? find(pull) : null;
    return taken != null ? edited(taken) : pull.comment(body);
  }

  private GHIssueComment edited(GHIssueComment comment) throws IOException {
    if (!isSame(comment.getBody(), body)) {
      comment.update(body);
    }
    return comment;
  }

  private @Nullable GHIssueComment find(GHPullRequest pull) throws IOException {
    for (GHIssueComment comment : pull.listComments().withPageSize(100)) {
      String text = comment.getBody();
      boolean marked = text != null && firstLine(text).equals(marker);
      if (marked && isOfBot(comment)) {
        return comment;
      }
    }
    return null;
  }

  /** Asks for the author, of whom a comment carries only the name; hidden ones are missing. */
  private static boolean isOfBot(GHIssueComment comment) throws IOException {
    try {
      return "Bot".equals(comment.getUser().getType());
    } catch (ApiFailure failure) {
      if (failure.kind() == ApiFailure.Kind.MISSING) {
        return false;
      }
      throw failure;
    } catch (NullPointerException e) {
      // The author deleted the account, and the library has no way to ask whether there is one.
      return false;
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).stripTrailing();
  }

  /** GitHub may hand back other line ends than it was given. */
  private static boolean isSame(String there, String wanted) {
    return there.replace("\r\n", "\n").strip().equals(wanted.strip());
  }

  /** A key is any text; what could end the line or the HTML comment is written as a number. */
  static String marker(String key) {
    StringBuilder out = new StringBuilder("<!-- gate comment ");
    key.codePoints()
        .forEach(c -> {
          boolean plain = c < 0x7F && (Character.isLetterOrDigit(c) || c == '.' || c == '_');
          if (plain) {
            out.append((char) c);
          } else {
            out.append('~').append(c).append('~');
          }
        });
    return out.append(" -->").toString();
  }
}
