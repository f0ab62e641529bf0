package dev.tinyland.gate.lint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarKindsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          true    | BOOL   | true
          True    | BOOL   | true
          TRUE    | BOOL   | true
          false   | BOOL   | false
          False   | BOOL   | false
          FALSE   | BOOL   | false
          tRUE    | STRING | tRUE
          truely  | STRING | truely
          yes     | STRING | yes
          no      | STRING | no
          on      | STRING | on
          off     | STRING | off
          ~       | NULL   |
          null    | NULL   |
          Null    | NULL   |
          NULL    | NULL   |
          nULL    | STRING | nULL
          0       | INT    | 0
          7       | INT    | 7
          -3      | INT    | -3
          +4      | INT    | 4
          -0      | INT    | -0
          012     | INT    | 12
          0x1F    | INT    | 31
          0xffffffff | INT | -1
          0x      | STRING | 0x
          0xG     | STRING | 0xG
          0o17    | INT    | 15
          0o8     | STRING | 0o8
          -0x1    | STRING | -0x1
          1_000   | STRING | 1_000
          123456789012345  | INT | 123456789012345
          1234567890123456 | INT | 1.23456789012346E+15
          1.0     | FLOAT  | 1
          1.      | FLOAT  | 1
          1.50    | FLOAT  | 1.5
          -.5     | FLOAT  | -0.5
          1e3     | FLOAT  | 1000
          1E+15   | FLOAT  | 1E+15
          1e14    | FLOAT  | 100000000000000
          0.0001  | FLOAT  | 0.0001
          0.00001 | FLOAT  | 1E-05
          0.1     | FLOAT  | 0.1
          1e400   | FLOAT  | Infinity
          .inf    | FLOAT  | Infinity
          +.Inf   | FLOAT  | Infinity
          -.INF   | FLOAT  | -Infinity
          .nan    | FLOAT  | NaN
          -.nan   | STRING | -.nan
          .       | STRING | .
          1e      | STRING | 1e
          1.2.3   | STRING | 1.2.3
          2024-01-01 | STRING | 2024-01-01
          'true'  | STRING | true
          "null"  | STRING | null
          !!str 1 | STRING | 1
          !!int 1 | INT    | 1
          !!float 1 | FLOAT | 1
          !!bool true | BOOL | true
          !!null ~ | NULL  |
          """)
  void kindsAndTheirText(String written, Kind kind, @Nullable String display) {
    Scalar scalar = Yamls.scalar(Yamls.root("x: " + written), "x");
    assertThat(scalar.kind()).isEqualTo(kind);
    assertThat(scalar.display()).isEqualTo(display == null ? "" : display);
  }

  @Test
  void aMissingValueIsNull() {
    Scalar scalar = Yamls.scalar(Yamls.root("a:\n"), "a");
    assertThat(scalar.kind()).isEqualTo(Kind.NULL);
    assertThat(scalar.display()).isEmpty();
  }
}
