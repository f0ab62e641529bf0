package dev.tinyland.gate.lint.reach;

import java.util.List;
import java.util.Random;

/** Conditions over a small vocabulary, in which the same facts come up again and again. */
final class RandomCondition {
  private static final List<String> LITERALS =
      List.of(
          "'push'",
          "'pull_request'",
          "'workflow_dispatch'",
          "'refs/heads/main'",
          "'refs/heads/dev'",
          "'refs/heads/release/1'",
          "'refs/heads/'",
          "'refs/tags/'",
          "'refs/pull/'",
          "'release/'",
          "'main'",
          "'dev'",
          "'MAIN'",
          "'/merge'",
          "'a'",
          "'b'",
          "'ab'",
          "'A'",
          "'true'",
          "'false'",
          "''",
          "'1'",
          "'5'",
          "'-'",
          "'success'",
          "'skipped'",
          "'failure'",
          "'tag'",
          "'branch'",
          "'acme'",
          "'acme/r'",
          "'a b'",
          "true",
          "false",
          "5",
          "1",
          "0",
          "null");

  private final Random random;
  private final List<String> names;

  RandomCondition(Random random, List<String> names) {
    this.random = random;
    this.names = names;
  }

  String next(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> next(depth - 1) + " && " + next(depth - 1);
      case 2, 3 -> "(" + next(depth - 1) + " || " + next(depth - 1) + ")";
      case 4 -> "!(" + next(depth - 1) + ")";
      case 5 -> "((" + next(depth - 1) + ") == (" + leaf() + "))";
      default -> leaf();
    };
  }

  private String leaf() {
    return switch (random.nextInt(26)) {
      case 0, 1, 2, 3, 4, 5 -> name() + " == " + literal();
      case 6, 7, 8 -> name() + " != " + literal();
      case 9 -> name() + " == " + name();
      case 10 -> name();
      case 11 -> "!" + name();
      case 12, 13 -> "startsWith(" + name() + ", " + literal() + ")";
      case 14 -> "endsWith(" + name() + ", " + literal() + ")";
      case 15, 16 -> "contains(" + name() + ", " + literal() + ")";
      case 17 -> "contains(" + literal() + ", " + name() + ")";
      case 18 -> name() + (random.nextBoolean() ? " < " : " >= ") + literal();
      case 19 -> "contains(fromJSON('[\"a\",\"dev\",\"true\",5]'), " + name() + ")";
      case 20 -> "format('{0}-{1}', " + name() + ", " + name() + ") == 'a-b'";
      case 21 -> "format('refs/heads/{0}', " + name() + ") == " + name();
      case 22 -> "(" + name() + " && " + literal() + " || " + literal() + ") == " + nameOrLiteral();
      case 23 -> "fromJSON(" + name() + ") == " + literal();
      case 24 ->
          "case(" + name() + " == " + literal() + ", " + literal() + ", " + name() + ") == "
              + literal();
      default -> status();
    };
  }

  String name() {
    return names.get(random.nextInt(names.size()));
  }

  private String literal() {
    return LITERALS.get(random.nextInt(LITERALS.size()));
  }

  private String nameOrLiteral() {
    return random.nextBoolean() ? name() : literal();
  }

  private String status() {
    return switch (random.nextInt(5)) {
      case 0 -> "success()";
      case 1 -> "failure()";
      case 2 -> "always()";
      case 3 -> "!cancelled()";
      default -> "(success() || failure())";
    };
  }
}
