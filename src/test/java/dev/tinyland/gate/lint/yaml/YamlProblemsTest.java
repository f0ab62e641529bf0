package dev.tinyland.gate.lint.yaml;

import static dev.tinyland.gate.lint.yaml.Yamls.problems;
import static dev.tinyland.gate.lint.yaml.Yamls.read;
import static dev.tinyland.gate.lint.yaml.Yamls.scalars;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode.Mapping;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlProblemsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a: b\\n\\tc: d     | 2:1 | a tab cannot indent
          a: b\\n c: d       | 2:3 | a ':' cannot stand here
          a:\\n  b: c\\n d: e | 3:2 | check the indentation
          a: b: c            | 1:5 | a ':' cannot stand here
          a: b\\nc\\nd: e    | 3:1 | a ':' is missing after the key; it starts on line 2
          a: 'b\\nc: d       | 2:5 | the quoted text is never closed; it starts on line 1
          a: [b\\nc: d       | 2:2 | a ',' or ']' is missing; it starts on line 1
          a: {b: c           | 1:9 | a ',' or '}' is missing; it starts on line 1
          - a\\nb: c         | 2:1 | check the indentation
          a: @b              | 1:4 | cannot start any token
          %YAML 2.0\\n---\\na: b | 1:1 | version is not supported
          """)
  void syntaxErrorsHaveAPlaceAndPlainWords(String text, String place, String words) {
    assertThat(problems(text.translateEscapes()))
        .singleElement()
        .asString()
        .startsWith(place + " not valid YAML: ")
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a: 1\\nb: 2\\nA: 3       | 3:1 | 'A' is already defined on line 1
          {a: 1, 'a': 2}           | 1:8 | 'a' is already defined on line 1
          true: 1\\nTRUE: 2        | 2:1 | 'true' is already defined on line 1
          a: 1\\n? [x, y]\\n: 2    | 2:3 | a key must be plain text
          {{ x }}: y               | 1:1 | a key must be plain text
          a: b\\n---\\nc: d        | 2:1 | a second YAML document
          a: b\\n...\\n---\\nc: d  | 3:1 | a second YAML document
          %YAML 1.2\\n---\\na: b   | 1:1 | % directive
          a: !secret b             | 1:4 | the tag !secret is not one GitHub knows
          a: !!int b               | 1:4 | does not fit its tag
          a: !!bool 'true'         | 1:4 | does not fit its tag
          a: 0x1FFFFFFFF           | 1:4 | too large
          a: *b                    | 1:4 | no anchor &b precedes
          a: &b [*b]               | 1:8 | stands within its own anchor
          a: &b {c: {d: *b}}       | 1:15 | stands within its own anchor
          a: b\\u0000c             | 1:5 | control character U+0000
          a: b # \\u0007           | 1:8 | control character U+0007
          a: \\ud800               | 1:4 | control character U+D800
          a: b # x\\u2028c: d      | 1:9 | U+2028 ends a line for GitHub
          a: b\\n\\uFEFFc: d       | 2:1 | a byte order mark
          """)
  void otherFaultsHaveAPlaceAndPlainWords(String text, String place, String words) {
    assertThat(problems(unescape(text)))
        .anySatisfy(problem -> assertThat(problem).startsWith(place + " ").contains(words));
  }

  private static String unescape(String text) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("\\u"); at >= 0; at = text.indexOf("\\u", from)) {
      result.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
      from = at + 6;
    }
    return result.append(text.substring(from)).toString().replace("\\n", "\n");
  }

  @Test
  void repeatedKeysAllStay() {
    Mapping mapping = Yamls.mapping("a: 1\nb: 2\nA: 3\n");
    assertThat(mapping.all("a")).extracting(Object::toString).containsExactly("1", "3");
    assertThat(mapping.get("A")).hasToString("1");
  }

  @Test
  void repeatedKeysAreFoundInLongMappingsToo() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append("key").append(i).append(": x\n");
    }
    assertThat(problems(text + "KEY3: y\n"))
        .containsExactly("31:1 'KEY3' is already defined on line 4");
    assertThat(problems(text + "KEY29: y\n"))
        .containsExactly("31:1 'KEY29' is already defined on line 30");
  }

  @Test
  void theValueOfAComplexKeyIsReachable() {
    Mapping mapping = Yamls.mapping("? [x]\n: attic push\n");
    assertThat(mapping.get("?")).hasToString("attic push");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          run: attic push\\n\\tx: y
          run: attic push\\n"x
          run: attic push\\nx: [
          run: attic push\\nx: {y: z
          run: attic push\\n- x
          run: attic push\\n@
          run: attic push\\nx: "\\\\q"
          - {run: attic push, x: "y
          - [attic push, 'y
          - run: attic push\\n   x: y
          a:\\n  - run: >\\n      attic push\\n   bad: x
          """)
  void aBrokenTailHidesNothingBeforeIt(String text) {
    YamlDocument document = read(text.translateEscapes());
    assertThat(document.problems()).isNotEmpty();
    assertThat(scalars(document.root()))
        .anySatisfy(scalar -> assertThat(scalar.value()).contains("attic push"));
  }

  @Test
  void aControlCharacterHidesNothingAfterIt() {
    YamlDocument document = read("a: \u0001\nrun: attic push\n");
    assertThat(((Mapping) Objects.requireNonNull(document.root())).get("run"))
        .hasToString("attic push");
  }

  @Test
  void manyBadCharactersAreReportedBriefly() {
    assertThat(problems("a: " + "\u0001".repeat(1000))).hasSizeBetween(2, 50);
  }

  @Test
  void problemsAreInFileOrder() {
    assertThat(problems("a: 1\na: 2\nb: \u0001\nc: *x\n"))
        .extracting(problem -> problem.substring(0, 2))
        .containsExactly("2:", "3:", "4:");
  }

  @Test
  void nestingStopsAtTheLimit() {
    String fits = "[".repeat(YamlReader.MAX_DEPTH) + "]".repeat(YamlReader.MAX_DEPTH);
    assertThat(problems(fits)).isEmpty();
    assertThat(problems("[" + fits + "]")).singleElement().asString().startsWith("1:101 nested");
  }

  @Test
  void aliasesCannotNestDeeperThanTheLimit() {
    String deep = "a: &a " + "[".repeat(60) + "]".repeat(60) + "\n";
    assertThat(problems(deep + "b: " + "[".repeat(39) + "*a" + "]".repeat(39))).isEmpty();
    assertThat(problems(deep + "b: " + "[".repeat(40) + "*a" + "]".repeat(40)))
        .singleElement()
        .asString()
        .contains("*a nests deeper");
  }

  @Test
  void aliasBombsAreCutOff() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s%s]\n".formatted(i, i, alias, (", " + alias).repeat(8)));
    }
    YamlDocument document = read(bomb.toString());
    assertThat(document.problems()).isNotEmpty();
    assertThat(scalars(document.root())).hasSizeLessThan(YamlReader.MAX_NODES);
  }

  @Test
  void manyNodesAreReported() {
    assertThat(problems("- x\n".repeat(49_998))).isEmpty();
    assertThat(problems("- x\n".repeat(49_999)))
        .singleElement()
        .asString()
        .startsWith("49999:3 the file has more than 50000 nodes");
  }

  @Test
  void largeFilesAreNotRead() {
    String fits = "# " + "x".repeat(YamlReader.MAX_CHARACTERS - 3) + "\n";
    assertThat(problems(fits)).isEmpty();
    YamlDocument document = read(fits + "\n");
    assertThat(document.root()).isNull();
    assertThat(document.problems()).singleElement().asString().contains("1048576 characters");
  }
}
