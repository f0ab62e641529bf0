package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold for any text. */
final class ExpressionPropertyTest {
  private static final int ROUNDS = 8_000;

  @Test
  void anyTextGivesATreeOrAnErrorInsideIt() {
    ExpressionGenerator generator = new ExpressionGenerator(7);
    int parsed = 0;
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = generator.noise();
      try {
        ExpressionParser.parse(text);
        parsed++;
      } catch (ExpressionSyntaxException e) {
        refused++;
        assertThat(e.position()).as(text).isBetween(1, Math.max(1, text.length()));
      }
      parseTemplate(text);
      parseCondition(text);
    }
    assertThat(parsed).isGreaterThan(ROUNDS / 50);
    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  private static void parseTemplate(String text) {
    try {
      Template.parse("a ${{" + text + "}} b");
    } catch (ExpressionSyntaxException e) {
      assertThat(e.position()).as(text).isBetween(1, text.length() + 9);
    }
  }

  private static void parseCondition(String text) {
    try {
      Conditions.parse(text);
    } catch (ExpressionSyntaxException e) {
      assertThat(e.position()).as(text).isBetween(1, Math.max(1, text.length()));
    }
  }

  @Test
  void textParsesBackToTheSameTree() throws Exception {
    ExpressionGenerator generator = new ExpressionGenerator(11);
    for (int i = 0; i < ROUNDS; i++) {
      String text = generator.expression();
      Expression tree = ExpressionParser.parse(text);
      String printed = tree.text();
      assertThat(Placeless.copy(ExpressionParser.parse(printed)))
          .as("%s%n%s", text, printed)
          .isEqualTo(Placeless.copy(tree));
    }
  }

  @Test
  void everyNodeKnowsItsPlace() throws Exception {
    ExpressionGenerator generator = new ExpressionGenerator(13);
    for (int i = 0; i < ROUNDS / 4; i++) {
      String text = generator.expression();
      List<Expression> nodes = new ArrayList<>();
      Placeless.collect(ExpressionParser.parse(text), nodes);
      for (Expression node : nodes) {
        String slice = text.substring(node.start(), node.end());
        assertThat(Placeless.copy(ExpressionParser.parse(slice)))
            .as("%s in %s", slice, text)
            .isEqualTo(Placeless.copy(node));
      }
    }
  }

  @Test
  void deepTextIsRefusedWithoutExhaustingTheStack() throws Exception {
    for (String opening :
        List.of("(", "!", "[", "contains(", "a[", "-", "''(", "a.", "1==", "a&&")) {
      for (int length : List.of(20_990, 100_000)) {
        String text = opening.repeat(length / opening.length());
        assertThat(isRefused(text)).as(opening).isTrue();
      }
    }
    assertThat(isRefused("(".repeat(10_000) + "1" + ")".repeat(10_000))).isFalse();
    assertThat(isRefused("!".repeat(49) + "1")).isFalse();
    assertThat(isRefused("!".repeat(50) + "1")).isTrue();
    assertThat(isRefused("github" + ".a".repeat(49))).isFalse();
    assertThat(isRefused("github" + ".a".repeat(50))).isTrue();
    assertThat(isRefused("true" + " && 1".repeat(4_000))).isFalse();
  }

  private static boolean isRefused(String text) {
    try {
      ExpressionParser.parse(text);
      return false;
    } catch (ExpressionSyntaxException e) {
      return true;
    }
  }
}
