package dev.tinyland.gate.lint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode.Mapping;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an edit makes of a text, in every way a mapping can be written. */
class YamlEditsTest {
  @Test
  void a_value_is_replaced_where_it_stands() {
    assertThat(set("k: true # on\n", "k")).isEqualTo("k: \"false\" # on\n");
    assertThat(set("k:   'true'   # on\n", "k")).isEqualTo("k:   \"false\"   # on\n");
    assertThat(set("k: ${{ a\n  && b }}\nl: 1\n", "k")).isEqualTo("k: \"false\"\nl: 1\n");
    assertThat(set("é💥: x\nk: \"日本💥\" # 💥\n", "k")).isEqualTo("é💥: x\nk: \"false\" # 💥\n");
    assertThat(set("a: {k: true, l: 1}", "a", "k")).isEqualTo("a: {k: \"false\", l: 1}");
    assertThat(set("{\"a\":{\"k\":true}}", "a", "k")).isEqualTo("{\"a\":{\"k\":\"false\"}}");
  }

  @Test
  void a_block_scalar_goes_as_a_whole() {
    assertThat(set("k: |\n  one\n  two\n\nl: 1\n", "k")).isEqualTo("k: \"false\"\n\nl: 1\n");
    assertThat(set("k: >-\r\n  one\r\nl: 1\r\n", "k")).isEqualTo("k: \"false\"\r\nl: 1\r\n");
    assertThat(set("k: | # why\n  one\n", "k")).as("the comment would be lost").isNull();
  }

  @Test
  void a_value_that_is_missing_is_written_after_the_colon() {
    assertThat(set("k:\nl: 1\n", "k")).isEqualTo("k: \"false\"\nl: 1\n");
    assertThat(set("k: # none\nl: 1\n", "k")).isEqualTo("k: \"false\" # none\nl: 1\n");
    assertThat(set("{k, l: 1}", "k")).as("a key without a colon").isNull();
  }

  @Test
  void a_list_or_mapping_is_replaced_unless_something_else_is_in_it() {
    assertThat(set("k: [a, b]\n", "k")).isEqualTo("k: \"false\"\n");
    assertThat(set("k:\n  - a\n  - b\nl: 1\n", "k")).isEqualTo("k: \"false\"\nl: 1\n");
    assertThat(set("k:\n  - a # why\n  - b\nl: 1\n", "k")).isNull();
    assertThat(set("k:\n  - &x a\nl: *x\n", "k")).isNull();
  }

  @Test
  void what_others_refer_to_is_left_alone_and_a_reference_is_replaced() {
    assertThat(set("k: &x true\nl: *x\n", "k")).isNull();
    assertThat(set("k: !!str true\n", "k")).isNull();
    assertThat(set("l: &x true\nk: *x\n", "k")).isEqualTo("l: &x true\nk: \"false\"\n");
    assertThat(set("l: &x {k: true}\na: *x\n", "a", "k")).isNull();
  }

  @Test
  void a_key_is_added_at_the_end_of_a_mapping_in_its_own_indentation() {
    assertThat(set("a:\n    b: 1\nc: 2\n", "a", "k"))
        .isEqualTo("a:\n    b: 1\n    k: \"false\"\nc: 2\n");
    assertThat(set("a:\n  b: 1 # one\n\n# two\nc: 2\n", "a", "k"))
        .isEqualTo("a:\n  b: 1 # one\n  k: \"false\"\n\n# two\nc: 2\n");
    assertThat(set("a:\n  b: |\n    x\n    y\n\nc: 2\n", "a", "k"))
        .isEqualTo("a:\n  b: |\n    x\n    y\n  k: \"false\"\n\nc: 2\n");
    assertThat(set("a:\n  b:\n  - 1\n  - 2\nc: 2\n", "a", "k"))
        .isEqualTo("a:\n  b:\n  - 1\n  - 2\n  k: \"false\"\nc: 2\n");
    assertThat(set("b: 1", "k")).as("no final line break").isEqualTo("b: 1\nk: \"false\"");
    assertThat(set("a: 1\r\nb: 1", "k")).isEqualTo("a: 1\r\nb: 1\r\nk: \"false\"");
    assertThat(set("a: 1\r\nb: 1\r\n", "k")).isEqualTo("a: 1\r\nb: 1\r\nk: \"false\"\r\n");
    assertThat(set("a: 1\rb: 1\r", "k")).isEqualTo("a: 1\rb: 1\rk: \"false\"\r");
  }

  @Test
  void a_key_is_added_between_braces_whatever_the_commas() {
    assertThat(set("a: {b: 1}", "a", "k")).isEqualTo("a: {b: 1, k: \"false\"}");
    assertThat(set("a: { b: 1, }", "a", "k")).isEqualTo("a: { b: 1, k: \"false\" }");
    assertThat(set("a: {}", "a", "k")).isEqualTo("a: {k: \"false\"}");
    assertThat(set("a: {b: 1 # one\n }", "a", "k")).isEqualTo("a: {b: 1, k: \"false\" # one\n }");
    assertThat(set("{\"a\": {\"b\": 1}}", "a", "k"))
        .isEqualTo("{\"a\": {\"b\": 1, \"k\": \"false\"}}");
    assertThat(set("a: {b: 1}", "a", "m", "k")).isEqualTo("a: {b: 1, m: {k: \"false\"}}");
  }

