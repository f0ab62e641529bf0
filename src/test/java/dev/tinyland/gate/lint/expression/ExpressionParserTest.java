package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      textBlock =
          """
          GitHub.Ref                      ¦ github.Ref
          github [ 'a b' ] . c            ¦ github['a b'].c
          github[*].x                     ¦ github.*.x
          (github).x                      ¦ github.x
          ('a').x                         ¦ ('a').x
          !(a == b)                       ¦ !(a == b)
          (!a) == b                       ¦ !a == b
          a == (b == c)                   ¦ a == (b == c)
          (a == b) == c                   ¦ a == b == c
          a < b == c                      ¦ a < b == c
          a < (b == c)                    ¦ a < (b == c)
          a && (b || c) && d              ¦ a && (b || c) && d
          (a && b) || c                   ¦ a && b || c
          a && (b && c)                   ¦ a && (b && c)
          TOJSON( FromJson('1') )         ¦ toJSON(fromJSON('1'))
          0x1F == .5                      ¦ 31 == 0.5
          -0 == -Infinity                 ¦ -0.0 == -Infinity
          hashfiles('a','b')              ¦ hashFiles('a', 'b')
          'it''s'                         ¦ 'it''s'
          null||true                      ¦ null || true
          """)
  void printsCanonically(String text, String canonical) throws Exception {
    Set<String> names = Set.of("a", "b", "c", "d", "github");
    Expression tree = ExpressionParser.parse(text, names, FunctionTable.FUNCTIONS);
    assertThat(tree.text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          "dq"                ¦ 1  ¦ Unexpected symbol: '"dq"'
          github.ref = 'x'    ¦ 12 ¦ Unexpected symbol: '='
          github.ref ==       ¦ 12 ¦ Unexpected end of expression: '=='
          (github.ref         ¦ 9  ¦ Unexpected end of expression: 'ref'
          nosuch.x            ¦ 1  ¦ Unrecognized named-value: 'nosuch'
          true && nosuch(1)   ¦ 9  ¦ Unrecognized function: 'nosuch'
          contains('a')       ¦ 1  ¦ Too few parameters supplied: 'contains'
          fromJSON(1, 2)      ¦ 1  ¦ Too many parameters supplied: 'fromJSON'
          1 2                 ¦ 3  ¦ Unexpected symbol: '2'
          'open               ¦ 1  ¦ Unexpected symbol: ''open'
          """)
  void saysWhatIsWrongAndWhere(String text, int position, String reason) {
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> ExpressionParser.parse(text))
        .satisfies(e -> {
          assertThat(e.reason()).isEqualTo(reason);
          assertThat(e.position()).isEqualTo(position);
          assertThat(e)
              .hasMessage(
                  reason + ". Located at position " + position + " within expression: " + text);
        });
  }

  @Test
  void caseTakesAnOddNumberOfArguments() {
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> ExpressionParser.parse("case(true, 1, 2, 3)"))
        .withMessageStartingWith(
            "Even number of parameters supplied, requires an odd number of parameters: 'case'");
  }

  @Test
  void theLongestExpressionHas21000Characters() throws Exception {
    String text = "'" + "x".repeat(20_998) + "'";
    assertThat(ExpressionParser.parse(text)).isInstanceOf(Expression.Literal.class);
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> ExpressionParser.parse(text + " "))
        .withMessage("Exceeded max expression length 21000");
  }

  @Test
  void placesMayBeLimited() throws Exception {
    Set<String> contexts = Set.of("github", "inputs");
    assertThat(ExpressionParser.parse("inputs.x", contexts, Set.of())).isNotNull();
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> ExpressionParser.parse("secrets.X", contexts, Set.of()))
        .withMessageStartingWith("Unrecognized named-value: 'secrets'");
    assertThat(ExpressionParser.parse("anything(all)[any()]", null, null)).isNotNull();
  }
}
