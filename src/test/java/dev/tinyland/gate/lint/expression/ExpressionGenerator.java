package dev.tinyland.gate.lint.expression;

import java.util.Locale;
import java.util.Random;

/**
 * Random expressions, as text. What is known to differ between GitHub's two evaluators is not
 * generated (see the list of exclusions); a failing fromJSON stands only where both are lazy.
 */
final class ExpressionGenerator {
  private static final String[] STRINGS = {
    "''",
    "'a'",
    "'A'",
    "'0'",
    "'1'",
    "'7'",
    "'true'",
    "'false'",
    "'push'",
    "'PUSH'",
    "'main'",
    "'pull_request'",
    "'refs/heads/main'",
    "'refs/'",
    "'/'",
    "' 12 '",
    "'0x1F'",
    "'it''s'",
    "'success'",
    "'failure'",
    "'1.5'",
    "'-1'",
    "'null'",
    "'NaN'",
    "'bug'",
    "'é'",
    "'É'",
    "'attic-publication-probe'",
    "'small-check'",
    "'Object'",
    "'Array'",
    "' '",
    "','"
  };
  private static final String[] NUMBERS = {
    "0",
    "1",
    "-1",
    "2",
    "7",
    "12",
    "1.5",
    ".5",
    "+3",
    "1e3",
    "0x1F",
    "0o17",
    "-0",
    "NaN",
    "Infinity",
    "-Infinity",
    "42",
    "100000"
  };
  private static final String[] WORDS = {"true", "false", "null", "true", "false"};
  private static final String[] PLACES = {
    "github.event_name",
    "github.ref",
    "github.ref_name",
    "github.head_ref",
    "github.ref_protected",
    "github.run_number",
    "github.event",
    "github.event.action",
    "github.event.size",
    "github.event.forced",
    "github.event.commits",
    "github.event.commits[0]",
    "github.event.commits[0].message",
    "github.event.labels",
    "github.event.nope",
    "github.event.inputs.push-cache",
    "github.event.pull_request.head.repo.fork",
    "inputs",
    "inputs.push-cache",
    "inputs.confirm",
    "inputs.count",
    "inputs.none",
    "inputs['profile']",
    "needs",
    "needs.build.result",
    "needs.build.outputs.flag",
    "needs.test",
    "env.CI",
    "env.EMPTY",
    "env.ZERO",
    "env.HEX",
    "env.SPACE",
    "ENV.ci",
    "steps.probe.outputs.hit",
    "matrix.os",
    "matrix.node",
    "matrix.flags",
    "matrix.nested",
    "vars.ATTIC",
    "vars.nope"
  };
  private static final String[] LISTS = {
    "needs.*.result",
    "needs.*.outputs",
    "github.event.labels.*.name",
    "github.event.commits.*.id",
    "github.event.commits.*.author.tags",
    "github.event.commits.*.author.tags.*",
    "github.event.commits.*",
    "matrix.flags",
    "matrix.nested.*.*",
    "inputs.*",
    "github.event.nope.*",
    "fromJSON('[\"push\",\"pull_request\"]')",
    "fromJSON('[1,null,\"\",true,[]]')",
    "fromJSON('[]')",
    "fromJSON('{\"a\":1,\"b\":\"x\"}')"
  };
  private static final String[] FORMATS = {
    "'{0}'",
    "'{0}{1}'",
    "'a{0}b'",
    "'{1}-{0}'",
    "'{{{0}}}'",
    "'refs/heads/{0}'",
    "'none'",
    "'{0} {0}'"
  };
  private static final String[] COMPARISONS = {"==", "!=", "==", "!=", "<", "<=", ">", ">="};

  private final Random random;

  ExpressionGenerator(long seed) {
    random = new Random(seed);
  }

  /** An expression that parses. */
  String expression() {
    return any(1 + random.nextInt(4));
  }

  /** A condition as people write them, with the names of {@link #PLACES}. */
  String condition() {
    return logic(1 + random.nextInt(3));
  }

