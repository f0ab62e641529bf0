package dev.tinyland.gate.lint.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names an expression may use: contexts, functions and how many arguments those take. */
public final class FunctionTable {
  /** Every context that GitHub has anywhere. */
  public static final Set<String> CONTEXTS =
      Set.of(
          "github",
          "inputs",
          "needs",
          "env",
          "steps",
          "matrix",
          "vars",
          "secrets",
          "strategy",
          "job",
          "jobs",
          "runner");

  /** Every function that GitHub has anywhere, lower-case. */
  public static final Set<String> FUNCTIONS =
      Set.of(
          "contains",
          "startswith",
          "endswith",
          "format",
          "join",
          "tojson",
          "fromjson",
          "hashfiles",
          "success",
          "failure",
          "always",
          "cancelled",
          "case");

  private static final int ANY = 255;

  private FunctionTable() {}

  /** The spelling of GitHub's documentation. */
  static String spelling(String function) {
    return switch (function) {
      case "startswith" -> "startsWith";
      case "endswith" -> "endsWith";
      case "tojson" -> "toJSON";
      case "fromjson" -> "fromJSON";
      case "hashfiles" -> "hashFiles";
      default -> function;
    };
  }

  /** What is wrong with this number of arguments, or null. */
  static @Nullable String arityError(String function, int count) {
    if (count < least(function)) {
      return "Too few parameters supplied";
    }
    if (count > most(function)) {
      return "Too many parameters supplied";
    }
    if (function.equals("case") && count % 2 == 0) {
      return "Even number of parameters supplied, requires an odd number of parameters";
    }
    return null;
  }

  private static int least(String function) {
    return switch (function) {
      case "contains", "startswith", "endswith" -> 2;
      case "format", "join", "tojson", "fromjson", "hashfiles" -> 1;
      case "case" -> 3;
      default -> 0;
    };
  }

  /** success() and failure() take job names in a job's condition. */
  private static int most(String function) {
    return switch (function) {
      case "contains", "startswith", "endswith", "join" -> 2;
      case "tojson", "fromjson" -> 1;
      case "always", "cancelled" -> 0;
      default -> ANY;
    };
  }
}
