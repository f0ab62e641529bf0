package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          github.ref == 'x'                  ¦ success() && github.ref == 'x'
          ${{ github.ref == 'x' }}           ¦ success() && github.ref == 'x'
          ${{github.ref}}                    ¦ success() && github.ref
          github.a || failure()              ¦ github.a || failure()
          always()                           ¦ always()
          !cancelled()                       ¦ !cancelled()
          ALWAYS()                           ¦ always()
          contains(toJSON(success()), 'x')   ¦ contains(toJSON(success()), 'x')
          github.x == 'success()'            ¦ success() && github.x == 'success()'
          github.x || github.y               ¦ success() && (github.x || github.y)
          0                                  ¦ success() && 0
          'false'                            ¦ success() && 'false'
          ${{ 'false' }}                     ¦ success() && false
          ${{ 'failure()' }}                 ¦ failure()
          ${{ ('false') }}                   ¦ success() && 'false'
          ${{ '' }}                          ¦ success()
          """)
  void putsSuccessInFront(String scalar, String effective) throws Exception {
    Condition condition = Conditions.parse(scalar);
    assertThat(condition.expression().text()).isEqualTo(effective);
    assertThat(condition.text()).isEqualTo(scalar);
    assertThat(condition.alwaysTrue()).isNull();
    assertThat(condition.implicitSuccess())
        .isEqualTo(effective.startsWith("success()") && !scalar.startsWith("success"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void nothingIsSuccess(String scalar) throws Exception {
    Condition condition = Conditions.parse(scalar);
    assertThat(condition.expression().text()).isEqualTo("success()");
    assertThat(condition.written()).isNull();
    assertThat(condition.implicitSuccess()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${{ false }} && false",
        "!${{ github.x }}",
        " ${{ false }}",
        "${{ false }}\n",
        "${{ false }} ",
        "github.ref == '${{ github.x }}'",
        "${{ '' }}-${{ '' }}"
      })
  void textOutsideTheFenceMakesItTrue(String scalar) throws Exception {
    Condition condition = Conditions.parse(scalar);
    assertThat(condition.isAlwaysTrue()).isTrue();
    Truth truth =
        Evaluator.truth(condition.expression(), ContextScope.of(Trees.map("{}"), "success"));
    assertThat(truth).isEqualTo(Truth.TRUE);
  }

  @Test
  void theReasonNamesTheNewline() throws Exception {
    assertThat(Conditions.parse("${{ false }}\n").alwaysTrue()).contains("final newline");
    assertThat(Conditions.parse("${{ false }} ").alwaysTrue()).contains("white space");
    assertThat(Conditions.parse("!${{ false }}").alwaysTrue()).contains("text outside");
  }

  @Test
  void twoFencesWithoutTextBetweenMayBeEmpty() throws Exception {
    Condition condition = Conditions.parse("${{ '' }}${{ null }}");
    assertThat(condition.isAlwaysTrue()).isFalse();
    assertThat(Evaluator.truth(condition.expression(), ContextScope.of(Trees.map("{}"), "success")))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void textWithoutFenceMayEndInANewline() throws Exception {
    Condition condition = Conditions.parse("  github.a &&\n  false\n");
    assertThat(condition.text()).isEqualTo("github.a &&\n  false");
    assertThat(condition.expression().text()).isEqualTo("success() && (github.a && false)");
  }

  @Test
  void aStatusFunctionInsideTextIsStillOne() throws Exception {
    Condition condition = Conditions.parse("${{ always() }} && x");
    assertThat(condition.implicitSuccess()).isFalse();
    assertThat(condition.isAlwaysTrue()).isTrue();
  }

  @Test
  void positionsCountFromTheStartOfTheScalar() {
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> Conditions.parse("${{ nosuch }}"))
        .satisfies(e -> assertThat(e.position()).isEqualTo(5))
        .withMessageContaining("Located at position 1 within expression: nosuch");
  }
}
