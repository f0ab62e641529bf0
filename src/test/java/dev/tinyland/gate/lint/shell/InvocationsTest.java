package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of each command of a script: where it stands, how it is reached, its words. */
class InvocationsTest {
  @Test
  void takesACommandFromTheEnvironment() {
    Options options = Options.DEFAULT.withEnvironment(Map.of("PUSH_CMD", "attic push main"));
    for (String text : List.of("$PUSH_CMD", "bash -c \"$PUSH_CMD\"", "eval \"$PUSH_CMD\"")) {
      assertThat(Shown.writes(ShellAnalysis.of(Script.parse(text), options)))
          .containsExactly("attic push main");
    }
  }

  @Test
  void readsFencesInTheEnvironment() {
    Options options =
        Options.DEFAULT
            .withEnvironment(Map.of("CMD", "${{ inputs.tool }} push main"))
            .withExpressions(text -> text.strip().equals("inputs.tool") ? "attic" : null);
    assertThat(Shown.writes(ShellAnalysis.of(Script.parse("$CMD"), options)))
        .containsExactly("attic push main");
  }

  @Test
  void splicesKnownExpressionsIntoTheScript() {
    String text = "echo a\n${{ inputs.command }}\necho b";
    Script script =
        Script.parse(
            text,
            expression -> expression.equals(" inputs.command ") ? "cd x\nattic push main" : null);
    List<Invocation> found = Invocations.of(script, Options.DEFAULT);
    assertThat(found)
        .extracting(Invocation::display)
        .containsExactly("echo a", "cd x", "attic push main", "echo b");
    assertThat(text.substring(found.get(2).start(), found.get(2).end()))
        .isEqualTo("${{ inputs.command }}");
    assertThat(text.substring(found.get(3).start(), found.get(3).end())).isEqualTo("echo b");
  }

  @Test
  void keepsUnknownExpressionsAsParts() {
    List<Invocation> found = Shown.analysis("${{ matrix.tool }} push main").invocations();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).argv().get(0).parts())
        .containsExactly(new WordPart.Expression(" matrix.tool ", false, 0, 18));
    assertThat(found.get(0).command()).isNull();
  }

  @Test
  void mapsInnerScriptsToTheirPlace() {
    String text = "bash -c 'cd x\n  attic push main' && nix-shell --run \"attic push \\\"two\\\"\"";
    List<String> places =
        Shown.analysis(text).invocations().stream()
            .filter(one -> "attic".equals(one.command()))
            .map(one -> text.substring(one.start(), one.end()))
            .toList();
    assertThat(places).containsExactly("attic push main", "attic push \\\"two\\\"");
  }

  @Test
  void tellsWhatNixIsAskedFor() {
    String text =
        """
        nix run .#attic -- push main
        nix run --inputs-from X attic -- login a
        nix run "github:nixos/nixpkgs/$REV#attic-client" -- push main
        nix shell nixpkgs#attic-client nixpkgs#jq -c attic push main
        nix --extra-experimental-features 'nix-command flakes' run nixpkgs#attic-client push main
        """;
    List<Invocation.NixTarget> targets =
        Shown.analysis(text).invocations().stream()
            .filter(one -> one.nix() != null)
            .map(Invocation::nix)
            .toList();
    assertThat(targets)
        .extracting(one ->
            one.command() + " " + display(one.installables()) + " : " + display(one.arguments()))
        .containsExactly(
            "run .#attic : push main",
            "run attic : login a",
            "run github:nixos/nixpkgs/$REV#attic-client : push main",
            "shell nixpkgs#attic-client nixpkgs#jq : ",
            "run nixpkgs#attic-client : push main");
  }

  private static String display(List<Word> words) {
    return String.join(" ", words.stream().map(Word::display).toList());
  }

  @Test
  void marksBackgroundPipelinesAndWrappers() {
    Invocation push =
        Shown.analysis("(a | sudo nice xargs attic push main) &").invocations().stream()
            .filter(one -> "attic".equals(one.command()))
            .findFirst()
            .orElseThrow();
    assertThat(push.background()).isTrue();
    assertThat(push.stage()).isEqualTo(1);
    assertThat(push.stages()).isEqualTo(2);
    assertThat(push.wrappers()).containsExactly("sudo", "nice", "xargs");
    assertThat(push.certain()).isTrue();
  }

  @Test
  void isNotCertainBehindAnUnknownCommand() {
    List<Invocation> found = Shown.analysis("./ci/run attic push main").invocations();
    assertThat(found).extracting(Invocation::certain).containsExactly(true, false);
  }

  @Test
  void entersUncalledFunctionsOfALibraryOnly() {
    String text = "up() { [ -n \"$1\" ] && attic push \"$1\"; }";
    assertThat(Shown.writes(text)).isEmpty();
    ShellAnalysis library = ShellAnalysis.of(Script.parse(text), Options.DEFAULT.withLibrary(true));
    assertThat(Shown.writes(library)).containsExactly("attic push $1");
    Invocation push = library.invocations().get(library.invocations().size() - 1);
    assertThat(push.uncalled()).isTrue();
    assertThat(push.function()).isEqualTo("up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval \"$@\"", "\"$@\"", "\"$1\" x", "$COMMAND", "${{ inputs.f }} a"})
  void entersUncalledFunctionsWhereAnyCommandCanRun(String call) {
    assertThat(Shown.writes("up() { attic push main; }\n" + call))
        .containsExactly("attic push main");
  }

  @Test
  void givesAllValuesOfAVariable() {
    assertThat(Shown.writes("for c in a b; do attic push \"$c\"; done"))
        .containsExactly("attic push a", "attic push b");
    assertThat(Shown.writes("case $x in a) C=one;; b) C=two;; esac\nattic push $C"))
        .containsExactly("attic push one", "attic push two", "attic push $C");
  }

  @Test
  void forgetsWhatALoopMayHaveChanged() {
    String text = "X=true\nfor i in 1 2; do $X push main; X=attic; done";
    List<Invocation> found = Shown.analysis(text).invocations();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).argv().get(0).parts().get(0)).isInstanceOf(WordPart.Unknown.class);
  }

  @Test
  void isolatesSubshells() {
    String text = "X=echo\n(X=attic)\n$X push main\nX=attic | true\n$X push main";
    assertThat(Shown.writes(text)).isEmpty();
  }

  @Test
  void restoresLocals() {
    String text = "X=echo\nf() { local X=attic; g; }\ng() { $X push inside; }\nf\n$X push outside";
    assertThat(Shown.writes(text)).containsExactly("attic push inside");
  }

  @Test
  void givesChildrenWhatIsExported() {
    assertThat(Shown.writes("export X=attic; bash -c '$X push main'"))
        .containsExactly("attic push main");
    assertThat(Shown.writes("X=attic bash -c '$X push main'")).containsExactly("attic push main");
  }

  @Test
  void takesWindowsLines() {
    assertThat(Shown.writes("if [ -n \"$A\" ]; then\r\n  attic push main\r\nfi\r\n"))
        .containsExactly("attic push main");
    assertThat(Shown.analysis("cat <<EOF\r\nattic push\r\nEOF\r\na\r\n").troubles()).isEmpty();
  }

  @Test
  void readsTheStandardInputOfACommand() {
    Invocation tool = Shown.analysis("python3 - <<EOF\nimport x\nEOF").invocations().get(0);
    Word input = tool.input();
    assertThat(input == null ? null : input.literal()).isEqualTo("import x\n");
  }
}
