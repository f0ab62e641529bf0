package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TemplateTest {
  private static Value value(String scalar) throws Exception {
    return Template.parse(scalar)
        .evaluate(ContextScope.of(Trees.map("{\"inputs\":{\"a\":true,\"b\":2}}"), null));
  }

  @Test
  void plainTextStaysText() throws Exception {
    assertThat(Template.parse("a {0} }}").isLiteral()).isTrue();
    assertThat(value("a {0} }}")).isEqualTo(new Value.Str("a {0} }}"));
    assertThat(value("")).isEqualTo(Value.Str.EMPTY);
    assertThat(Template.parse("true").toExpression().text()).isEqualTo("'true'");
  }

  @Test
  void oneFenceKeepsTheType() throws Exception {
    assertThat(value("${{ inputs.a }}")).isEqualTo(Value.Bool.TRUE);
    assertThat(value("${{inputs.b}}")).isEqualTo(new Value.Num(2));
    assertThat(value("${{ '}}' }}")).isEqualTo(new Value.Str("}}"));
  }

  @Test
  void textAndFencesAreJoined() throws Exception {
    assertThat(value("{x} ${{ inputs.a }}/${{ inputs.c }}/${{ inputs.b }}'"))
        .isEqualTo(new Value.Str("{x} true//2'"));
    assertThat(Template.parse("{x} ${{ inputs.a }}'").toExpression().text())
        .isEqualTo("format('{{x}} {0}''', inputs.a)");
  }

  @Test
  void expressionsKnowTheirPlaceInTheScalar() throws Exception {
    Template template = Template.parse("ab ${{  inputs.a }} ${{ inputs.b }}");
    Template.Fence second = (Template.Fence) template.parts().get(3);
    assertThat(second.start()).isEqualTo(20);
    assertThat(second.end()).isEqualTo(template.source().length());
    assertThat(second.expression().start()).isEqualTo(24);
    assertThat(second.expression().end()).isEqualTo(32);
    assertThat(template.single()).isNull();
    assertThat(Objects.requireNonNull(Template.parse("${{ 1 }}").single()).text()).isEqualTo("1");
  }

  @Test
  void mistakesKnowTheirPlaceInTheScalar() {
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> Template.parse("ab ${{ inputs.a"))
        .withMessageStartingWith("The expression is not closed.")
        .satisfies(e -> assertThat(e.position()).isEqualTo(4));
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> Template.parse("ab ${{ }}"))
        .withMessage("An expression was expected");
    assertThatExceptionOfType(ExpressionSyntaxException.class)
        .isThrownBy(() -> Template.parse("ab ${{ a.b }}"))
        .satisfies(e -> assertThat(e.position()).isEqualTo(8));
  }
}
