package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search for a witness is told, and what it is not bothered with. */
final class ComparedTest {
  private final List<String> told = new ArrayList<>();

  /** Everything is unknown but the event name, and the object {@code needs} has one key. */
  private final class Recorder implements Scope {
    @Override
    public Value context(String name) {
      return switch (name) {
        case "github" -> new Github();
        case "needs" -> new MapObj(Map.of("build", Unknown.of("needs.build")));
        default -> Unknown.of(name);
      };
    }

    @Override
    public Value function(String name, List<Value> arguments, Expression.Call call) {
      return Unknown.of(call.text());
    }

    @Override
    public void compared(Unknown unknown, Value other, Comparison how) {
      told.add(unknown.name() + " " + how + " " + JsonText.compact(other));
    }

    @Override
    public void related(Unknown left, Unknown right, Comparison how) {
      told.add(left.name() + " " + how + " " + right.name());
    }
  }

  private static final class Github implements Value.Obj {
    @Override
    public Value get(String key) {
      return key.equals("event_name") ? new Value.Str("push") : Unknown.of("github." + key);
    }

    @Override
    public @Nullable Set<String> keys() {
      return null;
    }
  }

  private Truth truth(String expr) throws Exception {
    told.clear();
    return Evaluator.truth(ExpressionParser.parse(expr), new Recorder());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          vars.X == 'a'                                     ¦ vars.X EQUAL "a"
          'a' != vars.X                                     ¦ vars.X EQUAL "a"
          !vars.X                                           ¦ vars.X TRUTHY true
          vars.X && true                                    ¦ vars.X TRUTHY true
          vars.X < 5                                        ¦ vars.X LESS 5
          5 < vars.X                                        ¦ vars.X GREATER 5
          contains('push x', vars.X)                        ¦ vars.X SUBSTRING "push x"
          contains(vars.X, 'x')                             ¦ vars.X SUBSTRING "x"
          startsWith(github.ref, 'refs/tags/')              ¦ github.ref PREFIX "refs/tags/"
          endsWith(github.ref, '-rc')                       ¦ github.ref SUFFIX "-rc"
          format('refs/heads/{0}', vars.X) == 'refs/heads/m' ¦ vars.X EQUAL "m"
          format('{0}/x', vars.X) == 'M/X'                  ¦ vars.X EQUAL "M"
          startsWith(format('a/{0}', vars.X), 'A/b')        ¦ vars.X PREFIX "b"
          vars.X == env.Y                                   ¦ vars.X EQUAL env.Y
          fromJSON(vars.X)                                  ¦ vars.X EQUAL "true"
          fromJSON(vars.X) == 'q'                           ¦ vars.X EQUAL "\\"q\\""
          github.event.x[0]['a b'] == 'c'                   ¦ github.event.x[0]['a b'] EQUAL "c"
          needs.*.result == 'x' || contains(needs.*.result, 'failure') ¦ needs.build.result EQUAL "failure"
          success()                                         ¦ success() TRUTHY true
          """)
  void tellsWhatIsWorthTrying(String expr, String expected) throws Exception {
    Truth truth = truth(expr);
    assertThat(truth.isUnknown()).isTrue();
    assertThat(told).containsExactly(expected);
    assertThat(truth.names()).anyMatch(name -> expected.startsWith(name + " "));
  }

  @Test
  void tellsEveryElementAndEveryAlternative() throws Exception {
    truth("contains(fromJSON('[\"a\",\"b\"]'), vars.X)");
    assertThat(told).containsExactly("vars.X EQUAL \"a\"", "vars.X EQUAL \"b\"");
    truth("(vars.X || vars.Y || 'z') == 'a'");
    assertThat(told).contains("vars.X EQUAL \"a\"", "vars.Y EQUAL \"a\"");
    truth("vars.X == true");
    assertThat(told).containsExactly("vars.X EQUAL true", "vars.X EQUAL \"1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          vars.X && false                                   ¦ FALSE
          vars.X || true                                    ¦ TRUE
          !(vars.X && false)                                ¦ TRUE
          github.event_name == 'pull_request' && vars.X     ¦ FALSE
          vars.X && github.event_name == 'pull_request'     ¦ FALSE
          vars.X && fromJSON('bad')                         ¦ FALSE
          fromJSON(vars.X) && false                         ¦ FALSE
          !(fromJSON(vars.X) && false)                      ¦ UNKNOWN
          fromJSON(vars.X) || true                          ¦ UNKNOWN
          vars.X == fromJSON('null') || true                ¦ TRUE
          (vars.X == 'a') == 'true'                         ¦ FALSE
          format('a{0}', vars.X)                            ¦ TRUE
          format('a{0}', vars.X) == 'b'                     ¦ FALSE
          contains(format('-push-{0}', vars.X), 'push')     ¦ TRUE
          startsWith(format('ab{0}', vars.X), 'A')          ¦ TRUE
          startsWith(format('ab{0}', vars.X), 'x')          ¦ FALSE
          (vars.X && '' || 'x') == 'x'                      ¦ TRUE
          vars.X && '' || 'x'                               ¦ TRUE
          vars.X == NaN                                     ¦ FALSE
          contains(needs, 'x')                              ¦ FALSE
          startsWith(vars.X, needs)                         ¦ FALSE
          format('{0}', vars.X).y                           ¦ FALSE
          toJSON(vars.X)                                    ¦ TRUE
          case(vars.X == 'a', 'b', 'c')                     ¦ TRUE
          """)
  void decidesWhatDoesNotDependOnTheUnknown(String expr, Truth.Kind kind) throws Exception {
    assertThat(truth(expr).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          vars.X == 'a'                                     ¦ true
          vars.X == env.Y                                   ¦ true
          contains(fromJSON('["a"]'), vars.X)               ¦ true
          format('{0}-x', vars.X) == 'a-x'                  ¦ true
          format('{0}{1}', vars.X == 'a', env.Y == 'b') == 'truetrue' ¦ true
          format('{0}{1}', vars.X, env.Y) == 'ab'           ¦ false
          fromJSON(vars.X)                                  ¦ false
          contains(toJSON(vars.X), 'a')                     ¦ false
          join(vars.*) == 'a'                               ¦ false
          contains(vars.*.x, 'a')                           ¦ false
          vars.X < 5                                        ¦ false
          vars.X < env.Y                                    ¦ false
          hashFiles('x') == 'y'                             ¦ false
          needs[vars.X] == 'y'                              ¦ false
          github.*.ref == 'x'                               ¦ false
          contains(toJSON(github), 'x')                     ¦ false
          """)
  void saysWhetherTryingIsConclusive(String expr, boolean exact) throws Exception {
    Truth truth = truth(expr);
    assertThat(truth.isUnknown()).isTrue();
    assertThat(truth.exact()).isEqualTo(exact);
  }

  @Test
  void derivedValuesKnowTheirNamesInOrder() throws Exception {
    Value value =
        Evaluator.evaluate(ExpressionParser.parse("vars.B && env.A || 'x'"), new Recorder());
    assertThat(((Unknown) value).names()).containsExactly("vars.B", "env.A");
    assertThat(((Unknown) value).isAtomic()).isFalse();
    Value atomic = Evaluator.evaluate(ExpressionParser.parse("vars.B.c['D']"), new Recorder());
    assertThat(((Unknown) atomic).name()).isEqualTo("vars.B.c.D");
  }

  @Test
  void aTemplateIsTakenApart() {
    Unknown template = Unknown.template("a", "x.y", "b");
    assertThat(template.names()).containsExactly("x.y");
    assertThat(template.isAtomic()).isFalse();
    assertThat(template.exact()).isTrue();
  }
}
