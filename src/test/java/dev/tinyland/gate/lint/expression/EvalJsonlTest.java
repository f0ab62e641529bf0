package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EvalJsonlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          {"expr":"null"}                                         ¦ {"kind":"null","value":null}
          {"expr":"${{ true }}"}                                  ¦ {"kind":"boolean","value":true}
          {"expr":"1.50"}                                         ¦ {"kind":"number","value":1.5}
          {"expr":"-0"}                                           ¦ {"kind":"number","value":0}
          {"expr":"NaN"}                                          ¦ {"kind":"number","value":"NaN"}
          {"expr":"-Infinity"}                                    ¦ {"kind":"number","value":"-Infinity"}
          {"expr":"'a'"}                                          ¦ {"kind":"string","value":"a"}
          {"expr":"github.b.*","context":{"github":{"b":[1]}}}    ¦ {"kind":"array","value":[1]}
          {"expr":"GITHUB","context":{"Github":{"b":1,"a":null}}} ¦ {"kind":"object","value":{"b":1,"a":null}}
          {"expr":"github.x","context":{"github":{}}}             ¦ {"kind":"null","value":null}
          {"expr":"env.X == vars.Y"}                              ¦ {"unknown":["env.X","vars.Y"]}
          {"expr":"secrets.b || env.a"}                           ¦ {"unknown":["env.a","secrets.b"]}
          {"expr":"env.X && false"}                               ¦ {"unknown":["env.X"]}
          {"expr":"!(env.X && false)"}                            ¦ {"kind":"boolean","value":true}
          {"expr":"success()"}                                    ¦ {"unknown":["success()"]}
          {"expr":"always()"}                                     ¦ {"kind":"boolean","value":true}
          {"expr":"success()","status":"success"}                 ¦ {"kind":"boolean","value":true}
          {"expr":"failure()","status":"cancelled"}               ¦ {"kind":"boolean","value":false}
          {"expr":"cancelled()","status":"cancelled"}             ¦ {"kind":"boolean","value":true}
          {"expr":"hashFiles('a')","status":"success"}            ¦ {"unknown":["hashFiles('a')"]}
          {"expr":"fromJSON('{')"}                                ¦ ERROR 1
          {"expr":"1 == fromJSON('')"}                            ¦ ERROR 6
          {"expr":"github."}                                      ¦ ERROR 7
          {"expr":"${{ nosuch }}"}                                ¦ ERROR 5
          """)
  void answersInTheDocumentedForms(String line, String answer) {
    String actual = EvalJsonl.line(line);
    if (answer.startsWith("ERROR ")) {
      assertThat(actual)
          .startsWith("{\"error\":\"")
          .endsWith("\"position\":" + answer.substring("ERROR ".length()) + "}");
    } else {
      assertThat(actual).isEqualTo(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "1",
        "{}",
        "{\"expr\":1}",
        "{\"expr\":\"1\",\"context\":[]}",
        "{\"expr\":\"1\",\"status\":\"fine\"}",
        "{\"expr\":\"1\",\"status\":1}",
        "{\"expr\":\"1\"} x"
      })
  void aLineThatIsNoRequestGivesAnError(String line) {
    assertThat(EvalJsonl.line(line)).startsWith("{\"error\":\"");
  }

  @Test
  void noLineMakesItThrow() {
    ExpressionGenerator generator = new ExpressionGenerator(3);
    for (int i = 0; i < 5_000; i++) {
      String noise = generator.noise();
      assertThat(EvalJsonl.line(noise)).startsWith("{\"");
      String quoted = JsonText.compact(new Value.Str(noise));
      assertThat(EvalJsonl.line("{\"expr\":" + quoted + "}")).startsWith("{\"");
    }
  }

  @Test
  void deepAndLongInputIsAnswered() {
    String deep = "[".repeat(50_000);
    assertThat(EvalJsonl.line("{\"expr\":\"1\",\"context\":" + deep)).startsWith("{\"error\"");
    assertThat(EvalJsonl.line("{\"expr\":\"" + "(".repeat(100_000) + "\"}"))
        .startsWith("{\"error\":\"Exceeded max expression length");
  }
}
