package dev.tinyland.gate.artifact;

import dev.tinyland.gate.render.Visible;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that the artifact service takes, and the paths that may stand in an artifact. */
public final class ArtifactNames {
  /** Longer names are not refused by a documented rule, but no file system stores them. */
  private static final int LONGEST = 200;

  private static final String NOT_IN_PATHS = "\":<>|*?\r\n";
  private static final String NOT_IN_NAMES = NOT_IN_PATHS + "\\/";

  private ArtifactNames() {}

  /** One sentence on why this cannot be the name of an artifact, or null if it can. */
  public static @Nullable String problem(String name) {
    if (name.isBlank()) {
      return "The name of an artifact cannot be empty.";
    }
    if (name.length() > LONGEST) {
      return "The name of an artifact cannot be longer than " + LONGEST + " characters.";
    }
    int bad = firstOf(NOT_IN_NAMES, name);
    return bad < 0
        ? null
        : "The name of an artifact cannot contain a "
            + spoken(name.charAt(bad))
            + ": `"
            + Visible.line(name)
            + "`.";
  }

  /** The same for the path of a file in an artifact, with {@code /} between its parts. */
  static @Nullable String pathProblem(String path) {
    int bad = firstOf(NOT_IN_PATHS, path);
    return bad < 0
        ? null
        : "The path of a file in an artifact cannot contain a "
            + spoken(path.charAt(bad))
            + ": `"
            + Visible.line(path)
            + "`.";
  }

  /**
   * The name of this attempt's artifact: {@code gate-report} becomes {@code gate-report-2} in the
   * second. All attempts of a run share their artifacts, and a name that is taken stays taken.
   */
  public static String withAttempt(String name, Map<String, String> environment) {
    return name + "-" + attempt(environment);
  }

  /** The same for a file: {@code report.json} becomes {@code report-2.json}. */
  static String fileWithAttempt(String name, Map<String, String> environment) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? withAttempt(name, environment)
        : withAttempt(name.substring(0, dot), environment) + name.substring(dot);
  }

  private static int attempt(Map<String, String> environment) {
    try {
      return Math.max(1, Integer.parseInt(environment.getOrDefault("GITHUB_RUN_ATTEMPT", "1")));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static int firstOf(String characters, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String spoken(char c) {
    return switch (c) {
      case '"' -> "double quote \"";
      case ':' -> "colon :";
      case '<' -> "less-than sign <";
      case '>' -> "greater-than sign >";
      case '|' -> "vertical bar |";
      case '*' -> "star *";
      case '?' -> "question mark ?";
      case '\r' -> "carriage return";
      case '\n' -> "line break";
      case '\\' -> "backslash \\";
      default -> "slash /";
    };
  }
}