  private String any(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> comparison(depth - 1);
      case 2, 3 -> logic(depth - 1);
      case 4 -> "!" + operand(depth - 1);
      case 5 -> call(depth - 1);
      case 6 -> call(depth - 1);
      case 7 -> list() + step();
      case 8 -> "(" + space() + any(depth - 1) + space() + ")";
      case 9 -> operand(depth - 1) + indexed(depth - 1);
      default -> leaf();
    };
  }

  private String logic(int depth) {
    int count = 2 + random.nextInt(2);
    String operator = random.nextBoolean() ? "&&" : "||";
    StringBuilder out = new StringBuilder(depth == 0 ? leaf() : operand(depth));
    for (int i = 1; i < count; i++) {
      boolean fails = random.nextInt(40) == 0;
      String operand = fails ? "fromJSON('bad')" : random.nextBoolean() ? leaf() : operand(depth);
      out.append(space()).append(operator).append(space()).append(operand);
      operator = random.nextInt(3) > 0 ? operator : random.nextBoolean() ? "&&" : "||";
    }
    return out.toString();
  }

  private String comparison(int depth) {
    String operator = pick(COMPARISONS);
    String left = random.nextBoolean() ? leaf() : operand(depth);
    String right = random.nextBoolean() ? leaf() : operand(depth);
    return left + space() + operator + space() + right;
  }

  /** Something that binds tighter than any operator. */
  private String operand(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> leaf();
      case 1 -> call(Math.max(0, depth - 1));
      default -> "(" + any(Math.max(0, depth - 1)) + ")";
    };
  }

  private String indexed(int depth) {
    String of =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> "";
          default -> " || " + place();
        };
    return of.isEmpty() ? " == " + place() + "[" + any(depth) + "]" : of + "[" + leaf() + "]";
  }

  private String call(int depth) {
    return switch (random.nextInt(11)) {
      case 0 -> name("contains") + "(" + list() + ", " + any(depth) + ")";
      case 1 -> name("contains") + "(" + any(depth) + ", " + leaf() + ")";
      case 2 -> name("startsWith") + "(" + any(depth) + ", " + leaf() + ")";
      case 3 -> name("endsWith") + "(" + leaf() + "," + any(depth) + ")";
      case 4, 5 -> name("format") + "(" + pick(FORMATS) + ", " + any(depth) + ", " + leaf() + ")";
      case 6 -> name("join") + "(" + list() + ", " + leaf() + ")";
      case 7 -> name("toJSON") + "(" + any(depth) + ")";
      case 8 -> "fromJSON(toJSON(" + place() + "))";
      case 9 ->
          name("case")
              + "("
              + leaf()
              + " == "
              + any(depth)
              + ", "
              + leaf()
              + ", "
              + any(depth)
              + ")";
      default -> pick(new String[] {"success()", "failure()", "always()", "cancelled()"});
    };
  }

  private String leaf() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> pick(STRINGS);
      case 2 -> pick(NUMBERS);
      case 3 -> pick(WORDS);
      default -> place();
    };
  }

  private String place() {
    return random.nextInt(6) == 0 ? list() : pick(PLACES);
  }

  private String list() {
    return pick(LISTS);
  }

  private String step() {
    return pick(new String[] {".name", ".*", "[0]", "['id']", ".length", "[*]", "[1].x", ""});
  }

  private String name(String function) {
    return switch (random.nextInt(8)) {
      case 0 -> function.toUpperCase(Locale.ROOT);
      case 1 -> function.toLowerCase(Locale.ROOT);
      default -> function;
    };
  }

  private String space() {
    return pick(new String[] {"", " ", " ", " ", "  ", "\t", "\n"});
  }

  private String pick(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** An expression with one character left out, doubled or put in. */
  String broken() {
    String text = expression();
    int at = random.nextInt(text.length());
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at + 1) + text.substring(at);
      default -> text.substring(0, at) + pick(SYMBOLS) + text.substring(at);
    };
  }

  private static final String[] SYMBOLS = {"(", ")", "[", "]", ".", "!", "=", "&", "|", "\"", " "};

  /** Any text: valid ones with characters changed, tokens in any order, and plain noise. */
  String noise() {
    String text = random.nextInt(8) == 0 ? "" : expression();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length() + 1);
      String insert = pick(NOISE);
      int end = Math.min(text.length(), at + random.nextInt(3));
      text = text.substring(0, at) + insert + text.substring(end);
    }
    return text;
  }

  private static final String[] NOISE = {
    "",
    "",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "*",
    "!",
    "=",
    "<",
    ">",
    "&",
    "|",
    "'",
    "''",
    "\"",
    "$",
    "{",
    "}",
    "${{",
    "}}",
    "-",
    "+",
    "0x",
    "1e",
    "\n",
    "\t",
    "\u00a0",
    "\u0000",
    "\ud83d",
    "é",
    "a",
    "github",
    "nosuch(",
    "contains(",
    "true",
    "null",
    "NaN",
    "&&",
    "||",
    "==",
    "!=",
    ".*",
    "[*]"
  };
}
