package dev.tinyland.gate.lint.yaml;

import static dev.tinyland.gate.lint.yaml.Yamls.mapping;
import static dev.tinyland.gate.lint.yaml.Yamls.node;
import static dev.tinyland.gate.lint.yaml.Yamls.place;
import static dev.tinyland.gate.lint.yaml.Yamls.read;
import static dev.tinyland.gate.lint.yaml.Yamls.root;
import static dev.tinyland.gate.lint.yaml.Yamls.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode.Mapping;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Style;
import dev.tinyland.gate.lint.yaml.YamlNode.Sequence;
import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTest {
  static List<String> corpus() {
    return Yamls.CORPUS;
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void theCorpusHasNoProblems(String name) {
    assertThat(YamlReader.read(name, Yamls.bytes(name)).problems()).isEmpty();
  }

  @Test
  void keysAreFoundIgnoringCase() {
    Mapping mapping = mapping("Push-Cache: a\nother: b\n");
    assertThat(mapping.get("push-cache")).hasToString("a");
    assertThat(mapping.get("PUSH-CACHE")).hasToString("a");
    assertThat(mapping.get("push")).isNull();
    assertThat(mapping.all("OTHER")).hasSize(1);
  }

  @Test
  void keysThatOnlyLookAlikeAreOthers() {
    Mapping mapping = mapping("\u212Aey: kelvin\ntoken\u0131: dotless\n\u00C9t\u00E9: summer\n");
    assertThat(mapping.get("key")).isNull();
    assertThat(mapping.get("tokeni")).isNull();
    assertThat(mapping.get("\u00E9T\u00C9")).hasToString("summer");
  }

  @Test
  void onIsAString() {
    Mapping mapping = mapping("on: push\nTrue: x\n");
    assertThat(mapping.entries().get(0).key().kind()).isEqualTo(Scalar.Kind.STRING);
    assertThat(mapping.get("true")).hasToString("x");
  }

  @Test
  void blockCollectionsEndWithTheirLastChild() {
    YamlNode root = root("a:\n  b:\n    - one\n    - two   # note\n\n# more\n\nc: d\n");
    assertThat(place(root.span())).isEqualTo("1:1-8:5");
    assertThat(place(node(root, "a").span())).isEqualTo("2:3-4:10");
    assertThat(place(node(root, "a", "b").span())).isEqualTo("3:5-4:10");
  }

  @Test
  void flowCollectionsEndAfterTheirBracket() {
    YamlNode root = root("a: [ {b: c} , d: [ ] ]\nb: &x {\n}\n");
    assertThat(place(node(root, "a").span())).isEqualTo("1:4-1:23");
    assertThat(place(node(root, "a", 0).span())).isEqualTo("1:6-1:12");
    assertThat(place(node(root, "a", 1).span())).isEqualTo("1:15-1:21");
    assertThat(place(node(root, "b").span())).isEqualTo("2:4-3:2");
  }

  @Test
  void blockScalarsEndWithTheirLastText() {
    YamlNode root = root("a: |+\n  x\n  y  \n\n\nb: >-\n  z\n# c\nc: |\nd: 1\n");
    assertThat(place(node(root, "a").span())).isEqualTo("1:4-3:6");
    assertThat(place(node(root, "b").span())).isEqualTo("6:4-7:4");
    assertThat(place(node(root, "c").span())).isEqualTo("9:4-9:5");
  }

  @Test
  void missingValuesStandAfterTheirKey() {
    YamlNode root = root("a:\nb:   # c\n? c\n\nd: e\n");
    assertThat(place(node(root, "a").span())).isEqualTo("1:3-1:3");
    assertThat(place(node(root, "b").span())).isEqualTo("2:3-2:3");
    assertThat(place(node(root, "c").span())).isEqualTo("3:4-3:4");
  }

  @Test
  void columnsCountCodePoints() {
    YamlNode root = root("\uD83D\uDE00: {\uD83D\uDE00: x, b: 'y\uD83D\uDE00z'}\n");
    assertThat(place(node(root, "\uD83D\uDE00", "\uD83D\uDE00").span())).isEqualTo("1:8-1:9");
    Scalar scalar = scalar(root, "\uD83D\uDE00", "b");
    assertThat(place(scalar.span())).isEqualTo("1:14-1:19");
    assertThat(place(scalar.spanOf(3, 4))).isEqualTo("1:17-1:18");
    assertThat(place(scalar.spanOf(1, 2))).isEqualTo("1:16-1:17");
  }

  @Test
  void aliasesShareTheNodeAndKnowTheirPlace() {
    Mapping root = mapping("a: &x {k: v}\nb: *x\nc: [y, *x]\n");
    assertThat(root.get("b")).isSameAs(root.get("a"));
    assertThat(place(root.entries().get(0).aliasSpan())).isEqualTo("none");
    assertThat(place(root.entries().get(1).aliasSpan())).isEqualTo("2:4-2:6");
    assertThat(place(root.entries().get(1).span())).isEqualTo("2:1-2:6");
    Sequence sequence = (Sequence) node(root, "c");
    assertThat(sequence.items().get(1)).isSameAs(root.get("a"));
    assertThat(place(sequence.aliasSpan(0))).isEqualTo("none");
    assertThat(place(sequence.aliasSpan(1))).isEqualTo("3:8-3:10");
    assertThat(place(sequence.span())).isEqualTo("3:4-3:11");
  }

  @Test
  void aMergeKeyIsAProblemAndStaysAnOrdinaryKey() {
    YamlDocument document =
        YamlReader.read(new SourceFile("f.yml", "a: &x {k: v}\nb:\n  <<: *x\n"));
    assertThat(document.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("merge key"))
        .satisfies(problem -> assertThat(place(problem.span())).startsWith("3:3"));
    Mapping b = (Mapping) node((Mapping) Objects.requireNonNull(document.root()), "b");
    assertThat(b.get("<<")).isNotNull();
  }

  @Test
  void anAnchorMayBeDefinedAnew() {
    Mapping root = mapping("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assertThat(root.get("b")).hasToString("1");
    assertThat(root.get("d")).hasToString("2");
  }

  @Test
  void anchorsAreNoted() {
    assertThat(read("a: b\n").usesAnchors()).isFalse();
    assertThat(place(read("a: b\nc: &x d\n").firstAnchor())).isEqualTo("2:4-2:4");
    assertThat(read("a: *x\n").usesAnchors()).isTrue();
  }

  @Test
  void stylesAreKept() {
    YamlNode root = root("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >\n  e\n");
    assertThat(Yamls.scalars(root))
        .extracting(Scalar::style)
        .containsExactly(
            Style.PLAIN, Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED, Style.LITERAL, Style.FOLDED);
  }

  @Test
  void flowJsonIsYaml() {
    YamlNode root = root("{\"on\":\"push\",\t\"jobs\": {\"a\": {\"steps\": [{\"run\": \"x\"}]}}}");
    assertThat(node(root, "jobs", "a", "steps", 0, "run")).hasToString("x");
  }

  @Test
  void commentsAreFoundOutsideScalarsOnly() {
    String text =
        """
        # first
        a: b # gate: allow[x]
        c: |  #header
          # content
        d: 'a # b' # after
        e: x#y
        f: [1, # in a list
          2]#tight
          # indented
        g: "#"
        h: &n # on the anchor
          plain
        """;
    assertThat(read(text).comments())
        .extracting(comment -> place(comment.span()) + " " + comment.text())
        .containsExactly(
            "1:1-1:8 first",
            "2:6-2:22 gate: allow[x]",
            "3:7-3:14 header",
            "5:12-5:19 after",
            "7:8-7:19 in a list",
            "8:5-8:11 tight",
            "9:3-9:13 indented",
            "11:7-11:22 on the anchor");
  }

  @Test
  void aFileOfCommentsHasNoRoot() {
    YamlDocument document = read("# nothing\n\n# here\n");
    assertThat(document.root()).isNull();
    assertThat(document.problems()).isEmpty();
    assertThat(document.comments()).hasSize(2);
  }

  @Test
  void crlfAndLoneCrEndLines() {
    for (String lineBreak : List.of("\r\n", "\r")) {
      YamlNode root = root("a: |\n  x\n  y\nb: c\n".replace("\n", lineBreak));
      assertThat(node(root, "a")).hasToString("x\ny\n");
      assertThat(place(node(root, "b").span())).isEqualTo("4:4-4:5");
    }
  }
}
