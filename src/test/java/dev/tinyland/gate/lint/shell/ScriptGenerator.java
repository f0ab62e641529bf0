package dev.tinyland.gate.lint.shell;

import java.util.Random;

/** Makes scripts that follow the grammar, from a seed. */
final class ScriptGenerator {
  private static final String[] NAMES = {
    "attic", "nix", "echo", "ls", "foo-bar", "./run.sh", "git", "a", "sudo", "xargs"
  };
  private static final String[] WORDS = {
    "push",
    "main",
    "x",
    "--flag",
    "-n",
    "a=b",
    ".#attic",
    "'single ; quoted'",
    "\"double $X\"",
    "$VAR",
    "\"${X:-default}\"",
    "$(a b)",
    "\"$(c | d)\"",
    "`e f`",
    "\\$escaped",
    "\"esc \\\" q\"",
    "${Y}",
    "\"${z[@]}\"",
    "$((1 + 2))",
    "$'ansi\\n'",
    "pre'mid'post",
    "${{ env.A }}",
    "\"${{ inputs.b }}\"",
    "*.nix",
    "a/b",
    "{}",
    "\"\"",
    "$1",
    "\"$@\"",
    "a\\ b",
    "<(g h)",
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int documents;

  ScriptGenerator(long seed) {
    this.random = new Random(seed);
  }

  String script() {
    out.setLength(0);
    documents = 0;
    int lines = 1 + random.nextInt(6);
    for (int i = 0; i < lines; i++) {
      statement(3);
    }
    return out.toString();
  }

  private void statement(int depth) {
    switch (depth == 0 ? random.nextInt(5) : random.nextInt(16)) {
      case 0, 1, 2 -> line(depth);
      case 3 -> document();
      case 4 -> out.append("# a comment ' with \" quotes $(x\n");
      case 5, 6 -> {
        out.append("if ");
        list(depth - 1);
        out.append(random.nextBoolean() ? "; then\n" : "\nthen\n");
        statement(depth - 1);
        if (random.nextInt(3) == 0) {
          out.append("elif [ -n \"$A\" ]; then\n");
          statement(depth - 1);
        }
        if (random.nextBoolean()) {
          out.append("else\n");
          statement(depth - 1);
        }
        out.append("fi\n");
      }
      case 7 -> {
        out.append(random.nextBoolean() ? "while " : "until ");
        list(depth - 1);
        out.append("; do\n");
        statement(depth - 1);
        out.append("done\n");
      }
      case 8 -> {
        out.append("for x in ").append(word()).append(' ').append(word()).append("; do\n");
        statement(depth - 1);
        out.append("done").append(random.nextInt(4) == 0 ? " > out\n" : "\n");
      }
      case 9 -> {
        out.append("case \"$X\" in\n  a | b)\n");
        statement(depth - 1);
        out.append("  ;;\n  c*) ");
        pipeline(0);
        out.append(" ;;\nesac\n");
      }
      case 10 -> {
        out.append("f").append(random.nextInt(3)).append("() {\n");
        statement(depth - 1);
        out.append("}\n");
      }
      case 11 -> {
        out.append("(\n");
        statement(depth - 1);
        out.append(random.nextBoolean() ? ")\n" : ") | a\n");
      }
      case 12 -> {
        out.append("{ ");
        pipeline(depth - 1);
        out.append("; } >> \"$GITHUB_ENV\"\n");
      }
      case 13 -> {
        out.append("X=$(\n");
        statement(depth - 1);
        out.append(")\n");
      }
      case 14 -> out.append("if [[ $A == b* && -n \"$C\" ]]; then attic push; fi\n");
      default -> out.append("arr=(a 'b c' $(d))\n");
    }
  }

  private void line(int depth) {
    list(depth);
    out.append(
        switch (random.nextInt(6)) {
          case 0 -> " &\n";
          case 1 -> ";\n";
          case 2 -> " # trailing\n";
          default -> "\n";
        });
  }

  private void list(int depth) {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(random.nextBoolean() ? " && " : random.nextBoolean() ? " ||\n  " : " || ");
      }
      pipeline(depth);
    }
  }

  private void pipeline(int depth) {
    if (random.nextInt(8) == 0) {
      out.append("! ");
    }
    int count = random.nextInt(4) == 0 ? 2 : 1;
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(random.nextBoolean() ? " | " : " \\\n  | ");
      }
      command(depth);
    }
  }

  private void command(int depth) {
    if (depth > 1 && random.nextInt(12) == 0) {
      out.append("( ");
      list(depth - 1);
      out.append(" )");
      return;
    }
    if (random.nextInt(6) == 0) {
      out.append("A=").append(random.nextBoolean() ? "b " : "\"$c\" ");
    }
    out.append(NAMES[random.nextInt(NAMES.length)]);
    int words = random.nextInt(4);
    for (int i = 0; i < words; i++) {
      out.append(random.nextInt(8) == 0 ? " \\\n    " : " ").append(word());
    }
    switch (random.nextInt(10)) {
      case 0 -> out.append(" > out");
      case 1 -> out.append(" 2>&1");
      case 2 -> out.append(" < in");
      default -> {}
    }
  }

  private void document() {
    String delimiter = "EOF" + documents++;
    boolean quoted = random.nextBoolean();
    out.append("cat <<").append(quoted ? "'" + delimiter + "'" : delimiter);
    out.append(random.nextInt(3) == 0 ? " > file\n" : "\n");
    out.append("attic push 'unbalanced\n");
    out.append(quoted ? "$( ` \" \n" : "value $X and ${Y}\n");
    out.append(delimiter).append('\n');
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
