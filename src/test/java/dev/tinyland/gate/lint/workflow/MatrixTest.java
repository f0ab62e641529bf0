package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples of GitHub's documentation, and the cases beside them. */
class MatrixTest {
  @Test
  void none_where_there_is_no_strategy() {
    assertThat(Parsed.job("runs-on: x").matrix()).isInstanceOf(Matrix.None.class);
  }

  @Test
  void two_axes_give_their_product() {
    assertThat(combinations("version: [10, 12]\nos: [a, b]"))
        .containsExactly(
            "{os=a, version=10}", "{os=b, version=10}", "{os=a, version=12}", "{os=b, version=12}");
  }

  @Test
  void the_documented_example_of_include() {
    assertThat(
            combinations(
                """
                fruit: [apple, pear]
                animal: [cat, dog]
                include:
                  - color: green
                  - color: pink
                    animal: cat
                  - fruit: apple
                    shape: circle
                  - fruit: banana
                  - fruit: banana
                    animal: cat
                """))
        .containsExactly(
            "{animal=cat, color=pink, fruit=apple, shape=circle}",
            "{animal=dog, color=green, fruit=apple, shape=circle}",
            "{animal=cat, color=pink, fruit=pear}",
            "{animal=dog, color=green, fruit=pear}",
            "{fruit=banana}",
            "{animal=cat, fruit=banana}");
  }

  @Test
  void an_include_that_expands_a_configuration() {
    assertThat(
            combinations(
                """
                os: [windows, ubuntu]
                node: [14, 16]
                include:
                  - os: windows
                    node: 16
                    npm: 6
                """))
        .containsExactly(
            "{node=14, os=windows}",
            "{node=16, npm=6, os=windows}",
            "{node=14, os=ubuntu}",
            "{node=16, os=ubuntu}");
  }

  @Test
  void the_documented_example_of_exclude() {
    assertThat(
            combinations(
                """
                os: [macos, windows]
                version: [12, 14, 16]
                environment: [staging, production]
                exclude:
                  - os: macos
                    version: 12
                    environment: production
                  - os: windows
                    version: 16
                """))
        .hasSize(9)
        .doesNotContain("{environment=production, os=macos, version=12}")
        .doesNotContain("{environment=staging, os=windows, version=16}");
  }

  @Test
  void include_alone_gives_its_entries() {
    assertThat(combinations("include:\n  - {a: 1}\n  - {a: 2, b: x}"))
        .containsExactly("{a=1}", "{a=2, b=x}");
  }

  @Test
  void an_include_brings_back_what_was_excluded() {
    assertThat(
            combinations(
                "os: [a, b]\nexclude:\n  - {os: a}\ninclude:\n  - {os: a, cmd: attic push main}"))
        .containsExactly("{os=b}", "{cmd=attic push main, os=a}");
  }

  @Test
  void a_text_is_not_the_number_that_looks_like_it() {
    assertThat(combinations("v: [1, '1']\nexclude:\n  - {v: '1'}")).containsExactly("{v=1}");
  }

  @Test
  void a_computed_matrix_is_not_guessed() {
    assertThat(matrix("${{ fromJSON(needs.a.outputs.m) }}")).isInstanceOf(Matrix.Dynamic.class);
    assertThat(matrix("\n  os: ${{ fromJSON(inputs.os) }}")).isInstanceOf(Matrix.Dynamic.class);
    assertThat(matrix("\n  os: [a]\n  include: ${{ fromJSON(inputs.os) }}"))
        .isInstanceOf(Matrix.Dynamic.class);
  }

  @Test
  void an_entry_matched_by_a_value_of_the_run_is_not_guessed() {
    assertThat(matrix("\n  os: ['${{ inputs.os }}', b]\n  exclude:\n    - {os: a}"))
        .isInstanceOf(Matrix.Dynamic.class);
    assertThat(matrix("\n  os: [a, b]\n  include:\n    - {os: '${{ inputs.os }}', c: 1}"))
        .isInstanceOf(Matrix.Dynamic.class);
    assertThat(matrix("\n  os: [a, b]\n  include:\n    - {os: a, c: '${{ inputs.c }}'}"))
        .isInstanceOf(Matrix.Combinations.class);
  }

  @Test
  void more_than_the_limit_is_not_expanded() {
    String twenty = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]";
    assertThat(matrix("\n  a: " + twenty + "\n  b: " + twenty)).isInstanceOf(Matrix.Dynamic.class);
  }

  private static Matrix matrix(String text) {
    return Parsed.job("strategy:\n  matrix: " + text.replace("\n", "\n  ")).matrix();
  }

  private static List<String> combinations(String axes) {
    Matrix matrix = Parsed.job("strategy:\n  matrix:\n" + axes.indent(4)).matrix();
    assertThat(matrix).isInstanceOf(Matrix.Combinations.class);
    return matrix instanceof Matrix.Combinations(List<Map<String, YamlNode>> all)
        ? all.stream().map(MatrixTest::shown).toList()
        : List.of();
  }

  private static String shown(Map<String, YamlNode> combination) {
    return new TreeMap<>(combination)
        .entrySet().stream()
            .map(e ->
                e.getKey() + "=" + (e.getValue() instanceof YamlNode.Scalar s ? s.display() : "?"))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
