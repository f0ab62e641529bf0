package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text gives a script, with offsets inside it, without too much work. */
class RobustnessTest {
  private static final String ALPHABET =
      "abc $(){}[]<>|&;'\"`\\\n\t#=!*?~-+/%^@,.:0123 attic push if then fi do done case esac in ";

  @Test
  void readsRandomText() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(120);
      for (int j = 0; j < length; j++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      check(text.toString());
    }
  }

  @Test
  void readsRandomCharacters() {
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      for (int j = 0; j < length; j++) {
        text.append((char) random.nextInt(1 << 16));
      }
      check(text.toString());
    }
  }

  @Test
  void readsTornScripts() {
    Random random = new Random(9);
    List<String> scripts = new ArrayList<>(Corpus.scripts().values());
    for (int seed = 0; seed < 40; seed++) {
      scripts.add(new ScriptGenerator(seed).script());
    }
    for (String script : scripts) {
      check(script);
      for (int i = 0; i < 3; i++) {
        check(torn(script, random));
      }
    }
  }

  private static String torn(String script, Random random) {
    StringBuilder text = new StringBuilder(script);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 2 -> text.setLength(at);
        default -> text.delete(0, at);
      }
    }
    return text.toString();
  }

  private static void check(String text) {
    Script script = Script.parse(text);
    ShellAnalysis analysis = ShellAnalysis.of(script, Options.DEFAULT.withLibrary(true));
    int length = text.length();
    assertThat(Offsets.outside(script)).as(text).isEmpty();
    for (Invocation one : analysis.invocations()) {
      assertThat(one.argv()).isNotEmpty();
      assertThat(one.start()).as(text).isBetween(0, length);
      assertThat(one.end()).as(text).isBetween(one.start(), length);
    }
    for (FileCommandWrite one : analysis.writes()) {
      assertThat(one.start()).as(text).isBetween(0, length);
      assertThat(one.end()).as(text).isBetween(one.start(), length);
    }
    for (Trouble one : analysis.troubles()) {
      assertThat(one.offset()).as(text).isBetween(0, length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(",
        "(",
        "{ ",
        "$((",
        "((",
        "`",
        "\"$(",
        "${x:-",
        "if a; then ",
        "case a in b) ",
        "while ",
        "f() { ",
        "f() ",
        "<(",
        "[[ ",
        "[ ( ",
        "! ",
        "a=(",
        "a[",
        "$'",
        "'",
        "\"",
        "<<X\n",
        "<<-X ",
        "${{ ",
        "${{ ' ",
        "&& ",
        "| ",
        "a && ",
        "a | ",
        ";; ",
        "\\",
        "\\\n",
        "{",
        "}",
        ")",
        "time ",
        "\"`",
        "`\"",
        "$(\"",
        "${x#\"",
        "for x in ",
        "else ",
        "coproc ",
        "@(",
        "x@(",
        "a{b,",
        "#\n",
        "case a in ",
        "case a in $(",
        "sudo ",
        "env -S ",
        "eval ",
        "bash -c '",
        "xargs ",
        "eval \"\\",
        "trap ",
        "X=$X$X\n",
        "f() { f; f; }\nf\n",
        "$X ",
        "[ -n $X ] && ",
        "a;",
        "a&",
        "\r",
        "\r\n",
      })
  void survivesRepetition(String piece) {
    String text = piece.repeat(6_000 / piece.length());
    Script script = Script.parse(text);
    ShellAnalysis analysis = ShellAnalysis.of(script, Options.DEFAULT);
    assertThat(analysis.troubles()).hasSizeLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$(", "{ ", "("})
  void survivesAHundredThousand(String piece) {
    assertThat(Shown.analysis(piece.repeat(100_000)).troubles()).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void findsWhatComesAfterDeepNesting() {
    for (String piece : List.of("$( ", "( ", "{ ", "if a; then ", "\"$( ")) {
      ShellAnalysis analysis = Shown.analysis(piece.repeat(5000) + "\nattic push main\n");
      assertThat(analysis.troubles()).isNotEmpty();
      assertThat(Shown.writes(analysis)).as(piece).contains("attic push main");
    }
  }

  @Test
  void cutsTooLongScripts() {
    String text = "a\n#" + "x".repeat(Script.LONGEST) + "\nattic push main";
    Script script = Script.parse(text);
    assertThat(script.troubles()).isNotEmpty();
    assertThat(script.body().items()).hasSize(1);
  }

  @Test
  void boundsCallsAndValues() {
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      calls.append("f").append(i).append("() { f").append(i + 1).append(" a; f").append(i + 1);
      calls.append(" b; f").append(i + 1).append(" c; f").append(i + 1).append(" d; }\n");
    }
    calls.append("f12() { attic push \"$1\"; }\nf0\n");
    ShellAnalysis called = Shown.analysis(calls.toString());
    assertThat(called.troubles()).isNotEmpty();
    assertThat(called.invocations()).hasSizeLessThan(10_000);
    ShellAnalysis doubled = Shown.analysis("X=ab\n" + "X=\"$X$X\"\n".repeat(60) + "echo \"$X\"");
    assertThat(doubled.invocations()).hasSize(1);
    assertThat(doubled.invocations().get(0).display()).hasSizeLessThan(20_000);
  }

  @Test
  void followsRecursionOnce() {
    assertThat(Shown.writes("f() { attic push main; f; }\nf")).containsExactly("attic push main");
    assertThat(Shown.writes("f() { \"$@\" || f \"$@\"; }\nf attic push main"))
        .containsExactly("attic push main");
  }

  @Test
  void boundsTheWorkOfScriptsInScripts() {
    ShellAnalysis analysis =
        Shown.analysis("X='echo a'\n" + "X=\"bash -c '$X'\"\n".repeat(200) + "eval \"$X\"\n");
    assertThat(analysis.invocations()).hasSizeLessThan(2000);
  }
}
