package dev.tinyland.gate.lint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, there is a document, and every place in it lies in the file. */
class YamlRobustnessTest {
  private static final String[] PIECES = {
    "a",
    "b: ",
    "- ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\n",
    "\n  ",
    "\r\n",
    "\r",
    "\t",
    " ",
    "'",
    "\"",
    "\\",
    "|\n",
    ">-\n",
    "|2\n",
    "#",
    " # x",
    "&a ",
    "*a",
    "!!str ",
    "!x ",
    "%YAML 1.2\n",
    "---\n",
    "...\n",
    "~",
    "\uD83D\uDE00",
    "\uD800",
    "\u0000",
    "\u2028",
    "\u0085",
    "\uFEFF",
    "\u007F",
    "\\U00110000",
    "\\x4",
    "<<: ",
    "${{ x }}",
    "0x",
    "@",
    "`"
  };

  @Test
  void randomBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      YamlDocument document = YamlReader.read("file.yml", bytes);
      SourceFile file = YamlReader.decode("file.yml", bytes, new ArrayList<>());
      checkPlaces(file.text(), document);
    }
  }

  @Test
  void randomPieces() {
    Random random = new Random(2);
    for (int i = 0; i < 6000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length >= 0; length--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      checkPlaces(text.toString(), Yamls.read(text.toString()));
    }
  }

  @Test
  void mutatedFiles() {
    Random random = new Random(3);
    for (String name : Yamls.CORPUS) {
      String original = Yamls.text(name);
      for (int i = 0; i < 60; i++) {
        StringBuilder text = new StringBuilder(original);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
          int at = random.nextInt(text.length());
          int end = Math.min(text.length(), at + random.nextInt(4));
          text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        }
        checkPlaces(text.toString(), Yamls.read(text.toString()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reusable.yml", "quoted.yml", "block-scalars.yml"})
  void everyTruncation(String name) {
    String text = Yamls.text(name);
    for (int length = 0; length <= text.length(); length++) {
      String prefix = text.substring(0, length);
      checkPlaces(prefix, Yamls.read(prefix));
    }
  }

  /** What a whole number of good lines says is still there when rubbish follows. */
  @ParameterizedTest
  @ValueSource(strings = {"\t: x\n", "@\n", "\"never closed\n", "]\n", "a: b: c\n", "x: [\n"})
  void aBrokenTailLosesNoScalar(String tail) {
    for (String name : Yamls.CORPUS) {
      String text = Yamls.text(name);
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
        String prefix = text.substring(0, end + 1);
        if (!Yamls.read(prefix).problems().isEmpty()) {
          continue;
        }
        YamlDocument broken = Yamls.read(prefix + tail);
        List<String> expected = values(Yamls.read(prefix));
        assertThat(broken.problems()).as("%s then %s", prefix, tail).isNotEmpty();
        assertThat(values(broken)).as("%s then %s", prefix, tail).containsAll(expected);
      }
    }
  }

  private static List<String> values(YamlDocument document) {
    return Yamls.scalars(document.root()).stream()
        .map(Scalar::value)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  @Test
  void floodsOfOneCharacter() {
    for (String piece : PIECES) {
      checkPlaces(piece.repeat(20_000), Yamls.read(piece.repeat(20_000)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"%s\"",
        "a: '%s'",
        "a: %s",
        "# %s",
        "a: |\n  %s",
        "a: >\n  %s",
        "%s: a",
        "&%s a"
      })
  void tokensOfHalfAMegabyte(String template) {
    String text = template.formatted("x".repeat(500_000));
    YamlDocument document = Yamls.read(text);
    assertThat(document.problems()).hasSizeLessThan(2);
    for (Scalar scalar : Yamls.scalars(document.root())) {
      Span all = scalar.spanOf(0, scalar.value().length());
      assertThat(all).isGreaterThanOrEqualTo(scalar.span());
    }
  }

  private static void checkPlaces(String text, YamlDocument document) {
    SourceFile file = new SourceFile("file.yml", text);
    for (Problem problem : document.problems()) {
      checkSpan(file, problem.span());
    }
    for (Comment comment : document.comments()) {
      checkSpan(file, comment.span());
      assertThat(file.line(comment.span().line())).contains("#");
    }
    if (document.root() != null) {
      check(file, document.root());
    }
  }

  private static void check(SourceFile file, YamlNode node) {
    checkSpan(file, node.span());
    switch (node) {
      case Scalar scalar -> {
        int length = scalar.value().length();
        checkSpan(file, scalar.spanOf(0, length));
        checkSpan(file, scalar.spanOf(length / 2, length));
        assertThat(scalar.display()).isNotNull();
      }
      case YamlNode.Sequence sequence -> sequence.items().forEach(item -> check(file, item));
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          check(file, entry.key());
          check(file, entry.value());
        }
      }
    }
  }

  private static void checkSpan(SourceFile file, Span span) {
    assertThat(span.endLine()).as("%s", span).isLessThanOrEqualTo(file.lineCount());
    assertThat(span.column()).as("%s", span).isLessThanOrEqualTo(width(file, span.line()) + 1);
    assertThat(span.endColumn())
        .as("%s", span)
        .isLessThanOrEqualTo(width(file, span.endLine()) + 1);
  }

  private static int width(SourceFile file, int line) {
    String content = file.line(line);
    return content.codePointCount(0, content.length()) + 1;
  }
}