  @Test
  void a_mapping_that_is_missing_is_written_too() {
    assertThat(set("a:\n  b: 1\n", "a", "with", "k"))
        .isEqualTo("a:\n  b: 1\n  with:\n    k: \"false\"\n");
    assertThat(set("a:\n    b: 1\n    c:\n        d: 1\n", "a", "with", "k"))
        .as("as deep as its neighbours")
        .isEqualTo("a:\n    b: 1\n    c:\n        d: 1\n    with:\n        k: \"false\"\n");
    assertThat(set("a:\n  with: # none\n  b: 1\n", "a", "with", "k"))
        .isEqualTo("a:\n  with: # none\n    k: \"false\"\n  b: 1\n");
    assertThat(set("a:\n  with: {}\n", "a", "with", "k")).isEqualTo("a:\n  with: {k: \"false\"}\n");
    assertThat(set("a:\n  with: ${{ x }}\n", "a", "with", "k")).isNull();
  }

  @Test
  void keys_of_a_step_go_where_a_person_would_write_them() {
    assertThat(step("- uses: a/b@v1\n  env:\n    X: 1\n", "false", "with", "k"))
        .isEqualTo("- uses: a/b@v1\n  with:\n    k: \"false\"\n  env:\n    X: 1\n");
    assertThat(step("- name: N # n\n  id: i\n  uses: a/b@v1\n", "always()", "if"))
        .isEqualTo("- name: N # n\n  id: i\n  if: always()\n  uses: a/b@v1\n");
    assertThat(step("-   uses: a/b@v1\n", "always()", "if"))
        .isEqualTo("-   uses: a/b@v1\n    if: always()\n");
    assertThat(step("- run: |\n    one\n    two\n", "always()", "if"))
        .isEqualTo("- run: |\n    one\n    two\n  if: always()\n");
    assertThat(step("- {uses: a/b@v1}\n", "a() && b[0]", "if"))
        .isEqualTo("- {uses: a/b@v1, if: 'a() && b[0]'}\n");
  }

  @Test
  void text_is_quoted_where_it_would_be_read_as_something_else() {
    for (String value :
        List.of("true", "1", "null", "", "a: b", "a #b", "#a", "- a", "it's", "a:", "*x", "{a}")) {
      for (boolean flow : List.of(true, false)) {
        String text =
            flow ? "{k: " + Quoting.of(value, true) + "}" : "k: " + Quoting.of(value, false);
        Scalar read = (Scalar) Objects.requireNonNull(Yamls.mapping(text).get("k"));
        assertThat(read.value()).as(text).isEqualTo(value);
        assertThat(read.kind()).as(text).isEqualTo(Scalar.Kind.STRING);
      }
    }
    assertThat(Quoting.of("${{ a && b }}", false)).isEqualTo("${{ a && b }}");
    assertThat(Quoting.of("${{ a && b }}", true)).isEqualTo("'${{ a && b }}'");
  }

  @Test
  void a_block_scalar_loses_its_final_line_break() {
    for (String header : List.of("|", ">", "|+", "|2", ">2+", "|+2", "|-")) {
      String text = "k: " + header + " # why\n  ${{ a }}\nl: 1\n";
      SourceFile file = new SourceFile("file.yml", text);
      Mapping root = (Mapping) Objects.requireNonNull(YamlReader.read(file).root());
      Scalar scalar = (Scalar) Objects.requireNonNull(root.get("k"));
      String stripped = applied(file, new YamlEdits(file, root).strip(scalar));
      assertThat(Yamls.scalar(Yamls.root(stripped), "k").value()).isEqualTo("${{ a }}");
      assertThat(stripped).endsWith(" # why\n  ${{ a }}\nl: 1\n");
    }
  }

  @Test
  void a_part_of_a_value_is_replaced_only_where_it_is_written_as_it_reads() {
    SourceFile file = new SourceFile("file.yml", "k: 'a ''b'' c'\nl: \"a \\x62 c\"\n");
    Mapping root = (Mapping) Objects.requireNonNull(YamlReader.read(file).root());
    YamlEdits edits = new YamlEdits(file, root);
    Scalar quoted = (Scalar) Objects.requireNonNull(root.get("k"));
    assertThat(applied(file, edits.replace(quoted, 3, 4, "x")))
        .isEqualTo("k: 'a ''x'' c'\nl: \"a \\x62 c\"\n");
    Scalar escaped = (Scalar) Objects.requireNonNull(root.get("l"));
    assertThat(edits.replace(escaped, 2, 3, "x")).isNull();
  }

  /** The text with the value false at the keys; null where there is no edit. */
  private static @Nullable String set(String text, String... keys) {
    SourceFile file = new SourceFile("file.yml", text);
    Mapping root = (Mapping) Objects.requireNonNull(YamlReader.read(file).root());
    Edit edit = new YamlEdits(file, root).set(root, "false", keys);
    if (edit == null) {
      return null;
    }
    String after = applied(file, edit);
    assertThat(Yamls.read(after).problems()).as(after).isEmpty();
    Object[] path = keys;
    Scalar read = Yamls.scalar(Yamls.root(after), path);
    assertThat(read.value()).as(after).isEqualTo("false");
    assertThat(read.kind()).as(after).isEqualTo(Scalar.Kind.STRING);
    return after;
  }

  private static String step(String text, String value, String... keys) {
    SourceFile file = new SourceFile("file.yml", text);
    YamlNode.Sequence steps =
        (YamlNode.Sequence) Objects.requireNonNull(YamlReader.read(file).root());
    Mapping step = (Mapping) steps.items().getFirst();
    return applied(file, new YamlEdits(file, steps).set(step, value, keys));
  }

  private static String applied(SourceFile file, @Nullable Edit edit) {
    Edit sure = Objects.requireNonNull(edit);
    int start = file.offsetAt(sure.span().line(), sure.span().column());
    int end = file.offsetAt(sure.span().endLine(), sure.span().endColumn());
    return file.text().substring(0, start) + sure.replacement() + file.text().substring(end);
  }
}
