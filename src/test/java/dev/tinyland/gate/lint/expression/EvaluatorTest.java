package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluatorTest {
  private static final String CONTEXT =
      """
      {"github":{"event_name":"push","ref":"refs/heads/main","event":{"n":3,"labels":["a","B"]}},
       "needs":{"a":{"result":"success"},"b":{"result":"failure"},"c":{}},
       "inputs":{"flag":true,"text":"false"}}\
      """;

  private static String value(String expr) throws Exception {
    Value value =
        Evaluator.evaluate(
            ExpressionParser.parse(expr), ContextScope.of(Trees.map(CONTEXT), "success"));
    return JsonText.compact(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      textBlock =
          """
          null == '' ¦ true
          '' == 0 ¦ true
          '0' == false ¦ true
          'true' == true ¦ false
          'false' == false ¦ false
          inputs.flag == 'true' ¦ false
          inputs.flag == true ¦ true
          ' 12 ' == 12 ¦ true
          '0x1F' == 31 ¦ true
          '0o17' == 15 ¦ true
          '0xFFFFFFFF' == -1 ¦ true
          '0x1FFFFFFFF' == 0x1 ¦ false
          NaN == NaN ¦ false
          'a' > 1 ¦ false
          'ABC' == 'abc' ¦ true
          'ß' == 'SS' ¦ false
          'ı' == 'I' ¦ false
          1 == 2 == false ¦ true
          !'a' == false ¦ true
          false && fromJSON('bad') ¦ false
          'x' && '' || 'y' ¦ 'y'
          inputs.text && 'T' || 'F' ¦ 'T'
          contains(fromJSON('[1]'), '1') ¦ true
          contains('push pull_request', 'PULL') ¦ true
          contains(github, 'push') ¦ false
          contains(needs.*.result, 'failure') ¦ true
          join(needs.*.result) ¦ 'success,failure'
          endsWith(null, '') ¦ true
          join(fromJSON('[1,null,[2]]'), '-') ¦ '1--Array'
          format('{{{0}}}', 1.50) ¦ '{1.5}'
          format('{0}', 1e21) ¦ '1E+21'
          format('{0}', 0.00001) ¦ '1E-05'
          format('{0}', -0) ¦ '0'
          format('x{0}', null, fromJSON('bad')) ¦ 'x'
          case(false, fromJSON('bad'), 'x') ¦ 'x'
          github['REF'] ¦ 'refs/heads/main'
          github.event.nope.deep.x ¦ null
          github.event.labels['1'] ¦ 'B'
          github.event.labels[1.9] ¦ 'B'
          github.event.labels[2] ¦ null
          github.event.labels[-1] ¦ null
          github.event.n.* ¦ []
          fromJSON('[[1,2],[3]]').*.* ¦ [1,2,3]
          github.event == github.event ¦ true
          fromJSON('[]') == fromJSON('[]') ¦ false
          'a''b' ¦ 'a''b'
          success() && !failure() && always() ¦ true
          """)
  void evaluatesAsGitHubDoes(String expr, String expected) throws Exception {
    String want =
        expected.startsWith("'")
            ? JsonText.compact(
                new Value.Str(expected.substring(1, expected.length() - 1).replace("''", "'")))
            : expected;
    assertThat(value(expr)).isEqualTo(want);
  }

  @Test
  void failsWhereGitHubFails() {
    assertThatThrownBy(() -> value("true && fromJSON('bad')"))
        .isInstanceOf(EvaluationException.class)
        .extracting(e -> ((EvaluationException) e).position())
        .isEqualTo(9);
    assertThatThrownBy(() -> value("format('{1}', 1)"))
        .hasMessage(
            "The following format string references more arguments than were supplied: {1}");
    assertThatThrownBy(() -> value("format('{', 1)"))
        .hasMessage("The following format string is invalid: {");
    assertThatThrownBy(() -> value("case('x', 1, 2)"))
        .hasMessage("case predicate must evaluate to a boolean value");
  }

  @Test
  void toJsonIndentsByTwo() throws Exception {
    Value value =
        Evaluator.evaluate(
            ExpressionParser.parse("toJSON(fromJSON('{\"a\":[1,{}],\"b\":\"\\u0001\\\"\"}'))"),
            ContextScope.of(Trees.map("{}"), null));
    assertThat(value)
        .isEqualTo(
            new Value.Str("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"\\u0001\\\"\"\n}"));
  }

  @Test
  void growthIsBounded() throws Exception {
    String expr = "'0123456789'";
    for (int i = 0; i < 12; i++) {
      expr = "format('{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}', " + expr + ")";
    }
    Expression expression = ExpressionParser.parse(expr);
    assertThatThrownBy(() -> Evaluator.evaluate(expression, ContextScope.of(Trees.map("{}"), null)))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("The maximum allowed memory size was exceeded");
  }
}
